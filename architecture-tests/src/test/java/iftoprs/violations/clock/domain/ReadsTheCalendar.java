package iftoprs.violations.clock.domain;

import java.time.Instant;

/** The domain asks what time it is. */
public final class ReadsTheCalendar {

  private ReadsTheCalendar() {}

  static Instant violate() {
    return Instant.now();
  }
}
