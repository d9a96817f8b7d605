package iftoprs.bootstrap;

import java.util.ArrayList;
import java.util.List;
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
          name(wrong.getArgSpec())
              + " "
              + wrong.getValue()
              + ": "
              + cause.getMessage()
              + meant(wrong);
      default -> error.getMessage().lines().findFirst().orElse("wrong usage") + SEE_HELP;
    };
  }

  /** The nearest of the values that the option takes, if there is one. */
  private static String meant(ParameterException wrong) {
    Iterable<String> candidates = wrong.getArgSpec().completionCandidates();
    if (candidates == null || wrong.getValue().chars().noneMatch(Character::isLetter)) {
      return "";
    }
    List<String> values = new ArrayList<>();
    candidates.forEach(values::add);
    return Nearest.of(wrong.getValue(), values)
        .map(value -> "; did you mean " + value + "?")
        .orElse("");
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

  /** Of a letter, only the other case of it is near. */
  private static Optional<String> nearest(String option, CommandLine commandLine) {
    return Nearest.of(
        option,
        commandLine.getCommandSpec().options().stream()
            .flatMap(each -> Stream.of(each.names()))
            .filter(name -> option.length() > 2 ? name.length() > 2 : name.equalsIgnoreCase(option))
            .toList());
  }
}
