package iftoprs.adapters.pcap;

import java.util.function.LongSupplier;

/**
 * The time of a replay: when each frame is due, and what time it is meanwhile.
 *
 * <p>Unlimited, every frame is due and time is the newest frame's. Paced, time is the first frame's
 * plus scaled clock time, but never later than a frame that is due and not delivered.
 */
final class ReplayClock {

  /** A step back further than this is a new beginning, not disorder (nanoseconds). */
  static final long STEP_BACK = 10_000_000_000L;

  /** From the last frame of a round to the first of the next (nanoseconds). */
  private static final long BETWEEN_ROUNDS = 1_000_000_000L;

  private final Pace pace;
  private final LongSupplier clock;
  private boolean started;
  private boolean newRound;
  private long fileStart;
  private long clockStart;
  private long shift; // added to the file's times
  private long newest; // of the frames that were announced, shifted
  private long shown; // what time() said last

  ReplayClock(Pace pace, LongSupplier clock) {
    this.pace = pace;
    this.clock = clock;
  }

  /** Whether frames have to wait until they are due. */
  boolean isPaced() {
    return !pace.isUnlimited();
  }

  /** Monotonic nanoseconds. */
  long now() {
    return clock.getAsLong();
  }

  /** Takes note of the next frame; returns the time that it shall carry. */
  long announce(long frameTime) {
    if (!started) {
      started = true;
      fileStart = frameTime;
      clockStart = clock.getAsLong();
      newest = frameTime;
      return frameTime;
    }
    if (newRound) {
      newRound = false;
      shift = newest + BETWEEN_ROUNDS - frameTime;
    } else if (isPaced() && frameTime + shift < newest - STEP_BACK) {
      shift = newest - frameTime;
    }
    long time = frameTime + shift;
    newest = Math.max(newest, time);
    return time;
  }

  /** The file begins anew. */
  void nextRound() {
    newRound = started;
  }

  /** Clock nanoseconds until a frame is due; 0 if it is. */
  long untilDue(long time) {
    if (pace.isUnlimited()) {
      return 0;
    }
    long early = time - running();
    return early <= 0 ? 0 : pace.clockNanos(early);
  }

  /** Takes note that a frame was delivered. */
  void delivered(long time) {
    shown = Math.max(shown, time);
  }

  /**
   * The present.
   *
   * @param pending time of the frame that is next, or {@link Long#MAX_VALUE} while none is known
   */
  long time(long pending) {
    if (started && isPaced()) {
      shown = Math.max(shown, Math.min(pending, running()));
    }
    return shown;
  }

  private long running() {
    return fileStart + pace.fileNanos(clock.getAsLong() - clockStart);
  }
}
