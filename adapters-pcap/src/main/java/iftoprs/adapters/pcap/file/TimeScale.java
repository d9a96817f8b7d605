package iftoprs.adapters.pcap.file;

/**
 * Turns the time stamps of one pcapng interface into epoch nanoseconds: {@code if_tsresol} and
 * {@code if_tsoffset} of draft-ietf-opsawg-pcapng, section 4.2. Immutable.
 *
 * <p>Out of range becomes 0 or {@link Long#MAX_VALUE}, never a wrapped number.
 */
final class TimeScale {

  /** {@code if_tsresol} of an interface that names none: microseconds. */
  static final int DEFAULT_RESOLUTION = 6;

  private static final long BILLION = 1_000_000_000L;

  private final long multiplier; // 0 if the resolution is finer than a nanosecond or binary
  private final long largest;
  private final int resolution;
  private final long offsetNanos;

  /**
   * A scale.
   *
   * @param resolution the option's byte: a negative power of 10, or of 2 with the highest bit set
   * @param offsetSeconds seconds to add
   */
  TimeScale(int resolution, long offsetSeconds) {
    this.resolution = resolution;
    this.multiplier = resolution <= 9 ? powerOfTen(9 - resolution) : 0;
    this.largest = multiplier == 0 ? -1 : Long.MAX_VALUE / multiplier;
    long limit = Long.MAX_VALUE / BILLION;
    this.offsetNanos = Math.clamp(offsetSeconds, -limit, limit) * BILLION;
  }

  long nanos(long stamp) {
    long nanos = stamp >= 0 && stamp <= largest ? stamp * multiplier : scaled(stamp);
    return offsetNanos == 0 ? nanos : shifted(nanos);
  }

  /** An unsigned stamp of any size and resolution. */
  private long scaled(long stamp) {
    if (multiplier != 0) {
      return Long.MAX_VALUE;
    }
    if (resolution < 0x80) {
      int digits = resolution - 9;
      return digits > 19 ? 0 : clampUnsigned(Long.divideUnsigned(stamp, powerOfTen(digits)));
    }
    int bits = resolution & 0x7f;
    long high = Math.unsignedMultiplyHigh(stamp, BILLION);
    long low = stamp * BILLION;
    if (bits >= 64) {
      return high >>> bits - 64;
    }
    if (bits == 0) {
      return high != 0 ? Long.MAX_VALUE : clampUnsigned(low);
    }
    return high >>> bits != 0 ? Long.MAX_VALUE : clampUnsigned(high << 64 - bits | low >>> bits);
  }

  private long shifted(long nanos) {
    if (offsetNanos > 0 && nanos > Long.MAX_VALUE - offsetNanos) {
      return Long.MAX_VALUE;
    }
    return Math.max(0, nanos + offsetNanos);
  }

  private static long clampUnsigned(long value) {
    return value < 0 ? Long.MAX_VALUE : value;
  }

  /** As an unsigned number; 10 to the 19th needs all 64 bits. */
  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
