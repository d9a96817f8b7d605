package iftoprs.domain.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Window;
import iftoprs.domain.flow.WindowRates;
import iftoprs.domain.owner.Attribution;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.Endpoint;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import iftoprs.ports.SourceState;
import iftoprs.ports.Transport;
import iftoprs.ports.contract.ScriptedCapture;
import iftoprs.ports.contract.ScriptedCapture.Changed;
import iftoprs.ports.contract.ScriptedCapture.Failure;
import iftoprs.ports.contract.ScriptedCapture.Lost;
import iftoprs.ports.contract.ScriptedCapture.Silence;
import iftoprs.ports.contract.ScriptedCapture.Step;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MonitorTest {

  private final List<Snapshot> snapshots = new ArrayList<>();

  private Monitor monitor(SocketTable sockets, MeterOptions options, Step... script)
      throws CaptureException {
    return monitor(ScriptedCapture.of(script), sockets, options);
  }

  private Monitor monitor(ScriptedCapture capture, SocketTable sockets, MeterOptions options)
      throws CaptureException {
    return Monitor.open(
        capture, CaptureOptions.DEFAULT, sockets, Runnable::run, options, snapshots::add);
  }

  private static TestFrame frame(double seconds) {
    return TestFrames.udp("10.0.0.1:40000", "8.8.8.8:443", 1000).atSeconds(seconds);
  }

  @Test
  void counts_every_frame_and_ends_with_the_source() throws CaptureException {
    Monitor monitor =
        monitor(SocketTable.NONE, MeterOptions.TICKS, frame(100), frame(101.5), frame(103));
    monitor.run();
    assertThat(snapshots.getLast().head().frames()).isEqualTo(3);
    assertThat(snapshots.getLast().head().state()).isInstanceOf(SourceState.Ended.class);
    assertThat(snapshots.stream().map(snapshot -> snapshot.head().sequence()))
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(monitor.report().flow(0).bytes(Side.BOTH)).isEqualTo(3000);
  }

  @Test
  void polls_for_as_many_frames_as_the_source_says() throws CaptureException {
    ScriptedCapture capture =
        ScriptedCapture.of(frame(100), frame(100.1), frame(100.2)).pollSize(2);
    monitor(capture, SocketTable.NONE, MeterOptions.TICKS).run();
    assertThat(capture.limitsAsked()).containsOnly(2);
  }

  @Test
  void ticks_while_the_source_is_silent() throws CaptureException {
    monitor(
            SocketTable.NONE,
            MeterOptions.TICKS,
            frame(100),
            new Silence(1_500_000_000L),
            new Silence(1_500_000_000L))
        .run();
    assertThat(snapshots).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void previews_come_every_tenth_of_the_first_second_and_count_as_no_tick()
      throws CaptureException {
    Monitor monitor =
        monitor(
            SocketTable.NONE,
            MeterOptions.TICKS.withRefreshSeconds(1),
            frame(100),
            new Silence(1_200_000_000L));
    monitor.preview();
    monitor.run();
    List<Snapshot> early = snapshots.stream().filter(s -> s.head().sequence() == 0).toList();
    assertThat(early.stream().map(Snapshot::elapsedNanos).map(nanos -> nanos / 1_000_000))
        .containsExactly(50L, 150L, 250L, 350L, 450L, 550L, 650L, 750L, 850L, 950L);
    assertThat(early).allSatisfy(s -> assertThat(s.flowCount()).isEqualTo(1));
    assertThat(early.get(2).flow(0).rate(Window.TEN, Side.BOTH)).isEqualTo(4000);
    assertThat(early.get(2).flow(0).packetRate(Side.SENT)).isEqualTo(4);
    assertThat(early.get(2).head().totals().both()).isEqualTo(new WindowRates(4000, 4000, 4000));
    assertThat(early.get(2).head().link().sent()).isEmpty();
    assertThat(snapshots.stream().map(s -> s.head().sequence()).filter(n -> n > 0))
        .containsExactly(1L, 2L);
    assertThat(snapshots.getLast().flow(0).rate(Window.TWO, Side.BOTH)).isEqualTo(500);
  }

  @Test
  void packets_a_second_count_from_one_snapshot_to_the_next() throws CaptureException {
    monitor(
            SocketTable.NONE,
            MeterOptions.TICKS,
            frame(100),
            frame(100.5),
            frame(101.1),
            frame(101.2),
            frame(101.3),
            new Silence(1_700_000_000L),
            new Silence(50_000_000_000L),
            frame(160),
            frame(161.2),
            new Silence(1_000_000_000L))
        .run();
    List<Long> rates = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      rates.add(snapshot.flowCount() == 0 ? -1 : snapshot.flow(0).packetRate(Side.SENT));
    }
    // Two, three, none; what an idle flow had before is not known when it goes on.
    assertThat(rates).startsWith(2L, 3L, 0L).containsSubsequence(-1L, 0L, 1L);
  }

  @Test
  void without_being_asked_there_are_no_previews() throws CaptureException {
    monitor(SocketTable.NONE, MeterOptions.TICKS, frame(100), new Silence(900_000_000L)).run();
    assertThat(snapshots.stream().map(s -> s.head().sequence())).doesNotContain(0L);
  }

  @Test
  void shows_what_the_source_lost() throws CaptureException {
    monitor(SocketTable.NONE, MeterOptions.TICKS, frame(100), new Lost(5, 2), frame(101)).run();
    assertThat(snapshots.getLast().head().loss().kernel()).isEqualTo(5);
    assertThat(snapshots.getLast().head().loss().device()).isEqualTo(2);
  }

  @Test
  void counters_are_asked_for_at_the_end_of_a_slot_not_at_every_turn() throws CaptureException {
    List<Step> script = new ArrayList<>(List.of(frame(100)));
    script.addAll(Collections.nCopies(94, new Silence(10_000_000L)));
    script.add(new Lost(7, 0));
    script.addAll(Collections.nCopies(3, new Silence(10_000_000L)));
    script.add(frame(101.02)); // brings the tick about
    ScriptedCapture capture = new ScriptedCapture(script);
    monitor(capture, SocketTable.NONE, MeterOptions.TICKS).run();
    assertThat(snapshots.getFirst().head().loss().kernel()).isEqualTo(7);
    assertThat(capture.statsAsked()).isBetween(2, 8);
  }

  @Test
  void a_restart_within_a_slot_is_not_missed() throws CaptureException {
    SourceState restarting = new SourceState.Restarting("test0 is gone", 0, 100_400_000_000L);
    ScriptedCapture capture =
        ScriptedCapture.of(
            frame(100),
            new Silence(200_000_000L),
            new Changed(restarting),
            new Silence(200_000_000L),
            new Changed(SourceState.CAPTURING),
            new Silence(1_000_000_000L));
    monitor(capture, SocketTable.NONE, MeterOptions.TICKS).run();
    assertThat(capture.statesTold())
        .startsWith(SourceState.CAPTURING, restarting, SourceState.CAPTURING);
  }

  @Test
  void publishes_what_was_counted_before_the_source_broke() throws CaptureException {
    CaptureException broken =
        new CaptureException(CaptureException.Reason.LINK_LOST, "eth9 went away");
    Monitor monitor =
        monitor(SocketTable.NONE, MeterOptions.TICKS, frame(100), new Failure(broken));
    assertThatThrownBy(monitor::run).isSameAs(broken);
    assertThat(snapshots.getLast().head().frames()).isEqualTo(1);
    assertThat(snapshots.getLast().head().state())
        .isEqualTo(new SourceState.Ended("eth9 went away"));
  }

  @Test
  void stops_after_the_number_of_snapshots_asked_for() throws CaptureException {
    monitor(
            SocketTable.NONE,
            MeterOptions.TICKS.withCount(OptionalLong.of(2)),
            frame(100),
            frame(101),
            frame(102),
            frame(103),
            frame(104))
        .run();
    assertThat(snapshots).hasSize(2);
  }

  @Test
  void names_the_owner_of_a_flow_from_a_scan() throws CaptureException {
    Endpoint local = TestFrames.endpoint("10.0.0.1:40000");
    Endpoint remote = TestFrames.endpoint("8.8.8.8:443");
    SocketTable sockets =
        () -> List.of(new OpenSocket(Transport.UDP, local, Optional.of(remote), 42, "curl"));
    monitor(sockets, MeterOptions.TICKS, frame(100), frame(101.5), frame(102.5)).run();
    assertThat(snapshots.getLast().flow(0).attribution())
        .isEqualTo(new Attribution.Owned(42, "curl", Attribution.Quality.EXACT));
  }

  @Test
  void a_switched_off_look_up_scans_nothing() throws CaptureException {
    SocketTable sockets =
        () -> {
          throw new AssertionError("was asked");
        };
    Monitor monitor = monitor(sockets, MeterOptions.TICKS, frame(100), frame(101.5));
    monitor.lookUpOwners(false);
    monitor.run();
    assertThat(snapshots.getLast().flow(0).attribution()).isEqualTo(Attribution.DISABLED);
  }

  @Test
  void close_ends_the_run_with_a_last_snapshot() throws CaptureException {
    List<Monitor> self = new ArrayList<>();
    Monitor monitor =
        Monitor.open(
            ScriptedCapture.of(frame(100), frame(101), frame(102)),
            CaptureOptions.DEFAULT,
            SocketTable.NONE,
            Runnable::run,
            MeterOptions.TICKS,
            snapshot -> {
              snapshots.add(snapshot);
              self.getFirst().close();
            });
    self.add(monitor);
    monitor.run();
    assertThat(snapshots.getLast().head().state()).isInstanceOf(SourceState.Ended.class);
  }
}
