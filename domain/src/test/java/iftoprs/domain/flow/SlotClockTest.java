package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotClockTest {

  private final SlotClock clock = new SlotClock();

  @ParameterizedTest
  @ValueSource(longs = {0, SlotClock.LATEST - 1, SlotClock.LATEST, Long.MAX_VALUE})
  void slot_of_any_start_ends_behind_it(long start) {
    clock.start(start);
    assertThat(clock.slotEnd()).isGreaterThan(clock.now());
    assertThat(clock.observe(Long.MAX_VALUE)).isEqualTo(SlotClock.LATEST);
  }

  @Test
  void steps_back_never_carry_time_beyond_its_end() {
    clock.start(0);
    long before = 0;
    for (int i = 0; i < 10; i++) {
      long high = clock.observe(Long.MAX_VALUE / 3);
      long low = clock.observe(0);
      assertThat(high).isBetween(before, SlotClock.LATEST);
      assertThat(low).isEqualTo(high);
      before = low;
    }
    assertThat(clock.now()).isEqualTo(SlotClock.LATEST);
  }
}
