package iftoprs.domain.text;

/**
 * Draws a history in one line of block characters: {@code ▁▂▃▄▅▆▇█}.
 *
 * <p>The lowest block stands for no traffic at all; whatever moved reaches at least the second.
 */
public final class Sparkline {

  private static final char LOWEST = '▁';
  private static final int LEVELS = 8;

  private Sparkline() {}

  /**
   * Draws the newest samples.
   *
   * @param samples oldest first, each 0 or more
   * @param width columns to use
   * @param top the value that reaches the top; see {@link #peak}
   * @return exactly {@code width} characters, blank on the left where there are no samples yet
   */
  public static String of(long[] samples, int width, long top) {
    StringBuilder line = new StringBuilder(Math.max(0, width));
    for (int column = 0; column < width; column++) {
      int at = samples.length - width + column;
      line.append(at < 0 ? ' ' : (char) (LOWEST + eighths(samples[at], top) - 1));
    }
    return line.toString();
  }

  /**
   * The highest of the newest samples.
   *
   * @param samples oldest first
   * @param width how many count
   * @return at least 0
   */
  public static long peak(long[] samples, int width) {
    long peak = 0;
    for (int at = Math.max(0, samples.length - width); at < samples.length; at++) {
      peak = Math.max(peak, samples[at]);
    }
    return peak;
  }

  /** 1 for nothing, 2 to 8 for something. */
  private static int eighths(long sample, long top) {
    if (sample <= 0) {
      return 1;
    }
    double share = Math.min(1, (double) sample / Math.max(1, top));
    return 1 + Math.max(1, (int) Math.round(share * (LEVELS - 1)));
  }
}
