package iftoprs.bootstrap;

import iftoprs.adapters.tui.Tui;
import iftoprs.domain.monitor.Monitor;
import iftoprs.ports.CaptureException;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Runs a monitor beside the screen.
 *
 * <p>A capture that breaks is news on the screen, which stays up; an error of the program ends the
 * screen and is thrown by {@link #end}, once the terminal is given back.
 */
final class CaptureThread {

  private static final long PATIENCE_MILLIS = 2_000;

  private final Monitor monitor;
  private final Tui tui;
  private final boolean bounded;
  private final Thread thread;
  private volatile Optional<Throwable> failure = Optional.empty();

  private CaptureThread(Monitor monitor, Tui tui, boolean bounded, ThreadFactory threads) {
    this.monitor = monitor;
    this.tui = tui;
    this.bounded = bounded;
    this.thread = threads.newThread(this::run);
  }

  /**
   * Starts to count.
   *
   * @param bounded whether the user set a bound to the capture: with it the screen ends too, while
   *     the end of a file stays on screen until the user quits
   * @param threads makes the thread
   */
  static CaptureThread start(Monitor monitor, Tui tui, boolean bounded, ThreadFactory threads) {
    CaptureThread capture = new CaptureThread(monitor, tui, bounded, threads);
    capture.thread.start();
    return capture;
  }

  private void run() {
    try {
      monitor.run();
      if (bounded) {
        tui.stop();
      }
    } catch (CaptureException e) {
      tui.say(e.getMessage());
    } catch (RuntimeException | Error e) {
      failure = Optional.of(e);
      tui.stop();
    }
  }

  /** Ends the capture and waits for it, but not for ever. */
  void end() throws InterruptedException {
    monitor.close();
    thread.join(PATIENCE_MILLIS);
    if (failure.isPresent()) {
      throw new IllegalStateException("the capture failed", failure.get());
    }
  }
}
