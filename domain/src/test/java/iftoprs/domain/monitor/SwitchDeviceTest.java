package iftoprs.domain.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Alert;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SocketTable;
import iftoprs.ports.contract.ScriptedCapture;
import iftoprs.ports.contract.ScriptedCapture.Lost;
import iftoprs.ports.contract.ScriptedCapture.Silence;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SwitchDeviceTest {

  private static final Silence SECOND = new Silence(1_000_000_000L);

  private final List<Snapshot> snapshots = new ArrayList<>();
  private final List<Optional<String>> results = new ArrayList<>();
  private final AtomicReference<Consumer<Snapshot>> onSnapshot = new AtomicReference<>(it -> {});

  /** Two devices, each with a flow of its own; a source of each lasts four seconds. */
  private static final class TwoDevices implements Capture {

    private final Map<String, ScriptedCapture> captures =
        Map.of(
            "eth0",
            device("eth0", "192.0.2.1:53", 1000),
            "eth1",
            device("eth1", "192.0.2.2:80", 300));

    private static ScriptedCapture device(String name, String remote, int bytes) {
      return new ScriptedCapture(
          CaptureDevice.named(name),
          List.of(
              TestFrames.udp("10.0.0.1:1", remote, bytes).atSeconds(100),
              new Lost(1, 0),
              SECOND,
              SECOND,
              SECOND,
              SECOND));
    }

    @Override
    public List<CaptureDevice> devices() {
      return List.of();
    }

    @Override
    public PacketSource open(CaptureOptions options) throws CaptureException {
      String name = options.device().orElse("eth0");
      if (!captures.containsKey(name)) {
        throw new CaptureException(CaptureException.Reason.NO_SUCH_DEVICE, "no device " + name);
      }
      return captures.get(name).open(options);
    }
  }

  private Monitor monitor(MeterOptions options) throws CaptureException {
    return Monitor.open(
        new TwoDevices(),
        CaptureOptions.DEFAULT,
        SocketTable.NONE,
        Runnable::run,
        options,
        snapshot -> {
          snapshots.add(snapshot);
          onSnapshot.get().accept(snapshot);
        });
  }

  /** Switches to the named devices, one after the other, with each snapshot. */
  private void run(MeterOptions options, String... devices) throws CaptureException {
    Monitor monitor = monitor(options);
    List<String> left = new ArrayList<>(List.of(devices));
    onSnapshot.set(
        snapshot -> {
          if (!left.isEmpty()) {
            monitor.switchTo(left.removeFirst(), results::add);
          }
        });
    monitor.run();
    assertThat(left).isEmpty();
  }

  private static String device(Snapshot snapshot) {
    return snapshot.head().device().name();
  }

  @Test
  void another_device_has_figures_of_its_own() throws CaptureException {
    run(MeterOptions.TICKS, "eth1");

    assertThat(results).containsExactly(Optional.empty());
    assertThat(device(snapshots.getFirst())).isEqualTo("eth0");
    Snapshot last = snapshots.getLast();
    assertThat(device(last)).isEqualTo("eth1");
    assertThat(last.head().bytes()).isEqualTo(300);
    assertThat(last.head().frames()).isEqualTo(1);
    assertThat(last.head().loss().kernel()).isEqualTo(1);
    assertThat(last.flow(0).remote()).isEqualTo(TestFrames.endpoint("192.0.2.2:80"));
  }

  @Test
  void a_device_that_is_captured_on_again_goes_on_where_it_was() throws CaptureException {
    run(MeterOptions.TICKS, "eth1", "eth0");

    Snapshot last = snapshots.getLast();
    assertThat(device(last)).isEqualTo("eth0");
    assertThat(last.head().bytes()).isEqualTo(2000);
    assertThat(last.head().frames()).isEqualTo(2);
    assertThat(last.head().totals().sentBytes()).isEqualTo(2000);
    assertThat(last.head().loss().kernel()).isEqualTo(2);
    assertThat(last.flowCount()).isEqualTo(1);
  }

  @Test
  void a_device_that_cannot_be_opened_leaves_everything_as_it_was() throws CaptureException {
    run(MeterOptions.TICKS, "eth9");

    assertThat(results).containsExactly(Optional.of("no device eth9"));
    assertThat(snapshots).allMatch(snapshot -> device(snapshot).equals("eth0"));
    assertThat(snapshots.getLast().head().bytes()).isEqualTo(1000);
  }

  @Test
  void alerts_of_all_devices_are_one_list() throws CaptureException {
    run(MeterOptions.TICKS.withAlertThreshold(200), "eth1");

    List<Alert> alerts = snapshots.getLast().head().alerts().recent();
    assertThat(alerts).extracting(Alert::device).containsExactly("eth0", "eth1");
    assertThat(alerts).extracting(Alert::number).containsExactly(1L, 2L);
  }

  @Test
  void a_duration_is_that_of_the_run_whatever_the_device() throws CaptureException {
    run(MeterOptions.TICKS.withDurationSeconds(OptionalLong.of(3)), "eth1");

    assertThat(snapshots.getLast().head().timeNanos()).isEqualTo(103_000_000_000L);
  }

  @Test
  void a_capture_that_has_ended_says_so() throws CaptureException {
    Monitor monitor = monitor(MeterOptions.TICKS);
    monitor.run();
    monitor.switchTo("eth1", results::add);

    assertThat(results)
        .containsExactly(Optional.of("the capture has ended; start the program again"));
  }

  @Test
  void closing_while_a_switch_is_wished_for_closes_the_new_source() throws CaptureException {
    Monitor monitor = monitor(MeterOptions.TICKS);
    monitor.switchTo("eth1", results::add);
    monitor.close();
    monitor.run();

    assertThat(results).isEmpty();
    assertThat(monitor.device().name()).isEqualTo("eth0");
  }
}
