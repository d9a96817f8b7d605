package iftoprs.bootstrap;

/** How the program ended, for the shell. A second signal ends it with 128 + its number instead. */
enum ExitCode {
  /** Did what was asked. */
  OK(0),
  /** Could not; one line on the standard error says why. */
  FAILURE(1),
  /** Was asked in a way that is not understood. */
  USAGE(2);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The process's exit status. */
  int status() {
    return status;
  }
}
