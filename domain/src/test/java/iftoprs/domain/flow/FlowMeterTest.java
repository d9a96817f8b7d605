package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.owner.Attribution;
import iftoprs.domain.owner.SocketIndex;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.Endpoint;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.SourceState;
import iftoprs.ports.Transport;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FlowMeterTest {

  private final List<Snapshot> snapshots = new ArrayList<>();
  private final FlowMeter meter =
      new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("test"), snapshots::add);

  @Test
  void swapping_the_ends_of_every_frame_swaps_sent_and_received() {
    Random random = new Random(7);
    List<TestFrame> there = new ArrayList<>();
    List<TestFrame> back = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String local = "10.0.0." + random.nextInt(9) + ":" + (1 + random.nextInt(5));
      String remote = "8.8.8." + random.nextInt(9) + ":" + (1 + random.nextInt(5));
      boolean out = random.nextBoolean();
      int length = 60 + random.nextInt(1000);
      long time = 1_000_000_000L * 100 + i * 5_000_000L;
      there.add(TestFrames.udp(out ? local : remote, out ? remote : local, length).at(time));
      back.add(TestFrames.udp(out ? remote : local, out ? local : remote, length).at(time));
    }
    Snapshot one = last(there);
    Snapshot two = last(back);
    assertThat(one.flowCount()).isEqualTo(two.flowCount()).isPositive();
    assertThat(one.head().totals().sent()).isEqualTo(two.head().totals().received());
    assertThat(one.head().totals().receivedBytes()).isEqualTo(two.head().totals().sentBytes());
    for (int i = 0; i < one.flowCount(); i++) {
      FlowSnapshot flow = one.flow(i);
      FlowSnapshot same = flow(two, flow.key());
      for (Window window : Window.values()) {
        assertThat(flow.rate(window, Side.SENT)).isEqualTo(same.rate(window, Side.RECEIVED));
      }
      assertThat(flow.bytes(Side.RECEIVED)).isEqualTo(same.bytes(Side.SENT));
    }
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void times_at_the_end_of_all_time_end() {
    TestFrame frame = TestFrames.udp("10.0.0.1:1", "8.8.8.8:53", 100);
    Snapshot lastOfAllTime =
        last(List.of(frame.at(Long.MAX_VALUE), frame.at(0), frame.at(Long.MAX_VALUE), frame.at(5)));
    Accounts.check(lastOfAllTime);
    assertThat(lastOfAllTime.head().frames()).isEqualTo(4);
  }

  @Test
  void active_flows_beyond_the_rated_ones_are_summed_apart_until_they_are_idle() {
    meter.start(0);
    for (int flow = 0; flow < RateWindows.MAX_BLOCKS + 3; flow++) {
      meter.onFrame(manyFlows(flow, 100).at(1).toFrame());
    }
    meter.onFrame(manyFlows(RateWindows.MAX_BLOCKS, 60).at(2).toFrame());
    for (int second = 1; second <= 41; second++) {
      meter.advanceTo(second * 1_000_000_000L);
    }
    assertThat(snapshots).hasSize(41).allSatisfy(Accounts::check);
    assertThat(snapshots.getFirst().flowCount()).isEqualTo(RateWindows.MAX_BLOCKS);
    assertThat(snapshots.getFirst().head().unrated()).isEqualTo(new Sum(3, 4, 360));
    assertThat(snapshots.getFirst().head().idle()).isEqualTo(Sum.ZERO);
    assertThat(snapshots.get(39).head().unrated()).isEqualTo(new Sum(3, 4, 360));
    assertThat(snapshots.get(40).head().unrated()).isEqualTo(Sum.ZERO);
    assertThat(snapshots.get(40).head().idle().flows()).isEqualTo(RateWindows.MAX_BLOCKS + 3);
  }

  @Test
  void an_unrated_flow_is_rated_with_its_next_frame_once_others_are_idle() {
    meter.start(0);
    for (int flow = 0; flow <= RateWindows.MAX_BLOCKS; flow++) {
      meter.onFrame(manyFlows(flow, 100).at(1).toFrame());
    }
    meter.onFrame(manyFlows(RateWindows.MAX_BLOCKS, 100).at(39_500_000_000L).toFrame());
    meter.advanceTo(42_000_000_000L);
    assertThat(snapshots.getLast().head().unrated()).isEqualTo(new Sum(1, 2, 200));
    meter.onFrame(manyFlows(RateWindows.MAX_BLOCKS, 100).at(42_500_000_000L).toFrame());
    meter.advanceTo(43_000_000_000L);
    assertThat(snapshots.getLast().head().unrated()).isEqualTo(Sum.ZERO);
    assertThat(snapshots.getLast().flow(0).bytes(Side.BOTH)).isEqualTo(300);
    assertThat(snapshots).allSatisfy(Accounts::check);
  }

  @Test
  void an_unrated_flow_stays_active_when_the_clock_steps_back() {
    long start = 1_000_000_000_000L;
    meter.start(start);
    for (int flow = 0; flow <= RateWindows.MAX_BLOCKS; flow++) {
      meter.onFrame(manyFlows(flow, 100).at(start).toFrame());
    }
    long earlier = start - 500_000_000_000L;
    meter.onFrame(manyFlows(RateWindows.MAX_BLOCKS, 100).at(earlier).toFrame());
    meter.advanceTo(earlier + 2_000_000_000L);
    assertThat(snapshots).hasSize(2).allSatisfy(Accounts::check);
    assertThat(snapshots.getLast().head().unrated()).isEqualTo(new Sum(1, 2, 200));
  }

  private static TestFrame manyFlows(int number, int length) {
    return TestFrames.udp(
        "10." + (number >>> 16) + "." + (number >>> 8 & 255) + "." + (number & 255) + ":9",
        "8.8.8.8:53",
        length);
  }

  @Test
  void the_last_of_a_number_of_snapshots_says_that_it_is_the_last() {
    FlowMeter two =
        new FlowMeter(
            MeterOptions.TICKS.withCount(OptionalLong.of(2)),
            CaptureDevice.named("test"),
            snapshots::add);
    two.start(0);
    two.advanceTo(5_000_000_000L);
    assertThat(snapshots.stream().map(snapshot -> snapshot.head().state()))
        .containsExactly(SourceState.CAPTURING, SourceState.ENDED);
    assertThat(two.isFinished()).isTrue();
  }

  @Test
  void time_told_between_frames_and_batches_of_any_size_change_no_figure() {
    Random random = new Random(11);
    List<TestFrame> frames = new ArrayList<>();
    long time = 100_000_000_000L;
    for (int i = 0; i < 3_000; i++) {
      time +=
          random.nextInt(20) == 0 ? random.nextLong(60_000_000_000L) : random.nextInt(90_000_000);
      String ends = "10.0.0." + random.nextInt(9) + ":" + (1 + random.nextInt(5));
      frames.add(TestFrames.udp(ends, "8.8.8.8:53", 60 + random.nextInt(1400)).at(time));
    }
    List<List<String>> undisturbed = figuresOf(frames, () -> false);
    List<List<String>> disturbed = figuresOf(frames, random::nextBoolean);
    assertThat(disturbed).isEqualTo(undisturbed).hasSizeGreaterThan(100);
  }

  /** Figures of all snapshots; before some frames the meter is told how late it is. */
  private static List<List<String>> figuresOf(List<TestFrame> frames, BooleanSupplier tells) {
    List<List<String>> figures = new ArrayList<>();
    FlowMeter meter =
        new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("test"), Accounts.collector(figures));
    for (TestFrame frame : frames) {
      if (tells.getAsBoolean()) {
        meter.advanceTo(frame.timeNanos());
      }
      meter.onFrame(frame.toFrame());
    }
    meter.finish(SourceState.ENDED);
    return figures;
  }

  private static Snapshot last(List<TestFrame> frames) {
    List<Snapshot> published = new ArrayList<>();
    FlowMeter meter =
        new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("test"), published::add);
    frames.forEach(frame -> meter.onFrame(frame.toFrame()));
    meter.finish(SourceState.ENDED);
    return published.getLast();
  }

  private static FlowSnapshot flow(Snapshot snapshot, FlowKey key) {
    for (int i = 0; i < snapshot.flowCount(); i++) {
      if (snapshot.flow(i).key().equals(key)) {
        return snapshot.flow(i);
      }
    }
    throw new AssertionError("no flow " + key);
  }

  @Test
  void an_idle_flow_that_the_user_looks_at_stays_in_the_snapshot_with_its_history() {
    meter.onFrame(TestFrames.udp("10.0.0.1:1", "8.8.8.8:2", 100).atSeconds(100).toFrame());
    FlowKey key =
        new FlowKey(
            Transport.UDP, TestFrames.endpoint("10.0.0.1:1"), TestFrames.endpoint("8.8.8.8:2"));
    meter.interest(new Interest(Set.of(key)));
    meter.advanceTo(102_000_000_000L);
    assertThat(flow(snapshots.getLast(), key).history()).containsExactly(100, 0);
    meter.advanceTo(200_000_000_000L);
    assertThat(snapshots.getLast().flowCount()).isEqualTo(1);
    assertThat(flow(snapshots.getLast(), key).bytes(Side.SENT)).isEqualTo(100);
    assertThat(snapshots.getLast().head().idle()).isEqualTo(Sum.ZERO);
    Accounts.check(snapshots.getLast());
    meter.interest(Interest.NONE);
    meter.advanceTo(210_000_000_000L);
    assertThat(snapshots.getLast().flowCount()).isZero();
  }

  @Test
  void a_flow_looked_at_from_both_ends_is_counted_once() {
    meter.onFrame(TestFrames.udp("10.0.0.1:1", "8.8.8.8:2", 100).atSeconds(100).toFrame());
    FlowKey key =
        new FlowKey(
            Transport.UDP, TestFrames.endpoint("10.0.0.1:1"), TestFrames.endpoint("8.8.8.8:2"));
    meter.interest(
        new Interest(Set.of(key, new FlowKey(key.transport(), key.remote(), key.local()))));
    meter.advanceTo(200_000_000_000L);
    assertThat(snapshots.getLast().flowCount()).isEqualTo(1);
    Accounts.check(snapshots.getLast());
  }

  @Test
  void without_sockets_every_flow_says_why_it_has_no_owner() {
    meter.noSockets(Attribution.DISABLED);
    meter.onFrame(TestFrames.udp("10.0.0.1:1", "8.8.8.8:2", 100).atSeconds(100).toFrame());
    meter.finish(SourceState.ENDED);
    assertThat(snapshots.getLast().flow(0).attribution()).isEqualTo(Attribution.DISABLED);
  }

  @Test
  void only_a_socket_with_all_five_values_owns_a_flow_and_keeps_it_when_closed() {
    Endpoint local = TestFrames.endpoint("10.0.0.1:40000");
    Endpoint remote = TestFrames.endpoint("8.8.8.8:443");
    OpenSocket listener =
        new OpenSocket(
            Transport.TCP, TestFrames.endpoint("0.0.0.0:443"), Optional.empty(), 7, "web");
    OpenSocket connected = new OpenSocket(Transport.TCP, local, Optional.of(remote), 9, "browser");
    meter.onFrame(TestFrames.tcp("10.0.0.1:40000", "8.8.8.8:443", 100).atSeconds(100).toFrame());
    meter.sockets(SocketIndex.of(List.of(listener)));
    meter.advanceTo(101_000_000_000L);
    assertThat(snapshots.getLast().flow(0).attribution()).isEqualTo(Attribution.NO_SOCKET);
    meter.sockets(SocketIndex.of(List.of(listener, connected)));
    meter.advanceTo(102_000_000_000L);
    Attribution owned = new Attribution.Owned(9, "browser", Attribution.Quality.EXACT);
    assertThat(snapshots.getLast().flow(0).attribution()).isEqualTo(owned);
    meter.sockets(SocketIndex.EMPTY);
    meter.advanceTo(103_000_000_000L);
    assertThat(snapshots.getLast().flow(0).attribution()).isEqualTo(owned);
  }

  @Test
  void what_goes_on_for_a_minute_without_its_socket_has_no_owner() {
    Endpoint local = TestFrames.endpoint("10.0.0.1:7000");
    OpenSocket socket = new OpenSocket(Transport.UDP, local, Optional.empty(), 9, "server");
    for (int second = 100; second <= 170; second++) {
      meter.onFrame(TestFrames.udp("8.8.8.8:53", "10.0.0.1:7000", 100).atSeconds(second).toFrame());
      meter.sockets(SocketIndex.of(second < 105 ? List.of(socket) : List.of()));
      meter.advanceTo((second + 1) * 1_000_000_000L);
      Attribution owner = snapshots.getLast().flow(0).attribution();
      assertThat(owner instanceof Attribution.Owned).as("%d", second).isEqualTo(second <= 164);
    }
  }

  @Test
  void an_empty_source_ends_with_one_empty_snapshot() {
    meter.finish(SourceState.ENDED);
    assertThat(snapshots).hasSize(1);
    assertThat(snapshots.getFirst().head().timeNanos()).isZero();
    assertThat(snapshots.getFirst().flowCount()).isZero();
  }

  @Test
  void a_report_is_sorted_by_bytes_then_key_and_has_what_the_capture_said() {
    meter.onFrame(TestFrames.udp("10.0.0.2:1", "8.8.8.8:2", 100).atSeconds(103).toFrame());
    meter.onFrame(TestFrames.udp("10.0.0.1:1", "8.8.8.8:2", 100).atSeconds(101).toFrame());
    meter.onFrame(TestFrames.tcp("10.0.0.9:1", "8.8.8.8:2", 500).atSeconds(102).toFrame());
    meter.finish(SourceState.ENDED);
    Report report = meter.report();
    assertThat(report.size()).isEqualTo(3);
    assertThat(report.flow(0).bytes(Side.BOTH)).isEqualTo(500);
    assertThat(report.flow(1).local()).isEqualTo(TestFrames.endpoint("10.0.0.1:1"));
    assertThat(report.flow(2).local()).isEqualTo(TestFrames.endpoint("10.0.0.2:1"));
    assertThat(report.head().firstNanos()).isEqualTo(101_000_000_000L);
    assertThat(report.head().lastNanos()).isEqualTo(103_000_000_000L);
  }

  @Test
  void a_live_meter_ticks_although_nothing_comes() {
    meter.start(50_000_000_000L);
    meter.advanceTo(53_500_000_000L);
    assertThat(snapshots).hasSizeGreaterThanOrEqualTo(1);
    assertThat(snapshots.getLast().head().timeNanos()).isEqualTo(53_000_000_000L);
  }
}
