package iftoprs.endtoend;

import static iftoprs.endtoend.ThreadPrivileges.NET_RAW;
import static iftoprs.endtoend.ThreadPrivileges.SCANNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program, started by root: what is left of root once the device is open. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PrivilegeIT {

  private static final String NOBODY = "65534";
  private static final List<String> SUDO =
      List.of("env", "SUDO_UID=" + NOBODY, "SUDO_GID=" + NOBODY, "SUDO_USER=nobody");

  @TempDir Path folder;

  private Sandbox sandbox;

  @BeforeEach
  void open() throws Exception {
    Needs.linux();
    Needs.root();
    sandbox = new Sandbox(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  @AfterEach
  void close() throws Exception {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private static List<String> asSudo(String... arguments) {
    return Sandbox.joined(SUDO, Sandbox.image(arguments));
  }

  /** Names of the threads that may do more than their user, with what that is. */
  private static Map<String, Long> keepers(List<ThreadPrivileges> threads) {
    Map<String, Long> keepers = new HashMap<>();
    for (ThreadPrivileges thread : threads) {
      assertThat(thread.effective()).isEqualTo(thread.permitted());
      if (thread.permitted() != 0) {
        assertThat(thread.noNewPrivileges()).isTrue();
        assertThat(thread.bounding()).isEqualTo(thread.permitted());
        keepers.merge(thread.name(), thread.permitted(), Long::sum);
      }
    }
    return keepers;
  }

  private static List<ThreadPrivileges> dropped(long pid) throws Exception {
    return ThreadPrivileges.await(
        pid, threads -> threads.size() > 1 && ThreadPrivileges.areAll(threads, NOBODY));
  }

  @Test
  void a_stream_is_written_by_a_user_with_two_threads_that_may_more() throws Exception {
    Process program = sandbox.start(asSudo("-i", "lo", "--json", "-n"));
    program.inputReader().readLine();
    assertThat(keepers(dropped(program.pid())))
        .isEqualTo(Map.of("java", NET_RAW, "scanner", SCANNING));
    Sandbox.signal("TERM", program.pid());
    assertThat(Sandbox.rest(program).getLast()).endsWith("\"state\":\"ended\"}");
    assertThat(Sandbox.waitFor(program)).isZero();
  }

  @Test
  void a_report_needs_one_thread_that_may_more() throws Exception {
    Process program = sandbox.start(asSudo("-i", "lo", "--report", "csv"));
    assertThat(keepers(dropped(program.pid()))).isEqualTo(Map.of("java", NET_RAW));
    Sandbox.signal("TERM", program.pid());
    assertThat(Sandbox.waitFor(program)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-r=-, --json", "-r=-, --report=csv", "--demo, --json"})
  void a_replay_may_nothing_that_its_user_may_not(String source, String output) throws Exception {
    Process program = sandbox.start(asSudo(source, output, "--pace", "1"));
    if (source.startsWith("-r")) {
      program.getOutputStream().write(CaptureFile.ofSeconds(20)); // fits into a pipe
      program.getOutputStream().flush();
    }
    assertThat(keepers(dropped(program.pid()))).isEmpty();
    program.getOutputStream().close();
  }

  @Test
  void the_screen_belongs_to_a_user_who_owns_the_settings_it_saves() throws Exception {
    Needs.program("tmux");
    Path settings = sandbox.file("settings.toml");
    Pane pane = sandbox.pane("bash", 120, 30);
    List<String> command = asSudo("-i", "lo", "-n", "-c", settings.toString());
    pane.command("clear; '" + String.join("' '", command) + "'; echo \"status=$?\"");
    pane.waitFor("bit/s");
    assertThat(keepers(dropped(pane.program().pid())))
        .isEqualTo(Map.of("capture", NET_RAW, "scanner", SCANNING));
    pane.type("B");
    pane.waitFor("B/s 2s");
    pane.type("q");
    pane.waitFor("status=0");
    assertThat(settings).content().contains("use_bytes = true");
    assertThat(Files.getAttribute(settings, "unix:uid")).isEqualTo(Integer.valueOf(NOBODY));
  }

  @Test
  void root_itself_stays_root_with_as_little_power() throws Exception {
    Process program = sandbox.start(Sandbox.image("-i", "lo", "--json", "-n"));
    program.inputReader().readLine();
    List<ThreadPrivileges> ours =
        ThreadPrivileges.await(program.pid(), all -> all.size() > 1).stream()
            .filter(ThreadPrivileges::noNewPrivileges)
            .toList();
    assertThat(keepers(ours)).isEqualTo(Map.of("java", NET_RAW, "scanner", SCANNING));
    assertThat(ours).anyMatch(thread -> thread.name().equals("stream") && thread.bounding() == 0);
    assertThat(ThreadPrivileges.areAll(ours, "0")).isTrue();
  }

  @Test
  void privileges_are_kept_where_that_is_asked_for() throws Exception {
    Process program = sandbox.start(asSudo("-i", "lo", "--json", "--keep-privileges"));
    program.inputReader().readLine();
    List<ThreadPrivileges> all = ThreadPrivileges.await(program.pid(), each -> each.size() > 1);
    assertThat(all).allMatch(thread -> thread.permitted() != 0 && !thread.noNewPrivileges());
    assertThat(ThreadPrivileges.areAll(all, "0")).isTrue();
  }

  @Test
  void another_user_is_become_where_root_says_so() throws Exception {
    Process program = sandbox.start(Sandbox.image("-i", "lo", "--json", "--user", "nobody"));
    program.inputReader().readLine();
    assertThat(keepers(dropped(program.pid()))).containsEntry("java", NET_RAW);
    Run unknown = sandbox.image(Map.of(), "--demo", "--json", "--user", "no-such-user");
    assertThat(unknown.err()).isEqualTo("iftoprs: --user no-such-user: there is no such user\n");
    assertThat(unknown.status()).isEqualTo(1);
  }

  @Test
  void a_log_where_only_root_may_write_is_refused() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Run run = sandbox.run(asSudo("-i", "lo", "--json", "--log", folder + "/capture.log"));
    assertThat(run.err())
        .startsWith("iftoprs: cannot write the log " + folder + "/capture.log: permission denied")
        .hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void sockets_of_other_users_are_still_known() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (DatagramChannel sender = DatagramChannel.open();
        DatagramChannel receiver = DatagramChannel.open()) {
      receiver.bind(new InetSocketAddress(here, 0));
      sender.bind(new InetSocketAddress(here, 0));
      sender.connect(receiver.getLocalAddress());
      int port = ((InetSocketAddress) sender.getLocalAddress()).getPort();
      String filter = "udp port " + port;
      Process program =
          sandbox.start(asSudo("-i", "lo", "-f", filter, "--json", "-n", "--duration", "4"));
      program.inputReader().readLine();
      dropped(program.pid());
      for (int datagram = 0; datagram < 20; datagram++) {
        sender.write(ByteBuffer.allocate(100));
      }
      List<String> lines = Sandbox.rest(program);
      assertThat(lines.getLast())
          .contains("\"pid\":" + ProcessHandle.current().pid(), "\"attribution\":\"exact\"");
    }
  }

  @Test
  void a_device_that_comes_back_is_opened_by_the_thread_that_still_may() throws Exception {
    Needs.program("ip");
    long number = ProcessHandle.current().pid() % 50_000;
    String device = "iftp" + number;
    Path log = sandbox.file("capture.log");
    ip("link", "add", device, "type", "veth", "peer", "name", "iftq" + number);
    try {
      ip("link", "set", device, "up");
      Process program =
          sandbox.start(asSudo("-i", device, "--json", "-n", "--log", log.toString()));
      program.inputReader().readLine();
      dropped(program.pid());
      ip("link", "set", device, "down");
      await(program, "\"state\":\"restarting\"");
      ip("link", "set", device, "up");
      await(program, "\"state\":\"capturing\"");
      Sandbox.signal("TERM", program.pid());
      assertThat(Sandbox.waitFor(program)).isZero();
    } finally {
      ip("link", "delete", device);
    }
    assertThat(Files.getAttribute(log, "unix:uid")).isEqualTo(Integer.valueOf(NOBODY));
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).allMatch(line -> line.matches(".{23}Z\t[a-z]+\t" + device + "\t.+"));
    assertThat(lines.getFirst()).endsWith("\tstart\t" + device + "\tcapturing");
    assertThat(lines.get(1))
        .contains("\trestarting\t")
        .containsPattern(device + " is down; attempt \\d in \\d\\.\\d{3} s");
    assertThat(lines.get(lines.size() - 2)).contains("\tcapturing\t", "again after ");
    assertThat(lines.getLast()).contains("\tstop\t", " frames received, 0 dropped by the kernel");
  }

  private static void await(Process program, String text) throws Exception {
    String line = program.inputReader().readLine();
    for (int read = 0; !line.contains(text); read++) {
      assertThat(read).as(text).isLessThan(30);
      line = program.inputReader().readLine();
    }
  }

  private void ip(String... arguments) throws Exception {
    Run run = sandbox.run(Sandbox.joined(List.of("ip"), List.of(arguments)));
    assertThat(run.status()).as(run.err()).isZero();
  }
}
