package iftoprs.bootstrap.log;

import iftoprs.ports.CaptureStats;

/** What a {@link WatchedCapture} tells; called by the thread that captures, which must not wait. */
public interface CaptureEvents {

  /** Tells nobody. */
  CaptureEvents IGNORED = (device, event, text) -> {};

  /** What happened. */
  enum Event {
    /** The device was opened. */
    START,
    /** Frames were lost since the last line of this kind. */
    DROP,
    /** The device is away. */
    RESTARTING,
    /** The device is back. */
    CAPTURING,
    /** The capture has ended. */
    STOP
  }

  /**
   * Something happened just now.
   *
   * @param device name of the device
   * @param event what
   * @param text more about it, in one line
   */
  void happened(String device, Event event, String text);

  /** Counters as text. Each capture ends with it; a formatter would take 8 ms of CPU. */
  static String sums(CaptureStats stats) {
    return stats.received()
        + " frames received, "
        + stats.droppedByKernel()
        + " dropped by the kernel, "
        + stats.droppedByInterface()
        + " by the device";
  }
}
