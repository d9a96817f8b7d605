package iftoprs.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-15T13:04:05Z, Europe/Berlin, 14:04:05",
    "2026-07-15T13:04:05Z, Europe/Berlin, 15:04:05",
    "2026-07-15T23:59:59Z, Asia/Kolkata, 05:29:59",
    "1969-12-31T23:59:59Z, UTC, 23:59:59",
  })
  void a_clock_shows_the_time_of_its_zone(Instant instant, ZoneId zone, String clock) {
    assertThat(Times.clock(instant.getEpochSecond() * 1_000_000_000L, zone)).isEqualTo(clock);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-15T21:59:59Z, Europe/Berlin, 2026-07-15",
    "2026-07-15T22:00:00Z, Europe/Berlin, 2026-07-16",
    "1970-01-01T00:00:00Z, UTC, ----------",
  })
  void a_day_is_that_of_its_zone(Instant instant, ZoneId zone, String day) {
    assertThat(Times.date(instant.getEpochSecond() * 1_000_000_000L, zone)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 s", "59, 59 s", "60, 01:00", "187, 03:07", "3600, 1:00:00", "93605, 26:00:05"})
  void a_span_has_no_more_parts_than_it_needs(long seconds, String text) {
    assertThat(Times.duration(seconds * 1_000_000_000L)).isEqualTo(text);
  }
}
