package iftoprs.domain.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.owner.Attribution;
import iftoprs.domain.owner.Attribution.Owned;
import iftoprs.domain.owner.Attribution.Quality;
import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SocketTable;
import iftoprs.ports.Transport;
import iftoprs.ports.contract.FixedSocketTable;
import iftoprs.ports.contract.ScriptedCapture;
import iftoprs.ports.contract.ScriptedCapture.Silence;
import iftoprs.ports.contract.ScriptedCapture.Step;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** How the monitor's scans find the owners of flows, with driven time. */
class OwnersOfFlowsTest {

  private static final long MILLI = 1_000_000L;

  private final List<Snapshot> snapshots = new ArrayList<>();

  private Monitor monitor(SocketTable table, Executor background, List<? extends Step> script)
      throws CaptureException {
    return Monitors.open(
        new ScriptedCapture(Monitors.DEVICE, script), table, background, snapshots::add);
  }

  private static TestFrame packet(int port, double seconds) {
    return TestFrames.udp("10.0.0.1:" + port, "8.8.8.8:53", 100).atSeconds(seconds);
  }

  private static OpenSocket client(int port) {
    return new OpenSocket(
        Transport.UDP, TestFrames.endpoint("0.0.0.0:" + port), Optional.empty(), port, "dig");
  }

  private Attribution ownerOf(int port) {
    for (int i = snapshots.size() - 1; i >= 0; i--) {
      for (int flow = 0; flow < snapshots.get(i).flowCount(); flow++) {
        FlowSnapshot shown = snapshots.get(i).flow(flow);
        if (shown.local().port() == port) {
          return shown.attribution();
        }
      }
    }
    throw new AssertionError("no flow of port " + port);
  }

  /** Lists a client's socket in the scan after its packet and never again. */
  private static final class OneShots implements SocketTable {

    private final List<List<OpenSocket>> scans;
    private int next;

    OneShots(List<List<OpenSocket>> scans) {
      this.scans = scans;
    }

    @Override
    public List<OpenSocket> openSockets() {
      return next < scans.size() ? scans.get(next++) : List.of();
    }
  }

  @Test
  void a_new_flow_is_looked_for_at_once_and_remembered_when_closed() throws CaptureException {
    OneShots table = new OneShots(List.of(List.of(), List.of(client(4000))));
    monitor(
            table,
            Runnable::run,
            List.of(packet(4000, 100), new Silence(1_500 * MILLI), new Silence(1_000 * MILLI)))
        .run();
    assertThat(ownerOf(4000)).isInstanceOf(Owned.class);
    assertThat(((Owned) ownerOf(4000)).pid()).isEqualTo(4000);
  }

  @Test
  void with_previews_the_first_scan_comes_behind_the_first_flows() throws CaptureException {
    List<Integer> shownBefore = new ArrayList<>();
    SocketTable table =
        () -> {
          shownBefore.add(snapshots.size());
          return List.of(client(4000));
        };
    Monitor monitor =
        monitor(
            table,
            Runnable::run,
            List.of(packet(4000, 100), new Silence(500 * MILLI), new Silence(1_000 * MILLI)));
    monitor.preview();
    monitor.run();
    assertThat(snapshots.getFirst().head().sequence()).isZero();
    assertThat(shownBefore).startsWith(1);
    assertThat(ownerOf(4000)).isInstanceOf(Owned.class);
  }

  private static OpenSocket web(Optional<String> peer, int pid) {
    String local = peer.isPresent() ? "10.0.0.1:80" : "0.0.0.0:80";
    return new OpenSocket(
        Transport.TCP, TestFrames.endpoint(local), peer.map(TestFrames::endpoint), pid, "web");
  }

  private static TestFrame request(double seconds) {
    return TestFrames.tcp("8.8.8.8:999", "10.0.0.1:80", 100).atSeconds(seconds);
  }

