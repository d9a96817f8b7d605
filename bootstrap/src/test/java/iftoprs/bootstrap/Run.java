package iftoprs.bootstrap;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One run of the program inside the test.
 *
 * @param exit how it ended
 * @param out what it printed
 * @param err what it complained about
 */
record Run(ExitCode exit, String out, String err) {

  static Run of(String... arguments) {
    return of(Map.of(), false, arguments);
  }

  static Run of(Map<String, String> environment, boolean terminal, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Run run = to(out, environment, terminal, arguments);
    return new Run(run.exit(), out.toString(StandardCharsets.UTF_8), run.err());
  }

  /** A run that prints into something else. */
  static Run to(OutputStream out, String... arguments) {
    return to(out, Map.of(), false, arguments);
  }

  private static Run to(
      OutputStream out, Map<String, String> environment, boolean terminal, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(err, true, StandardCharsets.UTF_8);
    ExitCode exit = new Main(new Shell(out, printed, environment, terminal)).run(arguments);
    return new Run(exit, "", err.toString(StandardCharsets.UTF_8));
  }
}
