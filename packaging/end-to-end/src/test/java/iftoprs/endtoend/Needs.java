package iftoprs.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a test needs of the machine: without it the test is skipped, or fails where CI is set. */
final class Needs {

  private static final boolean REQUIRED = "true".equals(System.getenv("CI"));

  private Needs() {}

  static void linux() {
    that(Files.isDirectory(Path.of("/proc/self")), "needs Linux");
  }

  static void root() {
    that(isRoot(), "needs root");
  }

  /** A program that must be on the path. */
  static void program(String name) {
    that(isInstalled(name), name + " is not installed");
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static boolean isInstalled(String name) {
    for (String folder : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(folder, name))) {
        return true;
      }
    }
    return false;
  }

  private static void that(boolean met, String otherwise) {
    if (REQUIRED && !met) {
      throw new AssertionError(otherwise);
    }
    assumeTrue(met, otherwise);
  }
}
