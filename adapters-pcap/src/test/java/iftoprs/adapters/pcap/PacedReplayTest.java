package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pace and loop, on a clock that only waiting moves. */
class PacedReplayTest {

  private static final long SECOND = 1_000_000_000;
  private static final long START = 1_700_000_000 * SECOND;

  private final ManualClock clock = new ManualClock();
  private final List<Long> times = new ArrayList<>();

  @Test
  void frames_come_when_they_are_due() throws CaptureException {
    PacketSource source = playing(Pace.real(), false, 0, 2, 2, 5);
    assertThat(poll(source, 0)).isEqualTo(1);
    assertThat(poll(source, 0)).isZero();
    assertThat(poll(source, SECOND)).isZero();
    assertThat(source.timeNanos()).isEqualTo(START + SECOND);
    assertThat(poll(source, 10 * SECOND)).isEqualTo(2);
    assertThat(source.timeNanos()).isEqualTo(START + 2 * SECOND);
    assertThat(poll(source, 10 * SECOND)).isEqualTo(1);
    assertThat(poll(source, 10 * SECOND)).isEqualTo(PacketSource.END);
    assertThat(source.timeNanos()).isEqualTo(START + 5 * SECOND);
    assertThat(clock.waits).containsExactly(SECOND, SECOND, 3 * SECOND);
  }

  @Test
  void pace_scales_waiting_and_time() throws CaptureException {
    PacketSource source = playing(Pace.times(4), false, 0, 8);
    assertThat(poll(source, 0)).isEqualTo(1);
    clock.advance(SECOND);
    assertThat(poll(source, 0)).isZero();
    assertThat(source.timeNanos()).isEqualTo(START + 4 * SECOND);
    assertThat(poll(source, 10 * SECOND)).isEqualTo(1);
    assertThat(clock.waits).containsExactly(SECOND);
  }

  @Test
  void slow_pace_waits_longer_than_the_file() throws CaptureException {
    PacketSource source = playing(Pace.times(0.5), false, 0, 1);
    poll(source, 0);
    assertThat(poll(source, 10 * SECOND)).isEqualTo(1);
    assertThat(clock.waits).containsExactly(2 * SECOND);
  }

  @Test
  void time_does_not_pass_a_frame_that_is_due_but_not_delivered() throws CaptureException {
    PacketSource source = playing(Pace.real(), false, 0, 1, 2, 3);
    poll(source, 0);
    clock.advance(10 * SECOND);
    for (int second = 1; second <= 3; second++) {
      assertThat(source.timeNanos()).isLessThanOrEqualTo(START + second * SECOND);
      assertThat(source.poll(frame -> times.add(frame.timeNanos()), 1, 0)).isEqualTo(1);
    }
    assertThat(source.timeNanos()).isGreaterThanOrEqualTo(START + 3 * SECOND);
  }

  @Test
  void disorder_is_delivered_at_once_and_time_does_not_run_back() throws CaptureException {
    PacketSource source = playing(Pace.real(), false, 0, 5, 3, 6);
    poll(source, 0);
    assertThat(poll(source, 10 * SECOND)).isEqualTo(2);
    assertThat(source.timeNanos()).isEqualTo(START + 5 * SECOND);
    assertThat(poll(source, 10 * SECOND)).isEqualTo(1);
    assertThat(clock.waits).containsExactly(5 * SECOND, SECOND);
  }

  @Test
  void time_goes_on_where_the_file_steps_back_far() throws CaptureException {
    PacketSource source = playing(Pace.real(), false, 100, 101, 0, 1);
    while (poll(source, 10 * SECOND) != PacketSource.END) {
      assertThat(source.timeNanos()).isLessThanOrEqualTo(START + 102 * SECOND);
    }
    assertThat(times).containsExactly(at(100), at(101), at(101), at(102));
  }

  @Test
  void loop_begins_anew_a_second_after_the_last_frame() throws CaptureException {
    PacketSource source = playing(Pace.real(), true, 0, 2);
    while (times.size() < 5) {
      assertThat(poll(source, 100 * SECOND)).isPositive();
    }
    assertThat(times).containsExactly(at(0), at(2), at(3), at(5), at(6));
    assertThat(clock.waits).containsExactly(2 * SECOND, SECOND, 2 * SECOND, SECOND);
    assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
  }

  @Test
  void loop_without_pace_fills_every_poll() throws CaptureException {
    PacketSource source = playing(Pace.MAX, true, 0, 2);
    assertThat(source.poll(frame -> times.add(frame.timeNanos()), 5, 0)).isEqualTo(5);
    assertThat(times).containsExactly(at(0), at(2), at(3), at(5), at(6));
    assertThat(source.timeNanos()).isEqualTo(at(6));
  }

  @Test
  void loop_over_a_file_without_frames_ends() throws CaptureException {
    assertThat(poll(playing(Pace.MAX, true), SECOND)).isEqualTo(PacketSource.END);
  }

  private static long at(long second) {
    return START + second * SECOND;
  }

  private PacketSource playing(Pace pace, boolean looping, long... seconds)
      throws CaptureException {
    List<TestFrame> frames = new ArrayList<>();
    for (long second : seconds) {
      frames.add(TestFrames.arp("192.0.2.1", "192.0.2.2").at(at(second)));
    }
    byte[] file = CaptureFiles.pcap(frames);
    CaptureInput input = CaptureInput.of("test", () -> new ByteArrayInputStream(file));
    return new ReplayCapture(input, pace, looping, clock, () -> clock).open(CaptureOptions.DEFAULT);
  }

  private int poll(PacketSource source, long maxWaitNanos) throws CaptureException {
    return source.poll(frame -> times.add(frame.timeNanos()), 100, maxWaitNanos);
  }
}
