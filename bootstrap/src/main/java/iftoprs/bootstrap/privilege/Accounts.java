package iftoprs.bootstrap.privilege;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Users by name, from {@code /etc/passwd}, or {@code getent} where they are kept elsewhere. */
public final class Accounts {

  private static final int GETENT_SECONDS = 2;
  private static final int LONGEST_LINE = 4096;

  private final Path users;

  /**
   * Users of another system.
   *
   * @param users a file like {@code /etc/passwd}
   */
  public Accounts(Path users) {
    this.users = users;
  }

  /** Users of this system. */
  public static Accounts ofThisSystem() {
    return new Accounts(Path.of("/etc/passwd"));
  }

  /** The user of that name, if there is one. */
  public Optional<Account> named(String name) {
    try {
      for (String line : Files.readAllLines(users, StandardCharsets.ISO_8859_1)) {
        Optional<Account> account = Account.of(line).filter(each -> each.name().equals(name));
        if (account.isPresent()) {
          return account;
        }
      }
    } catch (IOException unreadable) {
      // Then getent may know.
    }
    return askSystem(name);
  }

  private static Optional<Account> askSystem(String name) {
    if (name.isEmpty() || name.startsWith("-")) {
      return Optional.empty();
    }
    try {
      Process getent =
          new ProcessBuilder("getent", "passwd", name)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      getent.getOutputStream().close();
      if (!getent.waitFor(GETENT_SECONDS, TimeUnit.SECONDS)) {
        getent.destroyForcibly();
        return Optional.empty();
      }
      String line =
          new String(getent.getInputStream().readNBytes(LONGEST_LINE), StandardCharsets.ISO_8859_1);
      return Account.of(line.strip()).filter(account -> account.name().equals(name));
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
