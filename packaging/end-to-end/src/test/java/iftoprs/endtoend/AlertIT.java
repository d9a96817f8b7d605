package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of the packaged program: on the screen, in the stream, and to a command. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AlertIT {

  @TempDir Path folder;

  private Sandbox sandbox;

  @BeforeEach
  void open() {
    sandbox = new Sandbox(folder);
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  @Test
  void the_screen_rings_the_bell_and_tells_and_lists_alerts() throws Exception {
    Needs.program("tmux");
    Pane pane = sandbox.pane("bash", 120, 35);
    pane.command("'" + Sandbox.LAUNCHER + "' --demo --alert 100kbit; echo \"status=$?\"");
    pane.waitFor("⚠ ALERT: ");
    assertThat(pane.bellRang()).isTrue();
    pane.type("!");
    pane.waitFor("Alerts at 100.00kb/s: ");
    pane.key("Escape");
    pane.waitUntil("no list", lines -> lines.stream().noneMatch(l -> l.contains("Alerts at")));
    pane.type("q");
    pane.waitFor("status=0");
    assertThat(sandbox.file(".iftoprs.conf")).content().doesNotContainPattern("(?m)^alert_thr");
  }

  @Test
  void a_stream_has_alerts_and_runs_the_command_without_a_shell() throws Exception {
    Path out = sandbox.file("out put");
    Path script = sandbox.file("command");
    Files.writeString(script, "#!/bin/sh\ncat >> \"$1\"; echo \"$2\" >> \"$1.args\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Run run =
        sandbox.image(
            Map.of(),
            "--demo",
            "--json",
            "--count",
            "5",
            "--alert",
            "1Mbit",
            "--alert-command",
            script + " '" + out + "' $(id)");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(5).allMatch(line -> line.contains("\"alerts\":["));
    List<String> told = Files.readAllLines(out);
    assertThat(told)
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{\"schema\":\"iftoprs-alert/1"));
    assertThat(Files.readAllLines(Path.of(out + ".args"))).containsOnly("$(id)");
  }

  @Test
  void a_command_runs_without_privilege_as_the_user_that_the_program_became() throws Exception {
    Needs.linux();
    Needs.root();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path status = sandbox.file("status");
    List<String> sudo = List.of("env", "SUDO_UID=65534", "SUDO_GID=65534", "SUDO_USER=nobody");
    List<String> program =
        Sandbox.image(
            "-i",
            "lo",
            "--json",
            "-n",
            "--duration",
            "8",
            "--alert",
            "1B",
            "--alert-command",
            "sh -c 'cat > /dev/null; cat /proc/self/status > " + status + "'");
    Process running = sandbox.start(Sandbox.joined(sudo, program));
    running.inputReader().readLine();
    try (DatagramSocket socket = new DatagramSocket()) {
      InetAddress here = InetAddress.getLoopbackAddress();
      socket.send(new DatagramPacket(new byte[100], 100, here, 9));
    }
    Sandbox.rest(running);
    List<String> lines = Files.readAllLines(status);
    assertThat(lines).anyMatch(line -> line.matches("Uid:\\s+65534\\s+65534.*"));
    assertThat(lines).anyMatch(line -> line.matches("CapEff:\\s+0+"));
    assertThat(lines).anyMatch(line -> line.matches("CapPrm:\\s+0+"));
    assertThat(lines).anyMatch(line -> line.matches("CapAmb:\\s+0+"));
    assertThat(lines).anyMatch(line -> line.matches("NoNewPrivs:\\s+1"));
  }

  @Test
  void a_command_that_cannot_run_is_said_once_and_harms_nothing() throws Exception {
    Run run =
        sandbox.image(
            Map.of(),
            "--demo",
            "--json",
            "--count",
            "3",
            "--alert",
            "1kbit",
            "--alert-command",
            "/nonexistent/command");
    assertThat(run.err())
        .isEqualTo("iftoprs: alert command /nonexistent/command: it cannot be started\n");
    assertThat(run.out()).hasLineCount(3);
    assertThat(run.status()).isZero();
    Run never = sandbox.image(Map.of(), "--demo", "--json", "--count", "1", "--alert-command", "x");
    assertThat(never.err())
        .isEqualTo("iftoprs: no rate is set, so --alert-command is never run; add --alert RATE\n");
  }
}
