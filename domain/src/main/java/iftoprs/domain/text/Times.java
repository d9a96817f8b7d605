package iftoprs.domain.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Writes times of day and spans. By hand, because a {@code DateTimeFormatter} alone would add to
 * the time until the first frame.
 */
public final class Times {

  private static final long SECOND = 1_000_000_000L;

  private Times() {}

  /** A time of day, of an instant in epoch nanoseconds. */
  public static String clock(long nanos, ZoneId zone) {
    if (nanos == 0) {
      return "--:--:--";
    }
    Instant instant = Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND));
    long ofDay = LocalTime.ofInstant(instant, zone).toSecondOfDay();
    return pair(ofDay / 3600) + ":" + pair(ofDay / 60 % 60) + ":" + pair(ofDay % 60);
  }

  /** A day, such as {@code 2026-03-01}, of an instant in epoch nanoseconds. */
  public static String date(long nanos, ZoneId zone) {
    if (nanos == 0) {
      return "----------";
    }
    Instant instant = Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND));
    return LocalDate.ofInstant(instant, zone).toString();
  }

  /** A span such as {@code 12 s}, {@code 03:07}, {@code 26:00:05}. */
  public static String duration(long nanos) {
    long seconds = Math.max(0, nanos) / SECOND;
    if (seconds < 60) {
      return seconds + " s";
    }
    String minutes = pair(seconds / 60 % 60) + ":" + pair(seconds % 60);
    return seconds < 3600 ? minutes : seconds / 3600 + ":" + minutes;
  }

  private static String pair(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
