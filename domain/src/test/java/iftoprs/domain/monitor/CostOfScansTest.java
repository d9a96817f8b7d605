package iftoprs.domain.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.owner.ScanCost;
import iftoprs.ports.CaptureException;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import iftoprs.ports.contract.FixedSocketTable;
import iftoprs.ports.contract.ScriptedCapture;
import iftoprs.ports.contract.ScriptedCapture.Silence;
import iftoprs.ports.contract.ScriptedCapture.Step;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the monitor's scans of sockets cost is bounded and told, with driven time. */
class CostOfScansTest {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;
  private static final int SECONDS = 20;

  private final FixedSocketTable table = new FixedSocketTable();
  private final List<Snapshot> snapshots = new ArrayList<>();

  private Monitor monitor(SocketTable sockets, List<Step> script, Consumer<Snapshot> publish)
      throws CaptureException {
    return Monitors.open(
        new ScriptedCapture(Monitors.DEVICE, script), sockets, Runnable::run, publish);
  }

  private void run(SocketTable sockets, List<Step> script) throws CaptureException {
    monitor(sockets, script, snapshots::add).run();
  }

  private static TestFrame packet(int port, double seconds) {
    return TestFrames.udp("10.0.0.1:" + port, "8.8.8.8:53", 100).atSeconds(seconds);
  }

  /** One flow, for as long as it is watched. */
  private static List<Step> quiet() {
    List<Step> script = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      script.add(packet(4000, 100 + second));
      script.add(new Silence(SECOND));
    }
    return script;
  }

  /** A new flow every 5 ms. */
  private static List<Step> busy() {
    List<Step> script = new ArrayList<>();
    for (int i = 0; i < SECONDS * 200; i++) {
      script.add(packet(1024 + i, 100 + i * 0.005));
      script.add(new Silence(5 * MILLI));
    }
    return script;
  }

  @Test
  void each_snapshot_tells_what_the_scans_cost() throws CaptureException {
    table.take(5 * MILLI, OptionalLong.of(3 * MILLI));
    run(table, quiet());
    ScanCost cost = snapshots.getLast().head().scans().orElseThrow();
    assertThat(cost.isCpuTime()).isTrue();
    assertThat(cost.scans()).isEqualTo(table.scans());
    assertThat(cost.lastNanos()).isEqualTo(5 * MILLI);
    // One a slot; a share of 3 ms a second.
    assertThat(cost.perSecondMillionths()).isBetween(900_000L, 1_100_000L);
    assertThat(cost.shareMillionths()).isBetween(2_700L, 3_300L);
  }

  @Test
  void nothing_is_told_while_nobody_looks() throws CaptureException {
    List<Monitor> self = new ArrayList<>();
    self.add(
        monitor(
            table,
            quiet(),
            snapshot -> {
              snapshots.add(snapshot);
              self.getFirst().lookUpOwners(snapshots.size() < 5 || snapshots.size() > 9);
            }));
    self.getFirst().run();
    List<Optional<ScanCost>> told = snapshots.stream().map(it -> it.head().scans()).toList();
    assertThat(told.subList(1, 4)).allMatch(Optional::isPresent);
    assertThat(told.subList(6, 9)).allMatch(Optional::isEmpty);
    assertThat(told.getLast()).isPresent();
    assertThat(told.getLast().orElseThrow().perSecondMillionths()).isBetween(900_000L, 1_200_000L);
  }

  @Test
  void a_replay_and_a_table_that_nobody_measures_tell_nothing() throws CaptureException {
    run(SocketTable.NONE, quiet());
    run(List::of, quiet());
    assertThat(snapshots)
        .hasSizeGreaterThan(2 * SECONDS)
        .allMatch(it -> it.head().scans().isEmpty());
  }

  @Test
  void scans_that_take_long_are_fewer() throws CaptureException {
    table.take(2 * SECOND, OptionalLong.of(500 * MILLI));
    run(table, busy());
    // Before it is known what they take there are a few.
    assertThat(table.scans()).isBetween(6, 14);
    ScanCost cost = snapshots.getLast().head().scans().orElseThrow();
    assertThat(cost.shareMillionths()).isBetween(50_000L, 200_000L);
  }

  @Test
  void one_scan_that_takes_long_does_not_make_them_fewer() throws CaptureException {
    SocketTable walking =
        new SocketTable() {
          @Override
          public List<OpenSocket> openSockets() throws IOException {
            table.take(10 * SECOND, OptionalLong.of(table.scans() % 40 == 0 ? SECOND : MILLI));
            return table.openSockets();
          }

          @Override
          public Optional<Clocks> clocks() {
            return table.clocks();
          }
        };
    run(walking, busy());
    assertThat(table.scans()).isGreaterThanOrEqualTo(SECONDS * 4);
  }
}
