package iftoprs.adapters.pcap;

import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Time of a live source: the wall clock at opening, then the monotonic clock, in epoch nanoseconds.
 *
 * <p>The kernel stamps frames with the wall clock, which steps: it is set by hand or by NTP, and
 * jumps ahead after a suspend, through which the monotonic clock stands still. {@link #place} takes
 * such steps out again, so that no frame is booked hours away. The polling thread only.
 */
final class SourceClock {

  /**
   * A frame cannot come from the future; so much is forgiven, because reading a clock takes time.
   */
  static final long EARLY_NANOS = 100_000_000L;

  /** A frame that lay longer than this in the kernel is a reason to look at the wall clock. */
  static final long LATE_NANOS = 2_000_000_000L;

  private final LongSupplier monotonic;
  private final LongSupplier wall;
  private final long base;
  private long skew;
  private long newest = Long.MIN_VALUE;
  private long told = Long.MIN_VALUE + LATE_NANOS;

  /**
   * A clock that starts at the present of the wall clock.
   *
   * @param monotonic nanoseconds from anywhere
   * @param wall epoch nanoseconds, as the kernel stamps frames
   */
  SourceClock(LongSupplier monotonic, LongSupplier wall) {
    this.monotonic = monotonic;
    this.wall = wall;
    this.base = wall.getAsLong() - monotonic.getAsLong();
  }

  /** The clock of this system. */
  static SourceClock ofThisSystem() {
    return new SourceClock(System::nanoTime, SourceClock::wallNanos);
  }

  private static long wallNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  /** The present. */
  long now() {
    return base + monotonic.getAsLong();
  }

  /** The present, and from now on no frame is placed more than {@link #LATE_NANOS} before it. */
  long tell() {
    told = now();
    return told;
  }

  /**
   * Source time of a frame.
   *
   * @param frameNanos its stamp, by the wall clock
   * @param present of this clock, when the batch of frames was begun
   */
  long place(long frameNanos, long present) {
    long placed = frameNanos - skew;
    if (placed > present + EARLY_NANOS || placed < present - LATE_NANOS) {
      placed = placeStray(frameNanos);
    }
    if (placed > newest) {
      newest = placed;
    }
    return placed;
  }

  /** The clock was stepped, the program was held up, or the batch takes long. */
  private long placeStray(long frameNanos) {
    long present = now();
    long placed = frameNanos - skew;
    if (placed <= present + EARLY_NANOS && placed >= present - LATE_NANOS) {
      return placed;
    }
    skew = wall.getAsLong() - present;
    long earliest = Math.min(present, Math.max(newest, told - LATE_NANOS));
    return Math.clamp(frameNanos - skew, earliest, present);
  }
}
