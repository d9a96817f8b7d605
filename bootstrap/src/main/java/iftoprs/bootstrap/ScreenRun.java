package iftoprs.bootstrap;

import iftoprs.adapters.tui.Controls;
import iftoprs.adapters.tui.NoTerminalException;
import iftoprs.adapters.tui.Tui;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.monitor.Monitor;
import iftoprs.ports.CaptureException;
import java.util.Optional;

/**
 * A screen and the capture behind it, from the first frame to the last: the capture has a thread of
 * its own, the screen that of the caller.
 */
final class ScreenRun {

  /** How long the capture may take to notice that it is over. */
  private static final long PATIENCE_MILLIS = 1_000;

  private final Tui tui;
  private final Monitor monitor;
  private final boolean endsWithCapture;
  private volatile Optional<CaptureException> broken = Optional.empty();

  /**
   * A run that has not begun.
   *
   * @param endsWithCapture whether the screen goes away when the capture ends, as after a bound
   *     that the user set; otherwise it shows the last state until the user quits
   */
  ScreenRun(Tui tui, Monitor monitor, boolean endsWithCapture) {
    this.tui = tui;
    this.monitor = monitor;
    this.endsWithCapture = endsWithCapture;
  }

  /**
   * Runs until the user quits.
   *
   * @param first what to show at the very beginning
   * @throws CaptureException if there is no terminal, or the capture broke while it ran
   */
  void untilQuit(Snapshot first) throws CaptureException {
    Thread capture = Thread.ofPlatform().daemon().name("capture").start(this::count);
    try {
      tui.run(first, Controls.of(monitor));
    } catch (NoTerminalException e) {
      throw new CaptureException(CaptureException.Reason.NO_LIBRARY, e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      monitor.close();
      await(capture);
    }
    if (broken.isPresent()) {
      throw broken.get();
    }
  }

  private void count() {
    try {
      monitor.run();
    } catch (CaptureException e) {
      broken = Optional.of(e);
      tui.say(e.getMessage());
      return;
    }
    if (endsWithCapture) {
      tui.stop();
    }
  }

  private static void await(Thread capture) {
    try {
      capture.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
