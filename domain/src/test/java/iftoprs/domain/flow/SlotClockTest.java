package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
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

  /** One random clock is told every time, its twin all of them at once. */
  @Test
  void times_taken_together_are_those_taken_one_by_one() {
    Random random = new Random(3);
    SlotClock twin = new SlotClock();
    clock.start(0);
    twin.start(0);
    int together = 0;
    long time = 0;
    for (int round = 0; round < 20_000; round++) {
      time +=
          random.nextInt(50) == 0 ? random.nextLong(-20, 20) * SlotClock.SLOT_NANOS : 10_000_000;
      long spread = random.nextInt(9) == 0 ? 25 * SlotClock.SLOT_NANOS : SlotClock.SLOT_NANOS;
      long[] times = random.longs(3, time - spread, time + 1).toArray();
      long slotEnd = clock.slotEnd();
      boolean taken =
          twin.observeTogether(
              Arrays.stream(times).min().orElseThrow(), Arrays.stream(times).max().orElseThrow());
      for (long each : times) {
        clock.observe(each);
        if (!taken) {
          twin.observe(each);
        }
      }
      if (taken) {
        together++;
        assertThat(twin.now()).isLessThan(slotEnd);
      }
      assertThat(twin.now()).isEqualTo(clock.now());
      assertThat(twin.steps()).isEqualTo(clock.steps());
      while (clock.now() >= clock.slotEnd()) {
        clock.closeSlot();
        twin.closeSlot();
      }
    }
    assertThat(together).isGreaterThan(1_000);
    assertThat(clock.steps()).isPositive();
  }

  @Test
  void times_in_order_within_the_open_slot_are_taken_together() {
    clock.start(0);
    assertThat(clock.observeTogether(5, SlotClock.SLOT_NANOS - 1)).isTrue();
    assertThat(clock.now()).isEqualTo(SlotClock.SLOT_NANOS - 1);
    assertThat(clock.observeTogether(5, SlotClock.SLOT_NANOS)).isFalse();
    assertThat(clock.now()).isEqualTo(SlotClock.SLOT_NANOS - 1);
  }
}
