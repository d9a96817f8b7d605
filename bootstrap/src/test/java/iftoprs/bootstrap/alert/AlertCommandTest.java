package iftoprs.bootstrap.alert;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.FlowMeter;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.contract.TestFrames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AlertCommandTest {

  private static final long START = 1_700_000_000L;

  @TempDir Path folder;

  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

  private AlertCommand command(long patienceMillis, String... words) {
    return new AlertCommand(
        List.of(words),
        alert -> ("alert " + alert.number() + "\n").getBytes(StandardCharsets.UTF_8),
        complaints::add,
        Thread.ofPlatform().daemon().factory(),
        patienceMillis);
  }

  /** A snapshot for each second; in every other one so many flows alert. */
  private static List<Snapshot> snapshots(int seconds, int flows) {
    List<Snapshot> snapshots = new ArrayList<>();
    FlowMeter meter =
        new FlowMeter(
            MeterOptions.TICKS.withAlertThreshold(1000),
            CaptureDevice.named("eth0"),
            snapshots::add);
    for (int second = 0; second < seconds; second++) {
      for (int flow = 0; flow < flows; flow++) {
        meter.onFrame(
            TestFrames.udp("10.0.0.1:" + (1000 + flow), "192.0.2.1:53", 60)
                .onWire(second % 2 == 0 ? 2000 : 100)
                .atSeconds(START + second)
                .toFrame());
      }
      meter.advanceTo((START + second + 1) * 1_000_000_000L);
    }
    return snapshots;
  }

  private List<String> lines() throws IOException {
    Path file = folder.resolve("out");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private String[] writer(String more) {
    return new String[] {"sh", "-c", "cat >> '" + folder + "/out'; " + more};
  }

  @Test
  void the_command_reads_each_alert_once() throws IOException {
    try (AlertCommand command = command(10_000, writer(""))) {
      snapshots(5, 1).forEach(command);
      // A snapshot that holds alerts that are known already rings no more.
      command.accept(snapshots(5, 1).getLast());
    }

    assertThat(lines()).containsExactly("alert 1", "alert 2", "alert 3");
    assertThat(complaints).isEmpty();
  }

  @Test
  void no_shell_comes_between() throws IOException {
    Path marker = folder.resolve("marker");
    try (AlertCommand command =
        command(10_000, "sh", "-c", "echo \"$1\" > \"$0\"", marker.toString(), "$(id); `id`")) {
      snapshots(1, 1).forEach(command);
    }

    assertThat(marker).hasContent("$(id); `id`");
  }

  @Test
  void the_capture_never_waits_and_a_crowd_is_cut_and_said_once() {
    List<Snapshot> crowd = snapshots(40, 20);
    long begin = System.nanoTime();
    AlertCommand command = command(10_000, "sleep", "30");
    crowd.forEach(command);
    long took = System.nanoTime() - begin;
    command.close();

    assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(5));
    assertThat(complaints)
        .containsExactly(
            "alert command sleep: there are more alerts than it can be run for;"
                + " some are left out");
  }

  @Test
  void a_failure_is_said_once_for_each_kind() throws IOException {
    try (AlertCommand command = command(10_000, writer("exit 3"))) {
      snapshots(6, 1).forEach(command);
    }
    assertThat(lines()).hasSize(3);
    assertThat(complaints).containsExactly("alert command sh: it ended with status 3");
  }

  @Test
  void a_command_that_is_not_there_is_said_once() {
    try (AlertCommand command = command(10_000, "/nonexistent/notify")) {
      snapshots(6, 1).forEach(command);
    }
    assertThat(complaints)
        .containsExactly("alert command /nonexistent/notify: it cannot be started");
  }

  @Test
  void a_command_that_does_not_end_is_stopped_with_its_children() throws Exception {
    Path pid = folder.resolve("pid");
    AlertCommand command = command(1_000, "sh", "-c", "sleep 60 & echo $! > '" + pid + "'; wait");
    snapshots(1, 1).forEach(command);
    command.close();

    assertThat(complaints)
        .containsExactly("alert command sh: it did not end within 1 s and was stopped");
    long child = Long.parseLong(Files.readString(pid).strip());
    ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
  }

  @Test
  void a_command_that_reads_nothing_is_no_failure() {
    try (AlertCommand command = command(10_000, "true")) {
      snapshots(6, 1).forEach(command);
    }
    assertThat(complaints).isEmpty();
  }
}
