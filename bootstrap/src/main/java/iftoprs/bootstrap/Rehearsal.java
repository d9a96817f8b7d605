package iftoprs.bootstrap;

import iftoprs.bootstrap.privilege.Privileges;
import java.io.OutputStream;

/**
 * Runs the main jobs one after the other in one process, so that one AOT cache knows the classes
 * and the hot methods of them all. Started by {@code packaging/image/train.sh}, not by users.
 */
final class Rehearsal {

  /** A report of the demo decodes 148 thousand frames in three minutes of capture time. */
  private static final int REPORTS = 8;

  private Rehearsal() {}

  /**
   * Writes reports of the demo to nowhere, then does what a command line asks for.
   *
   * @param arguments command line without the program's name
   */
  public static void main(String[] arguments) throws InterruptedException {
    Shell silent = new Shell(OutputStream.nullOutputStream(), System.err, System.getenv(), false);
    new Main(silent).run("--version");
    for (int report = 0; report < REPORTS; report++) {
      new Main(silent).run("--demo", "--report", "json");
    }
    Privileges.rehearse();
    Main.main(arguments);
  }
}
