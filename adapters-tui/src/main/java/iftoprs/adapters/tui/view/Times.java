package iftoprs.adapters.tui.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes times of day and spans. */
final class Times {

  private static final long SECOND = 1_000_000_000L;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Times() {}

  /** A time of day, of an instant in epoch nanoseconds. */
  static String clock(long nanos, ZoneId zone) {
    return nanos == 0 ? "--:--:--" : CLOCK.format(Instant.ofEpochSecond(0, nanos).atZone(zone));
  }

  /** A span such as {@code 12 s}, {@code 3:07}, {@code 26:00:05}. */
  static String duration(long nanos) {
    long seconds = Math.max(0, nanos) / SECOND;
    if (seconds < 60) {
      return seconds + " s";
    }
    long hours = seconds / 3600;
    String minutes = "%02d:%02d".formatted(seconds / 60 % 60, seconds % 60);
    return hours == 0 ? minutes : hours + ":" + minutes;
  }
}
