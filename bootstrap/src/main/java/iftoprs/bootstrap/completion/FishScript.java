package iftoprs.bootstrap.completion;

import java.util.List;

/** For fish. */
final class FishScript {

  private static final String HEAD =
      """
      # fish completion for iftoprs, written by: iftoprs --completions fish

      # The program as it is typed where that is a path, else the one that is installed.
      function __iftoprs_program
          set -l typed (commandline -opc)[1]
          if string match -q '*/iftoprs' -- $typed
              string replace -r '^~/' "$HOME/" -- $typed
          else
              echo iftoprs
          end
      end

      function __iftoprs_devices
          set -l program (__iftoprs_program)
          $program DEVICES
      end

      function __iftoprs_themes
          set -l program (__iftoprs_program)
          $program THEMES
      end

      complete -c iftoprs -f
      """;

  private FishScript() {}

  static String of(List<Completion> options) {
    StringBuilder script =
        new StringBuilder(HEAD.replace("DEVICES", Shells.DEVICES).replace("THEMES", Shells.THEMES));
    for (Completion option : options) {
      script.append("complete -c iftoprs");
      option.letter().ifPresent(letter -> script.append(" -s ").append(letter));
      script.append(" -l ").append(option.word()).append(value(option));
      script.append(" -d ").append(quoted(option.hint())).append('\n');
    }
    return script.toString();
  }

  private static String value(Completion option) {
    return switch (option.kind()) {
      case NOTHING -> "";
      case FREE -> " -x";
      case FILE -> " -r -F";
      case DEVICE -> " -x -a '(__iftoprs_devices)'";
      case THEME -> " -x -a '(__iftoprs_themes)'";
      case USER -> " -x -a '(__fish_complete_users)'";
      case CHOICE -> " -x -a " + quoted(String.join(" ", option.choices()));
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
