package iftoprs.adapters.pcap;

/**
 * How fast a capture file is played back.
 *
 * @param factor seconds of the file per second of the clock; infinite for as fast as can be
 */
public record Pace(double factor) {

  /** As fast as the file can be read. */
  public static final Pace MAX = new Pace(Double.POSITIVE_INFINITY);

  private static final Pace REAL = new Pace(1);

  /** Checks the factor. */
  public Pace {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("pace " + factor);
    }
  }

  /** As fast as it was captured. */
  public static Pace real() {
    return REAL;
  }

  /**
   * Faster or slower than it was captured.
   *
   * @param factor more than 0; 2 is twice as fast
   */
  public static Pace times(double factor) {
    return new Pace(factor);
  }

  boolean isUnlimited() {
    return factor == Double.POSITIVE_INFINITY;
  }

  /** Nanoseconds of the file that pass in so many of the clock. */
  long fileNanos(long clockNanos) {
    return (long) (clockNanos * factor);
  }

  /** Nanoseconds of the clock, at least 1, in which so many of the file pass. */
  long clockNanos(long fileNanos) {
    return Math.max(1, (long) Math.ceil(fileNanos / factor));
  }
}
