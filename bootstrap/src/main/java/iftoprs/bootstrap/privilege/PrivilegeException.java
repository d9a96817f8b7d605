package iftoprs.bootstrap.privilege;

/** Privileges cannot be given up; the message is one line that says what to do. */
public final class PrivilegeException extends Exception {

  private static final long serialVersionUID = 1L;

  PrivilegeException(String message) {
    super(message);
  }

  /** A system call that failed. */
  static PrivilegeException refused(String call, String reason) {
    return new PrivilegeException(
        "cannot give up root's privileges: %s: %s; --keep-privileges runs on with all of them"
            .formatted(call, reason));
  }
}
