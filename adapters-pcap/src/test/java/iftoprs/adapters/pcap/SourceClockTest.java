package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceClockTest {

  private static final long EPOCH = 1_700_000_000_000_000_000L;
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1000 * MILLISECOND;

  private long monotonic = 77;
  private long wall = EPOCH;
  private final SourceClock clock = new SourceClock(() -> monotonic, () -> wall);

  private void pass(long nanos) {
    monotonic += nanos;
    wall += nanos;
  }

  /** A frame that the kernel stamped so long ago, by the wall clock of then. */
  private long placedAfter(long age) {
    return clock.place(wall - age, clock.now());
  }

  @Test
  void frames_keep_their_stamps_while_the_clock_is_not_stepped() {
    for (int i = 0; i < 1000; i++) {
      pass(37 * MILLISECOND);
      assertThat(placedAfter(5 * MILLISECOND)).isEqualTo(wall - 5 * MILLISECOND);
    }
  }

  @ParameterizedTest(name = "step of {0} s")
  @ValueSource(longs = {3600, -3600, 3, -3, 1, 86400L * 365 * 20, -86400L * 365 * 20})
  void step_of_the_wall_clock_moves_neither_time_nor_frames(long seconds) {
    pass(SECOND);
    placedAfter(0);
    wall += seconds * SECOND;
    for (int i = 1; i <= 20; i++) {
      pass(100 * MILLISECOND);
      assertThat(clock.now()).isEqualTo(EPOCH + SECOND + i * 100 * MILLISECOND);
      assertThat(placedAfter(0)).isEqualTo(clock.now());
      assertThat(placedAfter(10 * MILLISECOND)).isEqualTo(clock.now() - 10 * MILLISECOND);
    }
  }

  @Test
  void step_and_step_back_end_where_they_began() {
    pass(SECOND);
    placedAfter(0);
    wall += 600 * SECOND;
    pass(SECOND);
    assertThat(placedAfter(0)).isEqualTo(clock.now());
    wall -= 600 * SECOND;
    pass(SECOND);
    assertThat(placedAfter(0)).isEqualTo(clock.now()).isEqualTo(wall);
  }

  @Test
  void suspended_time_does_not_count() {
    pass(SECOND);
    placedAfter(0);
    wall += 8 * 3600 * SECOND; // the monotonic clock stood still
    pass(20 * MILLISECOND);
    assertThat(placedAfter(0)).isEqualTo(EPOCH + SECOND + 20 * MILLISECOND);
  }

  @Test
  void frames_stamped_before_a_step_and_read_after_it_keep_their_place() {
    pass(SECOND);
    long stamp = wall - 30 * MILLISECOND;
    wall -= 3600 * SECOND;
    assertThat(clock.place(stamp, clock.now())).isEqualTo(clock.now() - 30 * MILLISECOND);
    assertThat(placedAfter(10 * MILLISECOND)).isEqualTo(clock.now() - 10 * MILLISECOND);
  }

  @Test
  void frames_that_lay_in_the_kernel_while_the_program_was_held_up_keep_their_times() {
    clock.tell();
    pass(7 * SECOND);
    for (int age = 7; age >= 0; age--) {
      assertThat(placedAfter(age * SECOND)).isEqualTo(EPOCH + (7 - age) * SECOND);
    }
  }

  @Test
  void frame_older_than_what_was_told_comes_at_most_two_seconds_late() {
    pass(60 * SECOND);
    clock.tell();
    assertThat(placedAfter(50 * SECOND)).isEqualTo(clock.now() - SourceClock.LATE_NANOS);
  }

  @Test
  void stamps_of_a_clock_of_its_own_are_held_between_the_newest_and_now() {
    pass(SECOND);
    long newest = placedAfter(0);
    pass(SECOND);
    assertThat(clock.place(wall + 500 * SECOND, clock.now())).isEqualTo(clock.now());
    assertThat(clock.place(wall - 500 * SECOND, clock.now())).isBetween(newest, clock.now());
  }

  @Test
  void frames_that_come_during_a_long_batch_keep_their_stamps() {
    long begun = clock.now();
    pass(5 * SECOND);
    assertThat(clock.place(wall - SECOND, begun)).isEqualTo(wall - SECOND);
  }
}
