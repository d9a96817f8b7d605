package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.contract.TestFrames;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option does what can be seen, and without it that is not seen: a row a test. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OptionsIT {

  private static final Pattern LONG_NAME = Pattern.compile("(?m)^ .*?(--[a-z-]+)");
  private static final int HOSTS = 60;
  private static final long BETWEEN_DATAGRAMS_NANOS = 20_000_000;

  @TempDir Path folder;

  private Sandbox sandbox;

  static Stream<OptionRow> rows() throws IOException {
    try (var in = OptionsIT.class.getResourceAsStream("options.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(OptionRow::of)
              .toList()
              .stream();
    }
  }

  @BeforeEach
  void write_files() throws IOException {
    sandbox = new Sandbox(folder);
    Files.write(sandbox.file("x.pcap"), CaptureFile.ofSeconds(5));
    Files.write(sandbox.file("crowd.pcap"), CaptureFile.ofCrowd(HOSTS));
    Files.write(sandbox.file("lo.pcap"), loopback());
    Files.writeString(
        sandbox.file("mine.conf"),
        "[custom_themes.\"My Sea\"]\nc1 = 1\nc2 = 2\nc3 = 3\nc4 = 4\nc5 = 5\nc6 = \"#102030\"\n");
  }

  /** Two seconds of this host with itself. */
  private static byte[] loopback() {
    return CaptureFile.of(
        Stream.of(0, 1, 2)
            .map(
                second ->
                    TestFrames.udp("127.0.0.1:40000", "127.0.0.1:9", 100)
                        .atSeconds(CaptureFile.START + second))
            .toList());
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  @Test
  void the_table_has_every_option_of_the_help_and_no_other() throws Exception {
    Set<String> known = new TreeSet<>();
    String help = sandbox.run(Sandbox.image("--help")).out();
    Matcher names = LONG_NAME.matcher(help.substring(0, help.indexOf("Examples")));
    while (names.find()) {
      known.add(names.group(1));
    }
    assertThat(known).hasSizeGreaterThan(30);
    Set<String> told = new TreeSet<>();
    rows().forEach(row -> told.add(row.option()));
    assertThat(told).isEqualTo(known);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("rows")
  void an_option_changes_what_is_seen(OptionRow row) throws Exception {
    switch (row.how()) {
      case "run" -> run(row, Map.of());
      case "as root" -> live(row, Map.of());
      case "as root without programs" -> live(row, Map.of("PATH", "/nonexistent"));
      case "colour" -> printed(row);
      case "screen" -> shown(row);
      case "test" -> tested(row);
      default -> throw new AssertionError("no such way to run: " + row.how());
    }
  }

  private void run(OptionRow row, Map<String, String> environment) throws Exception {
    long begin = System.nanoTime();
    Run with = once(row.with(), environment);
    long millis = (System.nanoTime() - begin) / 1_000_000;
    assertThat(isSeen(row, with, millis)).as("%s: %s", row, with).isTrue();
    Files.deleteIfExists(sandbox.file(row.text()));
    begin = System.nanoTime();
    Run without = once(row.without(), environment);
    millis = (System.nanoTime() - begin) / 1_000_000;
    assertThat(isSeen(row, without, millis)).as("without %s: %s", row, without).isFalse();
  }

  /** Without a terminal, so that what would show the screen says so instead. */
  private Run once(List<String> words, Map<String, String> environment) throws Exception {
    String[] arguments = words.toArray(String[]::new);
    ProcessBuilder builder = sandbox.builder(Sandbox.withoutTerminal(Sandbox.image(arguments)));
    builder.environment().putAll(environment);
    if (!environment.isEmpty()) {
      builder.command(Sandbox.image(arguments));
    }
    return sandbox.finish(builder);
  }

  private boolean isSeen(OptionRow row, Run run, long millis) {
    return switch (row.kind()) {
      case "out" -> run.out().contains(row.text());
      case "not" -> run.out().contains("{") && !run.out().contains(row.text());
      case "err" -> run.err().contains(row.text());
      case "lines" -> run.lines().size() == Integer.parseInt(row.text());
      case "file" -> Files.exists(sandbox.file(row.text()));
      case "takes" -> millis >= Integer.parseInt(row.text());
      default -> throw new AssertionError("no such sight: " + row.seen());
    };
  }

  /** While this process keeps sending to itself. */
  private void live(OptionRow row, Map<String, String> environment) throws Exception {
    Needs.root();
    Needs.linux();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (DatagramSocket from = new DatagramSocket(0, loopback);
        DatagramSocket to = new DatagramSocket(0, loopback)) {
      Thread sender = Thread.ofPlatform().daemon().start(() -> send(from, to));
      run(row, environment);
      sender.interrupt();
      sender.join();
    }
  }

  private static void send(DatagramSocket from, DatagramSocket to) {
    DatagramPacket datagram = new DatagramPacket(new byte[100], 100, to.getLocalSocketAddress());
    while (!Thread.currentThread().isInterrupted()) {
      try {
        from.send(datagram);
      } catch (IOException closed) {
        return;
      }
      LockSupport.parkNanos(BETWEEN_DATAGRAMS_NANOS);
    }
  }

  /** In a terminal of script(1), with its escape sequences. */
  private void printed(OptionRow row) throws Exception {
    Needs.program("script");
    assertThat(isSeen(row, inTerminal(row.with()))).as("%s", row).isTrue();
    assertThat(isSeen(row, inTerminal(row.without()))).as("without %s", row).isFalse();
  }

  private String inTerminal(List<String> words) throws Exception {
    String[] arguments = words.toArray(String[]::new);
    String command =
        "stty cols 120 rows 35; '" + String.join("' '", Sandbox.image(arguments)) + "'";
    ProcessBuilder builder = sandbox.builder(List.of("script", "-qec", command, "/dev/null"));
    builder.environment().putAll(Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor"));
    Run run = sandbox.finish(builder);
    assertThat(run.status()).as(run.out()).isZero();
    return run.out();
  }

  private static boolean isSeen(OptionRow row, String screen) {
    assertThat(row.kind()).isIn("shows", "hides");
    return screen.contains(row.text()) == row.kind().equals("shows");
  }

  private void shown(OptionRow row) throws Exception {
    Needs.program("tmux");
    Pane pane = sandbox.pane("bash", 120, 35);
    assertThat(isSeen(row, screen(pane, row.with(), row))).as("%s", row).isTrue();
    assertThat(isSeen(row, screen(pane, row.without(), row))).as("without %s", row).isFalse();
  }

  /** The screen once it shows what is expected, or once it shows flows and has had time to. */
  private String screen(Pane pane, List<String> words, OptionRow row) throws Exception {
    String[] arguments = words.toArray(String[]::new);
    pane.command("clear; '" + String.join("' '", Sandbox.image(arguments)) + "'");
    List<String> lines =
        pane.waitUntil(
            "flows",
            seen ->
                seen.stream().anyMatch(line -> line.contains(" flows "))
                    && seen.stream().anyMatch(line -> line.matches(".*demo.*[2-9] s\\W.*")));
    pane.type("q");
    pane.waitForPrompt();
    return String.join("\n", lines);
  }

  private static void tested(OptionRow row) throws ClassNotFoundException {
    assertThat(Class.forName(row.line()).getDeclaredMethods())
        .extracting(method -> method.getName())
        .contains(row.seen());
  }

  @Test
  void a_device_is_asked_for_frames_to_others() throws Exception {
    Needs.root();
    Needs.linux();
    Needs.program("ip");
    assertThat(promiscuity("-p")).contains("promiscuity 1 ");
    assertThat(promiscuity("-n")).contains("promiscuity 0 ");
  }

  /** What the system says of the loopback device while the program captures on it. */
  private String promiscuity(String option) throws Exception {
    Process program = sandbox.start(Sandbox.image("-i", "lo", "--json", option));
    assertThat(program.inputReader().readLine()).startsWith("{");
    String state = sandbox.run("ip", "-d", "link", "show", "lo").out();
    Sandbox.signal("TERM", program.pid());
    Sandbox.rest(program); // the last line may be longer than a pipe has room
    assertThat(Sandbox.waitFor(program)).isZero();
    return state;
  }

  @Test
  void options_are_combined_and_values_attached() throws Exception {
    for (String words :
        List.of(
            "-BNnr x.pcap --report csv",
            "-BNnrx.pcap --report=csv",
            "--read=x.pcap --report csv")) {
      Run run = sandbox.run(Sandbox.image(words.split(" ")));
      assertThat(run.err()).isEmpty();
      assertThat(run.lines()).as(words).hasSize(2);
    }
  }
}
