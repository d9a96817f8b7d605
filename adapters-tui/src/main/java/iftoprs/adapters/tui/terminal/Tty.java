package iftoprs.adapters.tui.terminal;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * The terminal: the controlling one, so that standard input and output are free for captures and
 * reports; or without one, as {@code su -c} leaves its commands, the one that is both of these.
 *
 * @param input what is typed
 * @param output what is shown
 * @param redirect the terminal as the input of a command
 * @param controlling whether it sends signals: of a change of its size, for one
 */
record Tty(FileInputStream input, FileOutputStream output, Redirect redirect, boolean controlling) {

  private static final File CONTROLLING = new File("/dev/tty");

  /**
   * Opens the terminal.
   *
   * @throws IOException if there is none
   */
  static Tty open() throws IOException {
    try {
      return new Tty(
          new FileInputStream(CONTROLLING),
          new FileOutputStream(CONTROLLING),
          Redirect.from(CONTROLLING),
          true);
    } catch (IOException absent) {
      if (System.console() == null || !System.console().isTerminal()) {
        throw absent;
      }
      return new Tty(
          new FileInputStream(FileDescriptor.in),
          new FileOutputStream(FileDescriptor.out),
          Redirect.INHERIT,
          false);
    }
  }
}
