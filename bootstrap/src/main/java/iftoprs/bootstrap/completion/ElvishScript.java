package iftoprs.bootstrap.completion;

import java.util.List;
import java.util.stream.Collectors;

/** For Elvish. */
final class ElvishScript {

  private static final String HEAD =
      """
      # Elvish completion for iftoprs, written by: iftoprs --completions elvish

      use re
      use str

      set edit:completion:arg-completer[iftoprs] = {|@words|
        var current = $words[-1]
        var previous = ''
        var before = ''
        if (re:match '^--[a-z-]+=' $current) {
          # --name=value is one word, and is offered as one.
          set previous current = (str:split &max=2 = $current)
          set before = $previous'='
        } elif (> (count $words) 2) {
          set previous = $words[-2]
          if (re:match '^-[A-Za-z]+$' $previous) {
            # Of combined short options the last one has the value.
            set previous = -$previous[-1]
          }
        }
        fn offer {|value| put $before$value }
      """;

  private ElvishScript() {}

  static String of(List<Completion> options) {
    StringBuilder script = new StringBuilder(HEAD);
    String branch = "  if";
    for (Completion option : options) {
      if (option.kind() != Completion.Kind.NOTHING) {
        script.append(branch).append(" (has-value [").append(option.names(" "));
        script.append("] $previous) {\n    ").append(values(option)).append('\n');
        branch = "  } elif";
      }
    }
    script.append("  } else {\n");
    for (Completion option : options) {
      for (String name : option.names()) {
        script.append("    edit:complex-candidate ").append(name);
        script.append(" &display=").append(quoted(name + "  " + option.hint())).append('\n');
      }
    }
    return script.append("  }\n}\n").toString();
  }

  private static String values(Completion option) {
    return switch (option.kind()) {
      case NOTHING, FREE -> "nop";
      case FILE ->
          "edit:complete-filename $current | each {|file| edit:complex-candidate"
              + " $before$file[stem] &code-suffix=$file[code-suffix] &display=$file[display] }";
      case DEVICE -> "e:iftoprs " + Shells.DEVICES + " | from-lines | each $offer~";
      case THEME -> "e:iftoprs " + Shells.THEMES + " | from-lines | each $offer~";
      case USER -> "awk -F : '{ print $1 }' /etc/passwd | from-lines | each $offer~";
      case CHOICE ->
          "put "
              + option.choices().stream().map(ElvishScript::quoted).collect(Collectors.joining(" "))
              + " | each $offer~";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
