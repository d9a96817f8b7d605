package iftoprs.adapters.tui.terminal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps what the program prints while the screen is up, so that it neither tears the screen nor
 * gets lost. At most {@value #LIMIT} bytes are kept, the first ones.
 */
final class HeldOutput {

  static final int LIMIT = 64 * 1024;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Kept kept = new Kept();
  private final PrintStream holding = new PrintStream(kept, true, StandardCharsets.UTF_8);

  /** Diverts the standard streams. */
  void hold() {
    System.setOut(holding);
    System.setErr(holding);
  }

  /** Gives the standard streams back and prints to standard error what was kept. */
  void release() {
    holding.flush();
    System.setOut(out);
    System.setErr(err);
    kept.replayTo(err);
  }

  private static final class Kept extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long dropped;

    @Override
    public synchronized void write(int octet) {
      if (bytes.size() < LIMIT) {
        bytes.write(octet);
      } else {
        dropped++;
      }
    }

    @Override
    public synchronized void write(byte[] source, int offset, int length) {
      int room = Math.min(length, LIMIT - bytes.size());
      bytes.write(source, offset, room);
      dropped += length - room;
    }

    synchronized void replayTo(PrintStream target) {
      target.writeBytes(bytes.toByteArray());
      if (dropped > 0) {
        target.println("... " + dropped + " more bytes were printed and not kept");
      }
      target.flush();
      bytes.reset();
      dropped = 0;
    }
  }
}
