package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged program cannot do is one line that says so, and a status. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RefusalIT {

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

  private Run run(String... arguments) throws IOException, InterruptedException {
    return sandbox.image(Map.of(), arguments);
  }

  private static void assertRefused(Run run, String... words) {
    assertThat(run.err()).startsWith("iftoprs: ").hasLineCount(1).contains(words);
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--report=text", "--pace=max"})
  void a_file_that_is_missing(String output) throws Exception {
    assertRefused(run("-r", "absent.pcap", output), "absent.pcap: no such file");
  }

  @Test
  void a_file_that_is_no_capture() throws Exception {
    Files.writeString(sandbox.file("notes.txt"), "Buy milk, eggs and a good book about nets.");
    assertRefused(run("-r", "notes.txt", "--json"), "notes.txt: not a capture file");
    assertRefused(run("-r", folder.toString(), "--json"), "is a directory");
  }

  @Test
  void a_file_that_is_cut_is_told_up_to_there_with_a_warning() throws Exception {
    byte[] whole = CaptureFile.ofSeconds(3);
    Files.write(sandbox.file("cut.pcap"), Arrays.copyOf(whole, whole.length - 7));
    for (String output : List.of("--json", "--report=csv", "--report=text")) {
      Run run = run("-r", "cut.pcap", output);
      assertThat(run.status()).isZero();
      assertThat(run.err()).startsWith("iftoprs: cut.pcap: cut short in record 6").hasLineCount(1);
      assertThat(run.out()).contains("203.0.113.10");
    }
  }

  @ParameterizedTest
  @CsvSource({"-r, 1", "-c, 2"})
  void a_file_name_that_the_locale_cannot_write(String option, int status) throws Exception {
    String program = "'" + String.join("' '", Sandbox.image("--report", "text")) + "' ";
    String name = " \"$(printf 'caf\\303\\251')\"";
    Run run = sandbox.run("sh", "-c", "LC_ALL=C exec " + program + option + name);
    assertThat(run.err()).startsWith("iftoprs: ").hasLineCount(1).contains("LC_ALL=C.UTF-8");
    assertThat(run.err()).doesNotContain("java");
    assertThat(run.status()).isEqualTo(status);
  }

  @Test
  void a_terminal_that_is_none() throws Exception {
    Needs.program("setsid");
    Run absent = sandbox.run(Sandbox.withoutTerminal(Sandbox.image("--demo")));
    assertRefused(absent, "no terminal here (no tty); use --json or --report");
    assertRefused(
        sandbox.image(Map.of("TERM", "dumb"), "--demo"),
        "no terminal here (TERM=dumb); use --json or --report");
  }

  @Test
  void a_memory_that_is_too_small() throws Exception {
    Files.write(sandbox.file("crowd.pcap"), CaptureFile.ofCrowd(300_000));
    Map<String, String> little = Map.of("JDK_JAVA_OPTIONS", "-Xmx24m -Xmn8m");
    for (String output : List.of("--json", "--report=json")) {
      Run run = sandbox.image(little, "-r", "crowd.pcap", output);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err())
          .endsWith("JDK_JAVA_OPTIONS=-Xmx2g\n")
          .contains("out of memory; lower --max-flows");
    }
    assertThat(
            sandbox
                .image(little, "-r", "crowd.pcap", "--report=json", "--max-flows=50000")
                .status())
        .isZero();
  }

  @Test
  void a_disk_that_is_full() throws Exception {
    Needs.linux();
    Files.write(sandbox.file("x.pcap"), CaptureFile.ofSeconds(3));
    String program = "'" + String.join("' '", Sandbox.image("-r", "x.pcap", "--json")) + "'";
    assertRefused(
        sandbox.run("sh", "-c", program + " > /dev/full"), "cannot write: No space left on device");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--report=text", "--bytes"})
  void a_device_that_is_unknown(String output) throws Exception {
    Needs.linux();
    String device = loopback();
    assertRefused(run("-i", "absent0", output), "no device is named absent0", device);
    assertRefused(run("-i", device + "x", output), "did you mean " + device + "?");
  }

  @Test
  void a_capture_filter_that_is_wrong() throws Exception {
    Needs.root();
    assertPointed("port nowhere", "unknown port 'nowhere'", 5);
    assertPointed("tcp and (", "syntax error", 9);
    assertPointed("tcp prot 80 or udp", "syntax error", 4);
    assertPointed("(tcp port 80 and (udp or or icmp))", "syntax error", 25);
  }

  /** What libpcap says, then the filter, then a caret below the place. */
  private void assertPointed(String filter, String words, int position) throws Exception {
    Run run = run("-i", loopback(), "-f", filter, "--json");
    List<String> lines = run.err().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst())
        .startsWith("iftoprs: capture filter \"" + filter + "\": ")
        .contains(words);
    assertThat(lines.get(1)).isEqualTo("  " + filter);
    assertThat(lines.get(2)).isEqualTo(" ".repeat(2 + position) + "^");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--report=text", "--bytes"})
  void a_user_without_privilege(String output) throws Exception {
    Needs.linux();
    Needs.program("setpriv");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> command =
        sandbox.withoutPrivilege(Sandbox.image("-i", loopback(), output, "--duration", "1"));
    assertRefused(
        sandbox.run(command), "permission denied", "run with sudo", "give the program CAP_NET_RAW");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--report=text"})
  void a_user_without_privilege_who_names_no_device(String output) throws Exception {
    Needs.linux();
    Needs.program("setpriv");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> command = sandbox.withoutPrivilege(Sandbox.image(output, "--duration", "1"));
    assertRefused(sandbox.run(command), "run with sudo", "give the program CAP_NET_RAW");
  }

  private static String loopback() throws IOException {
    try (Stream<NetworkInterface> all = NetworkInterface.networkInterfaces()) {
      for (NetworkInterface each : all.toList()) {
        if (each.isLoopback()) {
          return each.getName();
        }
      }
    }
    throw new AssertionError("no loopback device");
  }
}
