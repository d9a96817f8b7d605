package iftoprs.bootstrap.completion;

import java.util.List;

/** For zsh. */
final class ZshScript {

  private static final String HEAD =
      """
      #compdef iftoprs
      # zsh completion for iftoprs, written by: iftoprs --completions zsh

      _iftoprs_devices() {
        local program=${${(Q)words[1]}/#\\~\\//$HOME/}
        local -a found
        found=(${(f)"$($program DEVICES)"})
        compadd "$@" -a found
      }

      _iftoprs_themes() {
        local program=${${(Q)words[1]}/#\\~\\//$HOME/}
        local -a found
        found=(${(f)"$($program THEMES)"})
        compadd "$@" -a found
      }

      _iftoprs() {
        _arguments -s -S : \\
      """;

  private static final String TAIL =
      """
          && return 0
        return 1
      }

      if [[ ${funcstack[1]} == _iftoprs ]]; then
        _iftoprs "$@"
      else
        compdef _iftoprs iftoprs
      fi
      """;

  private ZshScript() {}

  static String of(List<Completion> options) {
    StringBuilder script =
        new StringBuilder(HEAD.replace("DEVICES", Shells.DEVICES).replace("THEMES", Shells.THEMES));
    for (Completion option : options) {
      script.append("    ").append(spec(option)).append(" \\\n");
    }
    return script.append(TAIL).toString();
  }

  private static String spec(Completion option) {
    boolean hasValue = option.kind() != Completion.Kind.NOTHING;
    StringBuilder spec = new StringBuilder();
    if (option.repeatable()) {
      spec.append("'*'");
    } else {
      spec.append("'(").append(option.names(" ")).append(")'");
    }
    String longName = "--" + option.word() + (hasValue ? "=" : "");
    spec.append(
        option
            .letter()
            .map(letter -> "{-" + letter + (hasValue ? "+" : "") + "," + longName + "}")
            .orElse(longName));
    spec.append("'[").append(escaped(option.hint())).append(']');
    if (hasValue) {
      spec.append(':').append(option.label()).append(':').append(action(option));
    }
    return spec.append('\'').toString();
  }

  private static String escaped(String text) {
    return text.replace("'", "'\\''").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static String action(Completion option) {
    return switch (option.kind()) {
      case NOTHING, FREE -> " ";
      case FILE -> "_files";
      case DEVICE -> "_iftoprs_devices";
      case THEME -> "_iftoprs_themes";
      case USER -> "_users";
      case CHOICE -> "(" + String.join(" ", option.choices()) + ")";
    };
  }
}
