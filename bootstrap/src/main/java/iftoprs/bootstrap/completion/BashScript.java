package iftoprs.bootstrap.completion;

import java.util.List;
import java.util.stream.Collectors;

/** For bash. Words are compared here, never expanded: names of themes are the user's own. */
final class BashScript {

  private static final String HEAD =
      """
      # bash completion for iftoprs, written by: iftoprs --completions bash

      # Offers the lines of the standard input that begin with the current word.
      _iftoprs_lines() {
        local line
        while IFS= read -r line; do
          [[ $line == "$1"* ]] && COMPREPLY+=("$(printf %q "$line")")
        done
      }

      _iftoprs() {
        local program=$1 current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} name
        COMPREPLY=()
        [[ $program != '~/'* ]] || program=$HOME/${program:2}
        # --name=value comes in three words.
        if [[ $current == = ]]; then
          current=
        elif [[ $previous == = && $COMP_CWORD -gt 1 ]]; then
          previous=${COMP_WORDS[COMP_CWORD - 2]}
        fi
        # Of combined short options the last one has the value.
        if [[ $previous =~ ^-[A-Za-z]+$ ]]; then
          previous=-${previous:${#previous}-1}
        fi
        case $previous in
      """;

  private static final String TAIL =
      """
        esac
        if [[ $current == -* ]]; then
          _iftoprs_lines "$current" < <(printf '%s\\n' OPTIONS)
        fi
      }
      complete -F _iftoprs iftoprs
      """;

  private BashScript() {}

  static String of(List<Completion> options) {
    StringBuilder script = new StringBuilder(HEAD);
    for (Completion option : options) {
      if (option.kind() != Completion.Kind.NOTHING) {
        script.append("    ").append(option.names(" | ")).append(")\n");
        script.append(values(option)).append("      return\n      ;;\n");
      }
    }
    String names =
        options.stream()
            .flatMap(option -> option.names().stream())
            .collect(Collectors.joining(" "));
    return script.append(TAIL.replace("OPTIONS", names)).toString();
  }

  private static String values(Completion option) {
    return switch (option.kind()) {
      case NOTHING, FREE -> "";
      case FILE ->
          """
                compopt -o filenames 2>/dev/null
                while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$current")
          """;
      case USER ->
          """
                while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -u -- "$current")
          """;
      case DEVICE -> lines("\"$program\" " + Shells.DEVICES);
      case THEME -> lines("\"$program\" " + Shells.THEMES);
      case CHOICE -> lines("printf '%s\\n' " + String.join(" ", option.choices()));
    };
  }

  private static String lines(String command) {
    return "      _iftoprs_lines \"$current\" < <(" + command + ")\n";
  }
}
