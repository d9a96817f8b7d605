package iftoprs.bootstrap;

import java.util.Locale;

/**
 * How far a replay is, in words.
 *
 * @param read bytes of the file that were read, compressed as they lie there
 * @param size bytes of the file; 0 if nobody knows
 * @param packets frames taken so far
 * @param nanos since the replay began; more than 0
 */
record ProgressLine(long read, long size, long packets, long nanos) {

  private static final double SECOND = 1e9;

  /** At most 72 columns for what can be read in a day. */
  String text() {
    String counted =
        String.format(
            Locale.ROOT, "%,d packets, %,d packets/s", packets, (long) (packets * SECOND / nanos));
    if (size <= 0 || read <= 0) {
      return counted;
    }
    double share = Math.min(1, (double) read / size); // a file may grow meanwhile
    long left = (long) Math.ceil(nanos / SECOND * (1 - share) / share);
    return String.format(
        Locale.ROOT, "%d %%, %s, %s left", (long) (share * 100), counted, duration(left));
  }

  private static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds / 60 % 60);
  }
}
