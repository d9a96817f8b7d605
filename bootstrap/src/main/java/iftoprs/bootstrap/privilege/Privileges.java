package iftoprs.bootstrap.privilege;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * The power that the process was started with, and who keeps which part of it.
 *
 * <p>Threads that need a part are started first, by {@link #threads}: they wait. Then {@link
 * #release} takes the power from all of the process and lets them run with their parts.
 */
public interface Privileges {

  /** Everything stays as it is. */
  Privileges KEPT =
      new Privileges() {
        @Override
        public ThreadFactory threads(String name, Capability... kept) {
          return Thread.ofPlatform().daemon().name(name).factory();
        }

        @Override
        public void release(Capability... kept) {
          // Nothing is given up.
        }
      };

  /**
   * Makes daemon threads that run their tasks with a part of the power. One that is made before
   * {@link #release} must be started at once, and waits for it.
   *
   * @param name of each thread
   * @param kept all that such a thread may do beyond what the user may
   */
  ThreadFactory threads(String name, Capability... kept);

  /**
   * Takes the power from the process. Once.
   *
   * @param kept what the calling thread goes on needing
   * @throws PrivilegeException if the system refuses; the program must not run on then
   */
  void release(Capability... kept) throws PrivilegeException;

  /**
   * What this process shall give up: its power is replaced by that of a user named by the caller,
   * or of whoever called {@code sudo}, or only narrowed, if root itself or a capability of the
   * program's file is behind it.
   *
   * @param keep whether everything stays
   * @param user name of the user to become, if root says so
   * @param environment variables, for {@code SUDO_UID}, {@code SUDO_GID} and {@code SUDO_USER}
   * @throws PrivilegeException if there is no such user, or only root could become one
   */
  static Privileges of(boolean keep, Optional<String> user, Map<String, String> environment)
      throws PrivilegeException {
    if (keep) {
      return KEPT;
    }
    ThreadStatus status;
    try {
      status = ThreadStatus.own();
    } catch (IOException notLinux) {
      if (user.isPresent()) {
        throw new PrivilegeException("--user works on Linux only");
      }
      return KEPT;
    }
    if (user.isPresent()) {
      return new LinuxPrivileges(Optional.of(named(user.get(), status)));
    }
    if (!status.isPrivileged()) {
      return KEPT;
    }
    return new LinuxPrivileges(status.isRoot() ? invoker(environment) : Optional.empty());
  }

  private static Account named(String user, ThreadStatus status) throws PrivilegeException {
    if (!status.isRoot()) {
      throw new PrivilegeException("--user needs root; run with sudo, or leave it away");
    }
    return Accounts.ofThisSystem()
        .named(user)
        .orElseThrow(() -> new PrivilegeException("--user " + user + ": there is no such user"));
  }

  /** Whoever called sudo, unless that was root. */
  private static Optional<Account> invoker(Map<String, String> environment) {
    Optional<Integer> user = Account.id(environment.getOrDefault("SUDO_UID", ""));
    if (user.isEmpty() || user.get() == 0) {
      return Optional.empty();
    }
    int group = Account.id(environment.getOrDefault("SUDO_GID", "")).orElse(user.get());
    String name = environment.getOrDefault("SUDO_USER", "");
    return Optional.of(new Account(name, user.get(), group, "/"));
  }

  /**
   * Gives up what two threads have that are gone by then, and nothing else: a rehearsal for the AOT
   * cache.
   */
  static void rehearse() throws InterruptedException {
    try {
      ThreadStatus.own();
    } catch (IOException notLinux) {
      return;
    }
    Account.id("0");
    Thread owner =
        new Thread(
            () -> {
              Privileges privileges = new LinuxPrivileges(Optional.empty());
              privileges.threads("rehearsal", Capability.NET_RAW).newThread(() -> {}).start();
              try {
                privileges.release();
              } catch (PrivilegeException refused) {
                System.err.println(refused.getMessage());
              }
            });
    owner.start();
    owner.join();
  }
}
