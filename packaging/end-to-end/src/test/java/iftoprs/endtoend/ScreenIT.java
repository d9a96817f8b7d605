package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher in a terminal: what it shows, and what it leaves behind. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScreenIT {

  /** Of {@link Pane#modes}. */
  private static final String PROGRAMS = "1 1 0 0";

  private static final String SHELLS = "0 0 1 1";

  private static final String BEFORE = "this was here before";

  @TempDir Path folder;

  private Sandbox sandbox;
  private Pane pane;

  @BeforeEach
  void open() {
    Needs.program("tmux");
    sandbox = new Sandbox(folder);
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  private void start(int columns, int rows, String arguments) throws Exception {
    start("bash", columns, rows, "'" + Sandbox.LAUNCHER + "' " + arguments);
  }

  private void start(String shell, int columns, int rows, String command) throws Exception {
    Needs.program(shell);
    pane = sandbox.pane(shell, columns, rows);
    sayBefore();
    pane.command(command + "; echo \"status=$?\"");
    pane.waitUntil("flows and totals", ScreenIT::isUp);
  }

  private void sayBefore() throws Exception {
    pane.command("stty -a > before; echo " + BEFORE);
    pane.waitUntil("an echo", lines -> lines.contains(BEFORE));
    pane.waitForPrompt();
  }

  private static boolean isUp(List<String> lines) {
    return !flows(lines).isEmpty()
        && lines.stream().anyMatch(line -> line.contains(" TX  "))
        && lines.stream().anyMatch(line -> line.contains(" RX  "))
        && lines.stream().anyMatch(line -> line.contains(" TOTAL  "))
        && lines.stream().anyMatch(line -> line.contains("IFT") && line.contains(" │ 1s │ "));
  }

  /** The first line of each flow. */
  private static List<String> flows(List<String> lines) {
    return lines.stream().filter(line -> line.contains(" => ")).toList();
  }

  private void assertGivenBack(int status) throws Exception {
    pane.waitFor("status=" + status);
    assertShellIsBack();
  }

  private void assertShellIsBack() throws Exception {
    pane.waitForPrompt();
    assertThat(pane.modes()).isEqualTo(SHELLS);
    assertThat(pane.lines()).anyMatch(line -> line.equals(BEFORE));
    assertThat(flows(pane.lines())).isEmpty();
    pane.command("stty -a > after; echo com''pared");
    pane.waitUntil("an echo", lines -> lines.contains("compared"));
    assertThat(pane.lines()).anyMatch(line -> line.contains("echo com''pared"));
    assertThat(sandbox.file("after")).hasSameTextualContentAs(sandbox.file("before"));
  }

  @ParameterizedTest
  @CsvSource({"120, 35", "80, 24"})
  void flows_and_totals_appear_and_change_and_q_gives_the_terminal_back(int columns, int rows)
      throws Exception {
    start(columns, rows, "--demo");
    assertThat(pane.modes()).isEqualTo(PROGRAMS);
    List<String> first = pane.lines();
    assertThat(first).hasSize(rows).allMatch(line -> line.length() == columns);
    assertThat(first.getFirst()).contains("IFTOPRS");
    assertThat(first).anyMatch(line -> line.contains("│ demo │"));
    List<String> flows = flows(first);
    assertThat(flows).hasSizeGreaterThan(2);
    pane.waitUntil("other rates", lines -> !flows(lines).equals(flows));
    pane.type("q");
    assertGivenBack(0);
  }

  @Test
  void a_filter_narrows_the_list_and_help_lists_the_keys() throws Exception {
    start(120, 35, "--demo");
    pane.waitUntil("a TCP flow", lines -> flows(lines).stream().anyMatch(ScreenIT::isTcp));
    pane.type("/udp");
    pane.waitUntil("what was typed", lines -> lines.stream().anyMatch(l -> l.contains("/ udp")));
    pane.key("Enter");
    pane.waitUntil(
        "UDP alone",
        lines -> !flows(lines).isEmpty() && flows(lines).stream().noneMatch(ScreenIT::isTcp));
    pane.type("0");
    pane.waitUntil("a TCP flow", lines -> flows(lines).stream().anyMatch(ScreenIT::isTcp));
    pane.type("h");
    pane.waitFor("freeze the order");
    pane.key("Escape");
    pane.waitUntil("no help", lines -> lines.stream().noneMatch(l -> l.contains("freeze the")));
    pane.type("q");
    assertGivenBack(0);
  }

  private static boolean isTcp(String line) {
    return line.contains(" TCP ");
  }

  @Test
  void it_follows_the_size_of_the_terminal() throws Exception {
    start(120, 35, "--demo");
    assertThatItFollowsTheSize();
    pane.type("q");
    assertGivenBack(0);
  }

  /** As {@code su -c} leaves it: the terminal is there, but sends the program no signals. */
  @Test
  void a_terminal_that_is_not_the_controlling_one_will_do() throws Exception {
    Needs.program("setsid");
    String start = "setsid --wait '" + Sandbox.LAUNCHER + "' --demo";
    start("bash", 120, 35, start);
    assertThat(pane.modes()).isEqualTo(PROGRAMS);
    assertThatItFollowsTheSize();
    pane.key("C-z"); // nobody could continue it
    pane.type("h");
    pane.waitFor("freeze the order");
    pane.key("C-c");
    assertGivenBack(0);

    pane.command("clear; " + start);
    pane.waitUntil("flows and totals", ScreenIT::isUp);
    Sandbox.signal("KILL", pane.program().pid());
    pane.waitUntilCooked();
    pane.waitForPrompt();
    assertThat(pane.modes()).isEqualTo(SHELLS);
  }

  private void assertThatItFollowsTheSize() throws Exception {
    for (int[] size : new int[][] {{80, 24}, {200, 50}, {40, 10}, {120, 35}}) {
      pane.resize(size[0], size[1]);
      pane.waitUntil(
          "a screen of " + size[0] + " columns",
          lines ->
              lines.size() == size[1]
                  && lines.getLast().length() == size[0]
                  && lines.getLast().endsWith("╯"));
    }
    pane.resize(20, 5);
    pane.waitFor("needs 40×10");
    pane.resize(120, 35);
    pane.waitUntil("flows and totals", ScreenIT::isUp);
  }

  @Test
  void control_c_quits() throws Exception {
    start(80, 24, "--demo");
    pane.key("C-c");
    assertGivenBack(0);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 0", "INT, 0", "HUP, 129"})
  void a_signal_gives_the_terminal_back(String signal, int status) throws Exception {
    start(80, 24, "--demo");
    Sandbox.signal(signal, pane.program().pid());
    assertGivenBack(status);
  }

  @Test
  void the_runtime_gets_the_options_for_a_screen() throws Exception {
    start(80, 24, "--demo");
    String first = pane.program().info().arguments().orElseThrow()[0];
    assertThat(first).startsWith("@").endsWith("/screen.options");
    assertThat(Path.of(first.substring(1))).isRegularFile();
  }

  @Test
  void a_bound_ends_it() throws Exception {
    start(80, 24, "--demo --duration 3");
    assertGivenBack(0);
  }

  /** The second shell, unlike the first, leaves the modes of the terminal to its programs. */
  @ParameterizedTest
  @CsvSource({"bash, --demo", "dash, --demo", "bash, -r -", "dash, -r -"})
  void the_launcher_gives_the_terminal_back_after_a_kill(String shell, String source)
      throws Exception {
    Needs.linux();
    Files.write(sandbox.file("x.pcap"), CaptureFile.ofSeconds(30));
    String command = "cat x.pcap | '" + Sandbox.LAUNCHER + "' " + source;
    start(shell, 80, 24, command + "; echo $? > killed");
    assertThat(pane.modes()).isEqualTo(PROGRAMS);
    Sandbox.signal("KILL", pane.program().pid());
    pane.waitUntil("the shell", lines -> lines.contains(BEFORE));
    pane.waitUntilCooked();
    pane.key("Enter"); // a prompt may have gone with the program's screen
    assertShellIsBack();
    assertThat(sandbox.file("killed")).hasContent("137\n");
  }

  @Test
  void the_launcher_leaves_the_terminal_alone_after_an_orderly_end() throws Exception {
    String next = "; stty raw -echo; sleep 1; stty -a > kept; stty sane";
    start(80, 24, "--demo --duration 3" + next);
    pane.waitFor("status=0");
    assertThat(Files.readString(sandbox.file("kept")).split("\\s")).contains("-opost", "-echo");
  }

  @Test
  void a_suspension_gives_the_terminal_to_the_shell_for_a_while() throws Exception {
    start(80, 24, "--demo");
    pane.key("C-z");
    pane.waitFor("Stopped");
    assertThat(pane.modes()).isEqualTo(SHELLS);
    pane.command("fg");
    pane.waitUntil("flows and totals", ScreenIT::isUp);
    assertThat(pane.modes()).isEqualTo(PROGRAMS);
    pane.type("q");
    pane.waitForPrompt();
    assertShellIsBack();
  }

  /** A table of flows that outgrows the heap is an error that no code expects. */
  @Test
  void an_error_inside_is_told_once_the_screen_is_gone() throws Exception {
    Files.write(sandbox.file("crowd.pcap"), CaptureFile.ofCrowd(300_000));
    pane = sandbox.pane("bash", 100, 24);
    sayBefore();
    pane.command("export JDK_JAVA_OPTIONS=-Xmx64m");
    pane.command(
        "'" + Sandbox.LAUNCHER + "' -r crowd.pcap --max-flows 9000000; echo \"status=$?\"");
    pane.waitUntil("flows", lines -> !flows(lines).isEmpty());
    assertThat(pane.modes()).isEqualTo(PROGRAMS);
    assertGivenBack(1);
    assertThat(pane.lines()).anyMatch(line -> line.startsWith("iftoprs: internal error: "));
  }

  @Test
  void without_privilege_the_demo_is_shown_and_said() throws Exception {
    Needs.linux();
    Needs.program("setpriv");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> program = sandbox.withoutPrivilege(Sandbox.image());
    start("bash", 120, 35, "'" + String.join("' '", program) + "'");
    assertThat(pane.lines()).anyMatch(line -> line.contains("│ demo │"));
    pane.type("q");
    assertGivenBack(0);
    assertThat(pane.lines())
        .anyMatch(line -> line.startsWith("iftoprs: that was the demo: cannot capture on "));
  }

  @Test
  void a_device_of_this_host_is_watched() throws Exception {
    Needs.root();
    Needs.linux();
    try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DatagramSocket sender = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      pane = sandbox.pane("bash", 120, 35);
      sayBefore();
      String filter = " -f 'udp port " + receiver.getLocalPort() + "'";
      pane.command("'" + Sandbox.LAUNCHER + "' -i lo -n" + filter + "; echo \"status=$?\"");
      String end = "127.0.0.1:" + receiver.getLocalPort();
      pane.waitUntil(
          "the flow",
          lines -> {
            send(sender, receiver);
            return flows(lines).stream().anyMatch(line -> line.contains(end));
          });
      assertThat(pane.lines()).anyMatch(line -> line.contains("│ lo │ 1 flow"));
      pane.type("q");
      assertGivenBack(0);
    }
  }

  private static void send(DatagramSocket sender, DatagramSocket receiver) {
    try {
      sender.send(new DatagramPacket(new byte[500], 500, receiver.getLocalSocketAddress()));
    } catch (IOException refused) {
      throw new AssertionError(refused);
    }
  }
}