  @Test
  void a_connection_that_is_accepted_after_the_first_look_is_its_servers() throws CaptureException {
    List<OpenSocket> listeners = List.of(web(Optional.empty(), 50), web(Optional.empty(), 60));
    List<OpenSocket> accepted = new ArrayList<>(listeners);
    accepted.add(web(Optional.of("8.8.8.8:999"), 60));
    List<Step> script = List.of(request(100), new Silence(600 * MILLI), new Silence(900 * MILLI));
    WatchedCapture capture = new WatchedCapture(new ScriptedCapture(Monitors.DEVICE, script));
    FixedSocketTable scans = new FixedSocketTable();
    // Accepted after the second scan, closed before the scan of the slot.
    SocketTable table =
        () -> {
          scans.openSockets();
          return scans.scans() > 2 && capture.seconds() < 100.9 ? accepted : listeners;
        };
    Monitors.open(capture, table, Runnable::run, snapshots::add).run();
    assertThat(ownerOf(80)).isEqualTo(new Owned(60, "web", Quality.EXACT));
  }

  @Test
  void a_connection_that_is_never_accepted_is_looked_for_three_times() throws CaptureException {
    FixedSocketTable table =
        new FixedSocketTable().list(List.of(web(Optional.empty(), 50), web(Optional.empty(), 60)));
    List<Step> script = new ArrayList<>(List.of(request(100)));
    for (int i = 1; i < 90; i++) {
      script.add(new Silence(10 * MILLI));
    }
    monitor(table, Runnable::run, script).run();
    // Beside the one at the start.
    assertThat(table.scans()).isEqualTo(4);
  }

  @Test
  void an_owner_that_was_open_at_a_tick_stays_when_it_is_closed() throws CaptureException {
    FixedSocketTable table = new FixedSocketTable().list(List.of(client(4000)));
    List<Step> script = new ArrayList<>(List.of(packet(4000, 100)));
    script.add(new Silence(1_100 * MILLI));
    script.add(packet(4000, 101.2));
    script.add(new Silence(1_100 * MILLI));
    Monitor monitor =
        Monitors.open(
            new ScriptedCapture(Monitors.DEVICE, script),
            table,
            Runnable::run,
            snapshot -> {
              snapshots.add(snapshot);
              table.list(List.of());
            });
    monitor.run();
    assertThat(ownerOf(4000)).isEqualTo(new Owned(4000, "dig", Quality.LISTENER));
  }

