package iftoprs.adapters.pcap;

import java.util.random.RandomGenerator;

/**
 * When to try again to open a device that is away: after a quarter of a second, then each time
 * twice as long, up to half a minute, less up to a fifth by chance.
 *
 * <p>It starts anew only after ten seconds of health, so that a device that comes and goes is not
 * opened four times a second. Belongs to the source and not to the domain, because only the polling
 * thread may open devices once privileges are dropped. Times are source nanoseconds.
 */
final class Backoff {

  static final long FIRST_NANOS = 250_000_000L;
  static final long LONGEST_NANOS = 30_000_000_000L;
  static final long HEALTH_NANOS = 10_000_000_000L;

  private static final int DOUBLINGS = 7; // 250 ms << 7 is more than half a minute

  private final RandomGenerator random;
  private long openedAt;
  private int attempt;

  /**
   * A fresh one.
   *
   * @param random keeps programs that lost a device together from trying in step
   * @param openedAt when the device was first opened
   */
  Backoff(RandomGenerator random, long openedAt) {
    this.random = random;
    this.openedAt = openedAt;
  }

  /** How many times opening was tried again since the device was last healthy. */
  int attempt() {
    return attempt;
  }

  /** The device was lost; returns when to try. */
  long lost(long now) {
    if (now - openedAt >= HEALTH_NANOS) {
      attempt = 0;
    }
    return now + delay();
  }

  /** It was tried in vain; returns when to try again. */
  long failed(long now) {
    attempt++;
    return now + delay();
  }

  /** It was tried and opened. */
  void opened(long now) {
    attempt++;
    openedAt = now;
  }

  private long delay() {
    long longest = Math.min(LONGEST_NANOS, FIRST_NANOS << Math.min(attempt, DOUBLINGS));
    return longest - random.nextLong(longest / 5);
  }
}
