package iftoprs.bootstrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds the settings of whoever called the program: under {@code sudo} that is not root.
 *
 * <p>The home of another user comes from {@code /etc/passwd}, or from {@code getent passwd} where
 * users are kept elsewhere.
 */
final class ConfigFile {

  private static final String NAME = ".iftoprs.conf";
  private static final Path USERS = Path.of("/etc/passwd");
  private static final int GETENT_SECONDS = 2;

  private final Shell shell;
  private final String user;
  private final Path users;

  ConfigFile(Shell shell) {
    this(shell, System.getProperty("user.name"), USERS);
  }

  /**
   * Looks elsewhere.
   *
   * @param user who runs the program
   * @param users a file like {@code /etc/passwd}
   */
  ConfigFile(Shell shell, String user, Path users) {
    this.shell = shell;
    this.user = user;
    this.users = users;
  }

  /** The file in the home of the invoking user. */
  Path path() {
    return home().resolve(NAME);
  }

  private Path home() {
    String invoker = shell.variable("SUDO_USER");
    if (!invoker.isEmpty() && !invoker.equals("root") && user.equals("root")) {
      Optional<Path> home = homeOf(invoker);
      if (home.isPresent()) {
        return home.get();
      }
    }
    String home = shell.variable("HOME");
    return folder(home.isEmpty() ? System.getProperty("user.home") : home);
  }

  /**
   * Where the locale has no such characters, no file there can be named: there is no config then.
   */
  private Path folder(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      shell.complain(
          "no settings: this locale cannot name the home folder; try with LC_ALL=C.UTF-8");
      return Path.of("/nonexistent");
    }
  }

  private Optional<Path> homeOf(String invoker) {
    try {
      for (String line : Files.readAllLines(users, StandardCharsets.ISO_8859_1)) {
        Optional<Path> home = homeIn(line, invoker);
        if (home.isPresent()) {
          return home;
        }
      }
    } catch (IOException unreadable) {
      // Then getent may know.
    }
    return askSystem(invoker);
  }

  /** passwd(5): name, password, user id, group id, comment, home, shell. */
  private static Optional<Path> homeIn(String line, String user) {
    String[] fields = line.split(":", -1);
    boolean matches = fields.length >= 7 && fields[0].equals(user) && fields[5].startsWith("/");
    try {
      return matches ? Optional.of(Path.of(fields[5])) : Optional.empty();
    } catch (InvalidPathException unnamable) {
      return Optional.empty();
    }
  }

  private static Optional<Path> askSystem(String invoker) {
    if (invoker.startsWith("-")) {
      return Optional.empty();
    }
    try {
      Process getent =
          new ProcessBuilder("getent", "passwd", invoker)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      getent.getOutputStream().close();
      if (!getent.waitFor(GETENT_SECONDS, TimeUnit.SECONDS)) {
        getent.destroyForcibly();
        return Optional.empty();
      }
      String line =
          new String(getent.getInputStream().readNBytes(4096), StandardCharsets.ISO_8859_1);
      return homeIn(line.strip(), invoker);
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
