package iftoprs.bootstrap;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the program was started with, so that a test can start it too.
 *
 * @param out standard output; its errors are seen, so no {@code PrintStream}
 * @param err standard error
 * @param environment environment variables
 * @param terminal whether people look at the output as it comes
 */
record Shell(OutputStream out, PrintStream err, Map<String, String> environment, boolean terminal) {

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

  /** Tells the user something in one line. */
  void complain(String message) {
    err.println("iftoprs: " + message);
    err.flush();
  }

  /** Prints text that a program may read, in UTF-8. */
  void print(String text) throws java.io.IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
