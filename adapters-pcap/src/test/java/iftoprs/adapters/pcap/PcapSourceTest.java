package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureException.Reason;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.IpAddress;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PcapSourceTest {

  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1000 * MILLISECOND;

  private final ManualClock clock = new ManualClock();
  private final FakeDevice eth0 = new FakeDevice(clock, device("eth0", true));
  private final List<Long> frames = new ArrayList<>();
  private long wallStep;
  private PacketSource source;

  @BeforeEach
  void open() throws CaptureException {
    source =
        new PcapSource(
            device("eth0", true),
            eth0,
            new SourceClock(clock, () -> clock.getAsLong() + wallStep),
            clock,
            new SplittableRandom(1));
  }

  private static CaptureDevice device(String name, boolean up, int... addresses) {
    List<InterfaceAddress> nets = new ArrayList<>();
    for (int address : addresses) {
      nets.add(new InterfaceAddress(IpAddress.ipv4(address), 24));
    }
    return new CaptureDevice(name, "", nets, Optional.empty(), up, false, true);
  }

  private int poll(long nanos) throws CaptureException {
    return source.poll(frame -> frames.add(frame.timeNanos()), 100, nanos);
  }

  private SourceState.Restarting restarting() {
    assertThat(source.state()).isInstanceOf(SourceState.Restarting.class);
    return (SourceState.Restarting) source.state();
  }

  @Test
  void lost_device_is_told_with_reason_and_next_attempt_while_time_runs_on() throws Exception {
    eth0.handle().broken = true;
    eth0.present = Optional.empty();
    long before = source.timeNanos();
    assertThat(poll(100 * MILLISECOND)).isZero();
    assertThat(source.timeNanos()).isEqualTo(before + 100 * MILLISECOND);
    assertThat(restarting().reason()).isEqualTo("eth0 is gone");
    assertThat(restarting().attempt()).isZero();
    assertThat(restarting().nextAttemptNanos() - before)
        .isBetween(200 * MILLISECOND, 250 * MILLISECOND);
    assertThat(eth0.handle().closed).isEqualTo(1);
    assertThat(eth0.opened).hasSize(1);
  }

  @Test
  void loss_is_told_however_soon_the_device_is_back() throws Exception {
    eth0.handle().broken = true;
    assertThat(poll(SECOND)).isZero();
    assertThat(restarting().attempt()).isZero();
    assertThat(eth0.opened).hasSize(1);
    poll(0);
    assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
    assertThat(eth0.opened).hasSize(2);
  }

  @Test
  void device_that_is_down_is_told_apart_from_one_that_is_gone() throws Exception {
    eth0.handle().interrupted = true;
    eth0.present = Optional.of(device("eth0", false));
    poll(MILLISECOND);
    assertThat(restarting().reason()).isEqualTo("eth0 is down");
  }

  @Test
  void device_that_is_away_without_a_word_of_libpcap_is_lost_after_its_last_frame()
      throws Exception {
    poll(0);
    eth0.away = true;
    eth0.present = Optional.of(device("eth0", false));
    eth0.handle().stamps.add(clock.getAsLong());
    assertThat(poll(SECOND)).isEqualTo(1);
    assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
    poll(250 * MILLISECOND);
    assertThat(restarting().reason()).isEqualTo("eth0 is down");
  }

  @Test
  void failure_of_a_device_that_is_up_is_told_in_the_words_of_libpcap() throws Exception {
    eth0.handle().broken = true;
    eth0.handle().error = "recvfrom:\n bad";
    poll(MILLISECOND);
    assertThat(restarting().reason()).isEqualTo("eth0: recvfrom: bad");
  }

  @Test
  void interrupted_wait_after_which_frames_come_is_no_loss() throws Exception {
    eth0.handle().interrupted = true;
    eth0.handle().stamps.add(clock.getAsLong());
    assertThat(poll(SECOND)).isEqualTo(1);
    assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
  }

  @Test
  void attempts_come_ever_later_up_to_half_a_minute() throws Exception {
    eth0.handle().broken = true;
    eth0.present = Optional.empty();
    long last = clock.getAsLong();
    List<Long> gaps = new ArrayList<>();
    for (int attempt = 0; attempt < 10; attempt++) {
      while (!(source.state() instanceof SourceState.Restarting now) || now.attempt() < attempt) {
        poll(50 * MILLISECOND);
      }
      assertThat(restarting().attempt()).isEqualTo(attempt);
      gaps.add(restarting().nextAttemptNanos() - last);
      last = restarting().nextAttemptNanos();
    }
    long[] longest = {250, 500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000};
    for (int i = 0; i < longest.length; i++) {
      assertThat(gaps.get(i))
          .as("wait before attempt " + (i + 1))
          .isBetween(longest[i] * MILLISECOND * 4 / 5, longest[i] * MILLISECOND + 50 * MILLISECOND);
    }
    assertThat(eth0.opened).as("what is gone is not opened").hasSize(1);
  }

  @Test
  void device_that_comes_back_is_opened_again_and_counted_on() throws Exception {
    eth0.handle().stats = new CaptureStats(1000, 20, 3);
    eth0.handle().broken = true;
    poll(MILLISECOND);
    assertThat(source.stats()).isEqualTo(new CaptureStats(1000, 20, 3));
    poll(SECOND);
    assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
    assertThat(eth0.handles).hasSize(2);
    assertThat(source.stats()).isEqualTo(new CaptureStats(1000, 20, 3));
    eth0.handle().stats = new CaptureStats(5, 1, 0);
    eth0.handle().stamps.add(clock.getAsLong());
    assertThat(poll(SECOND)).isEqualTo(1);
    assertThat(source.stats()).isEqualTo(new CaptureStats(1005, 21, 3));
    source.close();
    assertThat(source.stats()).isEqualTo(new CaptureStats(1005, 21, 3));
    assertThat(eth0.handles).allSatisfy(handle -> assertThat(handle.closed).isEqualTo(1));
  }

  @Test
  void frames_read_before_the_loss_are_delivered_first() throws Exception {
    eth0.handle().stamps.addAll(List.of(clock.getAsLong(), clock.getAsLong()));
    eth0.handle().broken = true;
    assertThat(poll(MILLISECOND)).isEqualTo(2);
    assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
    poll(MILLISECOND);
    assertThat(restarting().attempt()).isZero();
  }

  @Test
  void device_that_is_lost_before_ten_seconds_of_health_waits_longer() throws Exception {
    breakAndReturn();
    poll(9 * SECOND);
    eth0.handle().broken = true;
    poll(0);
    assertThat(restarting().attempt()).isEqualTo(1);
    assertThat(restarting().nextAttemptNanos() - source.timeNanos())
        .isBetween(400 * MILLISECOND, 500 * MILLISECOND);
  }

  @Test
  void ten_seconds_of_health_make_the_first_wait_short_again() throws Exception {
    breakAndReturn();
    poll(10 * SECOND);
    eth0.handle().broken = true;
    poll(0);
    assertThat(restarting().attempt()).isZero();
  }

  private void breakAndReturn() throws CaptureException {
    eth0.handle().broken = true;
    poll(0);
    poll(restarting().nextAttemptNanos() - source.timeNanos());
    poll(0);
    assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"LINK_LOST", "NO_SUCH_DEVICE"})
  void opening_in_vain_is_tried_again(Reason reason) throws Exception {
    eth0.handle().broken = true;
    eth0.refusal = Optional.of(new CaptureException(reason, "not now"));
    poll(0);
    poll(SECOND);
    assertThat(restarting().attempt()).isEqualTo(2);
    assertThat(restarting().reason()).isEqualTo("eth0: not now");
    eth0.refusal = Optional.empty();
    poll(2 * SECOND);
    assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"NOT_PERMITTED", "BAD_FILTER", "NO_LIBRARY"})
  void what_waiting_cannot_mend_ends_the_capture(Reason reason) throws Exception {
    CaptureException refused = new CaptureException(reason, "never again");
    eth0.handle().broken = true;
    eth0.refusal = Optional.of(refused);
    poll(0);
    assertThatThrownBy(() -> poll(SECOND)).isSameAs(refused);
    assertThat(poll(SECOND)).isEqualTo(PacketSource.END);
    assertThat(source.state()).isEqualTo(new SourceState.Ended("never again"));
    assertThat(eth0.handle().closed).isEqualTo(1);
  }

  @Test
  void close_while_the_device_is_away_ends_the_source() throws Exception {
    eth0.handle().broken = true;
    poll(MILLISECOND);
    source.close();
    assertThat(poll(SECOND)).isEqualTo(PacketSource.END);
    assertThat(source.state()).isEqualTo(SourceState.ENDED);
    assertThat(eth0.handle().closed).isEqualTo(1);
  }

  @Test
  void close_from_another_thread_ends_the_wait_for_the_next_attempt() throws Exception {
    source = new PcapSource(device("eth0", true), eth0);
    eth0.handle().broken = true;
    eth0.present = Optional.empty();
    while (!(source.state() instanceof SourceState.Restarting now) || now.attempt() < 3) {
      poll(10 * MILLISECOND);
    }
    Thread closer = Thread.ofPlatform().start(source::close); // before the wait, or during it
    assertTimeoutPreemptively(
        Duration.ofMillis(900), // the next attempt is further away, and would be in vain
        () -> {
          assertThat(source.poll(frame -> {}, 1, Long.MAX_VALUE)).isEqualTo(PacketSource.END);
        });
    closer.join();
    assertThat(eth0.handle().closed).isEqualTo(1);
  }

  @Test
  void addresses_and_name_are_followed_when_the_system_tells_of_a_change() throws Exception {
    eth0.present = Optional.of(device("lan0", true, 0xc0000202));
    for (int i = 0; i < 8; i++) {
      poll(SECOND);
    }
    assertThat(eth0.asked).isPositive();
    assertThat(eth0.looks).as("nothing was told").isZero();
    eth0.changed = true;
    poll(250 * MILLISECOND);
    poll(0);
    assertThat(eth0.looks).isEqualTo(1);
    assertThat(source.device().name()).isEqualTo("lan0");
    assertThat(source.device().addresses()).hasSize(1);
    assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
    eth0.present = Optional.empty();
    eth0.changed = true;
    poll(4 * SECOND);
    poll(0);
    assertThat(eth0.looks).as("at most every five seconds").isEqualTo(1);
    poll(SECOND);
    poll(0);
    assertThat(eth0.looks).isEqualTo(2);
    assertThat(source.device().name()).isEqualTo("lan0");
  }

  @Test
  void opener_is_closed_with_the_source_and_when_it_cannot_open() {
    source.close();
    assertThat(eth0.closed).isEqualTo(1);
    eth0.refusal = Optional.of(new CaptureException(CaptureException.Reason.NOT_PERMITTED, "no"));
    assertThatThrownBy(() -> new PcapSource(device("eth0", true), eth0))
        .isInstanceOf(CaptureException.class);
    assertThat(eth0.closed).isEqualTo(2);
  }

  @Test
  void device_that_comes_back_with_other_addresses_has_these() throws Exception {
    eth0.handle().broken = true;
    eth0.present = Optional.empty();
    poll(0);
    eth0.present = Optional.of(device("eth0", true, 0xc0000203));
    poll(SECOND);
    assertThat(source.device().addresses())
        .containsExactly(new InterfaceAddress(IpAddress.ipv4(0xc0000203), 24));
  }

  @Test
  void frames_after_a_step_of_the_wall_clock_are_booked_now() throws Exception {
    wallStep = -3600 * SECOND;
    eth0.handle().stamps.add(clock.getAsLong() + wallStep);
    assertThat(poll(0)).isEqualTo(1);
    assertThat(frames).containsExactly(source.timeNanos());
  }
}