  @Test
  void new_flows_never_cause_more_than_five_scans_a_second() throws CaptureException {
    List<Step> script = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      script.add(packet(1024 + i, 100 + i * 0.005));
      script.add(new Silence(5 * MILLI));
    }
    List<Long> times = new ArrayList<>();
    FixedSocketTable table = new FixedSocketTable();
    monitor(
            () -> {
              times.add(0L);
              return table.openSockets();
            },
            Runnable::run,
            script)
        .run();
    // Ten seconds: five of the wishes a second, and one of each slot beside them.
    assertThat(times).hasSizeBetween(40, 62);
  }

  @Test
  void flows_that_come_together_share_a_scan() throws CaptureException {
    FixedSocketTable table = new FixedSocketTable();
    List<Step> script = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      script.add(packet(1024 + i, 100 + i * 0.0001));
    }
    script.add(new Silence(500 * MILLI));
    monitor(table, Runnable::run, script).run();
    assertThat(table.scans()).isLessThanOrEqualTo(3);
  }

  @Test
  void packets_of_known_flows_and_of_other_hosts_cause_no_scan() throws CaptureException {
    FixedSocketTable table = new FixedSocketTable();
    List<Step> script = new ArrayList<>(List.of(packet(4000, 100)));
    for (int i = 1; i < 90; i++) {
      script.add(packet(4000, 100 + i * 0.01));
      script.add(
          TestFrames.udp("10.0.0.9:" + (1024 + i), "8.8.8.8:53", 100).atSeconds(100 + i * 0.01));
      script.add(new Silence(MILLI));
    }
    monitor(table, Runnable::run, script).run();
    assertThat(table.scans()).isLessThanOrEqualTo(2);
  }

  @Test
  void a_slow_scan_is_not_run_twice_at_a_time_and_a_wish_meanwhile_is_met_after_it()
      throws CaptureException {
    FixedSocketTable table = new FixedSocketTable();
    Queue<Runnable> waiting = new ArrayDeque<>();
    List<Step> script = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      script.add(packet(1024 + i, 100 + i * 0.01));
      script.add(new Silence(10 * MILLI));
    }
    monitor(table, waiting::add, script).run();
    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    assertThat(table.scans()).isEqualTo(1);
  }

  @Test
  void clients_of_20_and_200_ms_are_attributed() throws CaptureException {
    List<Step> script = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      script.add(packet(2000 + i, 100 + i * 0.5));
      script.add(new Silence(10 * MILLI));
      script.add(packet(3000 + i, 100.01 + i * 0.5));
      script.add(new Silence(190 * MILLI));
      script.add(packet(3000 + i, 100.2 + i * 0.5));
      script.add(new Silence(300 * MILLI));
    }
    script.add(new Silence(1_500 * MILLI));
    script.add(new Silence(1_500 * MILLI));
    WatchedCapture capture = new WatchedCapture(new ScriptedCapture(Monitors.DEVICE, script));
    SocketTable clients =
        () -> {
          List<OpenSocket> open = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            double age = capture.seconds() - (100 + i * 0.5);
            if (age >= -0.001 && age < 0.02) {
              open.add(client(2000 + i));
            }
            if (age >= 0.009 && age < 0.21) {
              open.add(client(3000 + i));
            }
          }
          return open;
        };
    Monitors.open(capture, clients, Runnable::run, snapshots::add).run();
    int owned = 0;
    for (int i = 0; i < 100; i++) {
      for (int port : new int[] {2000 + i, 3000 + i}) {
        if (ownerOf(port) instanceof Owned owner) {
          assertThat(owner.pid()).isEqualTo(port);
          owned++;
        } else {
          assertThat(ownerOf(port)).as("port " + port).isEqualTo(Attribution.TOO_SHORT);
        }
      }
    }
    assertThat(owned).isGreaterThanOrEqualTo(190);
  }

  @Test
  void sockets_are_listed_before_the_devices_which_take_longer_than_a_sender_lives()
      throws CaptureException {
    Capture scripted = new ScriptedCapture(Monitors.DEVICE, List.of(packet(1024, 100)));
    List<String> calls = new ArrayList<>();
    Capture capture =
        new Capture() {
          @Override
          public List<CaptureDevice> devices() throws CaptureException {
            calls.add("devices");
            return scripted.devices();
          }

          @Override
          public PacketSource open(CaptureOptions options) throws CaptureException {
            return scripted.open(options);
          }
        };
    SocketTable table =
        () -> {
          calls.add("sockets");
          return List.of();
        };
    Monitors.open(capture, table, Runnable::run, snapshots::add).run();
    assertThat(calls).startsWith("sockets", "devices");
  }

  @Test
  void a_failing_scan_is_said_until_one_succeeds() throws CaptureException {
    FixedSocketTable table = new FixedSocketTable().fail("lsof not found");
    List<Optional<String>> problems = new ArrayList<>();
    List<Monitor> self = new ArrayList<>();
    List<Step> script =
        List.of(packet(4000, 100), new Silence(1_100 * MILLI), new Silence(1_100 * MILLI));
    Monitor monitor =
        Monitors.open(
            new ScriptedCapture(Monitors.DEVICE, script),
            table,
            Runnable::run,
            snapshot -> {
              snapshots.add(snapshot);
              problems.add(self.getFirst().scanProblem());
              table.list(List.of());
            });
    self.add(monitor);
    assertThat(monitor.scanProblem()).isEmpty();
    monitor.run();
    assertThat(problems.getFirst()).contains("lsof not found");
    assertThat(snapshots.getFirst().flow(0).attribution()).isEqualTo(Attribution.NO_PERMISSION);
    assertThat(problems.getLast()).isEmpty();
    monitor.lookUpOwners(false);
    assertThat(monitor.scanProblem()).isEmpty();
  }
}
