package iftoprs.bootstrap;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and what was probably meant. */
final class UsageError {

  private static final String SEE_HELP = "; see iftoprs --help";

  /** One edit in so many characters is taken for a slip. */
  private static final int CHARACTERS_PER_EDIT = 3;

  private UsageError() {}

  static String describe(ParameterException error) {
    return switch (error) {
      case UnmatchedArgumentException unmatched ->
          unknown(unmatched.getUnmatched().getFirst(), unmatched.getCommandLine());
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
          name(missing.getMissing().getFirst())
              + " needs a value, "
              + missing.getMissing().getFirst().paramLabel()
              + SEE_HELP;
      case OverwrittenOptionException twice ->
          name(twice.getOverwritten()) + " is given more than once" + SEE_HELP;
      case ParameterException wrong
          when wrong.getCause() instanceof TypeConversionException cause
              && wrong.getArgSpec() != null ->
          name(wrong.getArgSpec()) + " " + wrong.getValue() + ": " + cause.getMessage();
      default -> error.getMessage().lines().findFirst().orElse("wrong usage") + SEE_HELP;
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String unknown(String argument, CommandLine commandLine) {
    if (!argument.startsWith("-")) {
      return "unexpected argument " + argument + SEE_HELP;
    }
    String option =
        argument.indexOf('=') < 0 ? argument : argument.substring(0, argument.indexOf('='));
    return "unknown option "
        + option
        + nearest(option, commandLine).map(name -> "; did you mean " + name + "?").orElse(SEE_HELP);
  }

  private static Optional<String> nearest(String option, CommandLine commandLine) {
    return commandLine.getCommandSpec().options().stream()
        .flatMap(known -> Stream.of(known.names()))
        .filter(name -> name.startsWith("--") && option.length() > 2)
        .filter(
            name ->
                name.startsWith(option)
                    || edits(name, option) <= option.length() / CHARACTERS_PER_EDIT)
        .min(
            Comparator.comparing((String name) -> !name.startsWith(option))
                .thenComparing(name -> edits(name, option)));
  }

  /** Levenshtein's distance. */
  static int edits(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[above.length];
      current[0] = row;
      for (int column = 1; column < current.length; column++) {
        int replaced = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                above[column - 1] + replaced, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[right.length()];
  }
}
