package iftoprs.adapters.tui.terminal;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The line discipline of the terminal, by way of {@code stty}.
 *
 * <p>One fork saves the settings, asks for the size and goes raw: a third of the time that native
 * calls from Java take at start-up, where most of it is loading them.
 */
final class Stty {

  private static final TerminalSize USUAL_SIZE = new TerminalSize(80, 24);

  /** Says the size, too. */
  private static final String RAW = "stty size raw -echo";

  private static final int SECONDS = 5;
  private static final int MOST_COLUMNS = 1000;
  private static final int MOST_ROWS = 500;

  private final Redirect terminal;
  private final String settings;
  private volatile TerminalSize size;

  private Stty(Redirect terminal, String settings, TerminalSize size) {
    this.terminal = terminal;
    this.settings = settings;
    this.size = size;
  }

  /** Remembers how a terminal is set, and makes it raw. */
  static Stty makeRaw(Redirect terminal) throws IOException {
    List<String> lines = run(terminal, "stty -g && " + RAW).lines().toList();
    if (lines.size() < 2 || !lines.getFirst().matches("[0-9A-Za-z:=,]+")) {
      throw new IOException("stty does not know the terminal");
    }
    return new Stty(terminal, lines.getFirst(), parseSize(lines.get(1)));
  }

  void makeRawAgain() throws IOException {
    size = parseSize(run(terminal, RAW));
  }

  void restore() throws IOException {
    run(terminal, "stty " + settings);
  }

  /** Asks for the size anew. */
  TerminalSize askSize() throws IOException {
    size = parseSize(run(terminal, "stty size"));
    return size;
  }

  /** The size when last asked. */
  TerminalSize size() {
    return size;
  }

  /** Sends the stop of Ctrl+Z to the whole process group; returns when it was continued. */
  static void stopProcessGroup() throws IOException {
    Process shell = new ProcessBuilder("/bin/sh", "-c", "kill -TSTP 0").inheritIO().start();
    try {
      shell.waitFor();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  /** Rows and columns as stty prints them; a terminal that says 0 0 does not know its size. */
  static TerminalSize parseSize(String line) {
    String[] words = line.strip().split(" ", 2);
    if (words.length != 2 || !line.strip().matches("[0-9]{1,5} [0-9]{1,5}")) {
      return USUAL_SIZE;
    }
    int rows = Integer.parseInt(words[0]);
    int columns = Integer.parseInt(words[1]);
    if (rows == 0 || columns == 0) {
      return USUAL_SIZE;
    }
    return new TerminalSize(Math.min(columns, MOST_COLUMNS), Math.min(rows, MOST_ROWS));
  }

  private static String run(Redirect terminal, String script) throws IOException {
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", script)
            .redirectInput(terminal)
            .redirectError(Redirect.DISCARD)
            .start();
    try (InputStream output = shell.getInputStream()) {
      String printed = new String(output.readAllBytes(), StandardCharsets.US_ASCII);
      if (!shell.waitFor(SECONDS, TimeUnit.SECONDS) || shell.exitValue() != 0) {
        throw new IOException("stty failed on the terminal");
      }
      return printed;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interruption);
    }
  }
}
