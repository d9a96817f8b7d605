package iftoprs.ports;

/**
 * A running capture: a device, or a capture file played back.
 *
 * <p>Used by one thread, except {@link #close}. It outlives the loss of its device: while the
 * device is away time runs on and {@link #state} says so.
 */
public interface PacketSource extends AutoCloseable {

  /** What {@link #poll} returns after the last frame. */
  int END = -1;

  /**
   * Delivers frames in order.
   *
   * @param handler receives each frame; the frame is valid only during its call
   * @param limit most frames to deliver, at least 1
   * @param maxWaitNanos longest time to wait for the first frame; 0 does not wait
   * @return how many were delivered, 0 if none came in time, or {@link #END} after the last one
   * @throws CaptureException if the source is broken for good; what was delivered before stands
   */
  int poll(FrameHandler handler, int limit, long maxWaitNanos) throws CaptureException;

  /**
   * Frames that {@link #poll} is best asked for at once, always the same number. Few where time
   * runs by itself, for a tick is late by as much as they take; many where nothing but frames moves
   * time.
   */
  default int pollSize() {
    return 4096;
  }

  /**
   * The present as this source sees it, in epoch nanoseconds: wall clock at opening plus monotonic
   * time when live (a clock step changes nothing), the newest frame's time on replay, the file's
   * start plus scaled elapsed time on paced replay. 0 while a replay has not seen a frame.
   */
  long timeNanos();

  /** What was received and lost so far; never decreasing. */
  CaptureStats stats();

  /** Whether frames can come right now, and if not, why. */
  SourceState state();

  /** The device as it is now: its addresses are kept current while a live capture runs. */
  CaptureDevice device();

  /**
   * Ends the capture. Idempotent, from any thread: it sets a flag and wakes {@link #poll}, which
   * then returns {@link #END}; the polling thread alone touches native memory.
   */
  @Override
  void close();
}
