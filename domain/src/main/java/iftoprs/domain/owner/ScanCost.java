package iftoprs.domain.owner;

/**
 * What the scans of open sockets cost.
 *
 * @param scans how many have ended since the start
 * @param lastNanos how long the last of them took, as time passes
 * @param recentScans how many ended in the last ten seconds or little more; at the start in fewer
 * @param recentNanos what these took, by the clock that {@code isCpuTime} names
 * @param spanNanos the time that "recent" means, nanoseconds of the source, positive
 * @param isCpuTime whether {@code recentNanos} is the time of a processor that the scans used;
 *     otherwise it is the time that passed while they ran, for another process did the work
 */
public record ScanCost(
    long scans,
    long lastNanos,
    long recentScans,
    long recentNanos,
    long spanNanos,
    boolean isCpuTime) {

  private static final long MILLION = 1_000_000L;
  private static final long SECOND = 1_000_000_000L;

  /** Recent scans in a second, in millionths. */
  public long perSecondMillionths() {
    return recentScans * MILLION * SECOND / spanNanos;
  }

  /** The share of one core, or of the time, that recent scans took, in millionths. */
  public long shareMillionths() {
    return recentNanos * MILLION / spanNanos;
  }
}
