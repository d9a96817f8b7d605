package iftoprs.bootstrap;

import iftoprs.domain.text.SafeText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the program was started with, so that a test can start it too.
 *
 * @param out standard output; its errors are seen, so no {@code PrintStream}
 * @param err standard error
 * @param environment environment variables
 * @param terminal whether people look at the output as it comes
 */
record Shell(OutputStream out, PrintStream err, Map<String, String> environment, boolean terminal) {

  private static final int LONGEST_LINE = 10_000;

  /** The process's own. */
  static Shell ofProcess() {
    boolean terminal = System.console() != null && System.console().isTerminal();
    return new Shell(
        new FileOutputStream(FileDescriptor.out), System.err, System.getenv(), terminal);
  }

  /** The value of a variable; empty if it is not set. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** Whether colours are wanted and can be shown (no-color.org). */
  boolean colours() {
    return terminal && variable("NO_COLOR").isEmpty() && !variable("TERM").equals("dumb");
  }

  /**
   * Whether the process's standard output is a pipe: a refused write then means that the reader has
   * gone, in whatever language the system says so. False where that cannot be known.
   */
  boolean writesIntoPipe() {
    try {
      if (!(out instanceof FileOutputStream file) || file.getFD() != FileDescriptor.out) {
        return false;
      }
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  /** Whether people look at the errors as they come, on a terminal that can rewrite a line. */
  boolean showsErrors() {
    return err == System.err && !variable("TERM").equals("dumb") && Progress.onTerminal();
  }

  /** Tells the user something in one line. What it quotes cannot move the cursor. */
  void complain(String message) {
    complainInLines(SafeText.of(message, LONGEST_LINE));
  }

  /** As the other one, of a message that may have further lines, such as a filter and a caret. */
  void complainInLines(String message) {
    err.println(
        message
            .lines()
            .map(line -> SafeText.of(line, LONGEST_LINE))
            .collect(Collectors.joining(System.lineSeparator(), "iftoprs: ", "")));
    err.flush();
  }

  /** Prints text that a program may read, in UTF-8. */
  void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
