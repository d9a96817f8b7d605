package iftoprs.adapters.tui.terminal;

import iftoprs.adapters.tui.input.InputParser;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Reads the terminal until it is gone. Blocks in the device, except within the few milliseconds
 * after a byte that may be the start of a sequence: then it looks whether more has come, which is
 * the only way to tell the Esc key from a sequence.
 */
final class TtyReader implements Runnable {

  private static final int CHUNK = 4096;
  private static final long LOOK_EVERY_MILLIS = 2;
  private static final long WAIT_WHILE_DOWN_MILLIS = 50;

  /** How long an answer may take, also over a slow link. */
  private static final long ANSWER_MILLIS = 250;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final FileInputStream device;
  private final InputParser parser;
  private final BooleanSupplier up;
  private final Runnable lost;
  private volatile boolean ending;

  /**
   * @param up whether the screen is up; while it is not, an end of the input is somebody else's
   * @param lost called once, when nothing more can come
   */
  TtyReader(FileInputStream device, InputParser parser, BooleanSupplier up, Runnable lost) {
    this.device = device;
    this.parser = parser;
    this.up = up;
    this.lost = lost;
  }

  /**
   * Has the reader end with the answer to {@link TtyTerminal#askForAnswer}, and waits a little for
   * that: what was typed or reported before is then read, and what comes after is the shell's.
   */
  void endWithAnswer() {
    ending = true;
    try {
      ended.await(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    byte[] chunk = new byte[CHUNK];
    try {
      while (true) {
        int length = device.read(chunk);
        if (ending && (length <= 0 || chunk[length - 1] == TtyTerminal.END_OF_ANSWER)) {
          return;
        } else if (ending) {
          continue;
        } else if (length > 0) {
          parser.feed(chunk, 0, length, System.nanoTime());
          waitForTheRest();
        } else if (up.getAsBoolean()) {
          lost.run();
          return;
        } else {
          Thread.sleep(WAIT_WHILE_DOWN_MILLIS);
        }
      }
    } catch (IOException hungUp) {
      lost.run();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void waitForTheRest() throws IOException, InterruptedException {
    while (parser.deadlineNanos() != InputParser.NO_DEADLINE && device.available() == 0) {
      long now = System.nanoTime();
      long left = parser.deadlineNanos() - now;
      if (left <= 0) {
        parser.expire(now);
      } else {
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    }
  }
}
