package iftoprs.bootstrap;

import iftoprs.bootstrap.privilege.Account;
import iftoprs.bootstrap.privilege.Accounts;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the settings of whoever called the program: under {@code sudo} that is not root, and with
 * {@code --user} the user named there, for it is that user who saves them.
 */
final class ConfigFile {

  private static final String NAME = ".iftoprs.conf";
  private static final Path USERS = Path.of("/etc/passwd");

  private final Shell shell;
  private final Optional<String> successor;
  private final String user;
  private final Path users;

  /**
   * Looks on this system.
   *
   * @param successor name of the user that root has told the program to become
   */
  ConfigFile(Shell shell, Optional<String> successor) {
    this(shell, successor, System.getProperty("user.name"), USERS);
  }

  /**
   * Looks elsewhere.
   *
   * @param successor name of the user to become, if it is another
   * @param user who runs the program
   * @param users a file like {@code /etc/passwd}
   */
  ConfigFile(Shell shell, Optional<String> successor, String user, Path users) {
    this.shell = shell;
    this.successor = successor;
    this.user = user;
    this.users = users;
  }

  /**
   * The file in the home of the invoking user; the one among the configurations of the desktop
   * (XDG) where that one exists and the other does not.
   */
  Path path() {
    Path home = home();
    Path classic = home.resolve(NAME);
    Path other = configurations(home).resolve("iftoprs").resolve("iftoprs.conf");
    return !Files.exists(classic, LinkOption.NOFOLLOW_LINKS) && Files.exists(other)
        ? other
        : classic;
  }

  /** The variable is believed only where the home is that of whoever runs the program. */
  private Path configurations(Path home) {
    String named = shell.variable("XDG_CONFIG_HOME");
    boolean own = home.toString().equals(shell.variable("HOME"));
    return own && named.startsWith("/") ? folder(named) : home.resolve(".config");
  }

  /** The home of the invoking user. */
  Path home() {
    String invoker = successor.orElse(shell.variable("SUDO_USER"));
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

  private Optional<Path> homeOf(String name) {
    try {
      return new Accounts(users).named(name).map(Account::home).map(Path::of);
    } catch (InvalidPathException unnamable) {
      return Optional.empty();
    }
  }
}
