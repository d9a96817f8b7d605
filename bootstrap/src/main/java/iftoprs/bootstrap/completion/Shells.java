package iftoprs.bootstrap.completion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** The shells that can be told how to complete a command line. */
public enum Shells {
  /** bash, 3.2 or newer, with or without the package bash-completion. */
  BASH(BashScript::of),
  /** Elvish, 0.18 or newer. */
  ELVISH(ElvishScript::of),
  /** fish, 3.0 or newer. */
  FISH(FishScript::of),
  /** PowerShell, 5 or newer. */
  POWERSHELL(PowerShellScript::of),
  /** zsh, 5.0 or newer. */
  ZSH(ZshScript::of);

  /** Prints the devices, a line each. */
  static final String DEVICES =
      "--list-interfaces 2>/dev/null | awk 'NR > 1 { print ($1 == \"*\") ? $2 : $1 }'";

  /** Prints the themes, a line each. */
  static final String THEMES = "--list-colors 2>/dev/null | awk -F '  +' '{ print $1 }'";

  private final Function<List<Completion>, String> writer;

  Shells(Function<List<Completion>, String> writer) {
    this.writer = writer;
  }

  /** The name that the option takes. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The shell of a name. */
  public static Optional<Shells> named(String name) {
    for (Shells shell : values()) {
      if (shell.spelling().equals(name)) {
        return Optional.of(shell);
      }
    }
    return Optional.empty();
  }

  /**
   * A script in the language of this shell.
   *
   * @param command the options
   * @return what the user's start-up files or the shell's folder of completions shall hold
   */
  public String script(CommandSpec command) {
    return writer.apply(Completion.of(command));
  }
}
