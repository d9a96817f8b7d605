package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.ports.contract.Interruptible;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program over small capture files: in this process, and as one of its own for signals. */
@Timeout(120)
class MainIT {

  private static final long START = 1_700_000_000L;

  @TempDir Path folder;

  private String file;

  @BeforeEach
  void ten_seconds_of_traffic() throws IOException {
    List<TestFrame> frames = new ArrayList<>();
    for (int second = 0; second < 10; second++) {
      frames.add(frame("192.168.1.20:40000", "203.0.113.10:443", 1000).atSeconds(START + second));
      frames.add(frame("10.0.0.1:40001", "10.0.0.2:53", 100).atSeconds(START + second + 0.5));
    }
    file = PcapFile.write(folder.resolve("x.pcap"), frames).toString();
  }

  private static TestFrame frame(String source, String destination, int length) {
    return TestFrames.udp(source, destination, length);
  }

  @Test
  void a_file_becomes_a_stream_that_is_the_same_each_time() {
    Run run = Run.of("-r", file, "--json");
    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(10);
    assertThat(lines.getLast())
        .contains("\"seq\":10,", "\"frames\":20,\"bytes\":11000,", "\"state\":\"ended\"}")
        .contains("\"destination_service\":\"https\"", "\"attribution\":\"offline\"");
    assertThat(Run.of("-r", file, "--json").out()).isEqualTo(run.out());
  }

  @Test
  void count_and_duration_cut_a_stream_short() {
    assertThat(Run.of("-r", file, "--json", "--count", "3").out().lines()).hasSize(3);
    assertThat(Run.of("-r", file, "--json", "--duration", "4").out().lines()).hasSize(4);
  }

  @Test
  void a_pace_makes_a_replay_take_its_time() {
    long before = System.nanoTime();
    Run run = Run.of("-r", file, "--json", "--pace", "20");
    assertThat(System.nanoTime() - before).isGreaterThan(9_500_000_000L / 20);
    assertThat(run.out().lines().toList().getLast()).contains("\"frames\":20,");
  }

  @Test
  void networks_decide_what_is_local_and_what_is_outside() {
    Run run = Run.of("-r", file, "--json", "-F", "203.0.113.0/24");
    assertThat(run.out())
        .contains("\"source\":\"203.0.113.10\"", "\"direction_basis\":\"net-filter\"")
        .contains("{\"reason\":\"outside-net\",\"packets\":10,\"bytes\":1000}");
  }

  @Test
  void a_small_table_overflows() throws IOException {
    List<TestFrame> frames = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      frames.add(frame("10.0.0.1:" + i, "192.0.2.1:9", 60).atSeconds(START));
    }
    String crowd = PcapFile.write(folder.resolve("crowd.pcap"), frames).toString();
    assertThat(Run.of("-r", crowd, "--report", "json", "--max-flows", "16").out())
        .contains("\"reason\":\"overflow\"");
    assertThat(Run.of("-r", crowd, "--report", "json").out()).doesNotContain("overflow");
  }

  @Test
  void a_file_is_reported_in_three_forms() {
    assertThat(Run.of("-r", file, "--report", "text").out())
        .contains("192.168.1.20:40000  203.0.113.10:443");
    assertThat(Run.of("-r", file, "--report", "json").out())
        .startsWith("{\"schema\":\"iftoprs-report/1\"");
    assertThat(Run.of("-r", file, "--report", "csv").out())
        .contains("\r\nUDP,17,192.168.1.20,40000,203.0.113.10,443,private-address,10,10000,0,0,");
    assertThat(Run.of("-r", file, "--report", "csv", "--duration", "3").out())
        .contains("private-address,3,3000,0,0,");
  }

  @Test
  void a_file_that_is_cut_is_reported_up_to_there_with_a_warning() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(file));
    Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(whole, whole.length - 5));
    for (List<String> output : List.of(List.of("--report", "csv"), List.of("--json"))) {
      List<String> arguments = new ArrayList<>(List.of("-r", cut.toString()));
      arguments.addAll(output);
      Run run = Run.of(arguments.toArray(String[]::new));
      assertThat(run.exit()).isEqualTo(ExitCode.OK);
      assertThat(run.err())
          .matches("(?s)iftoprs: .*cut.pcap: cut short in record 20 .*")
          .hasLineCount(1);
      assertThat(run.out()).contains("203.0.113.10");
    }
  }

  @Test
  void what_is_no_capture_is_one_line_and_exit_1() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "hello, world, this is no capture");
    for (String path : List.of(text.toString(), folder.resolve("absent").toString())) {
      Run run = Run.of("-r", path, "--report", "text");
      assertThat(run.exit()).isEqualTo(ExitCode.FAILURE);
      assertThat(run.err()).startsWith("iftoprs: ").hasLineCount(1);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void a_capture_comes_through_the_standard_input() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(Files.readAllBytes(Path.of(file))));
    try {
      assertThat(Run.of("-r", "-", "--report", "csv").out()).contains("203.0.113.10,443");
    } finally {
      System.setIn(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--report=text", "--report=json", "--report=csv"})
  void a_closed_pipe_is_a_quiet_end(String output) {
    Run run = Run.to(refusing("Broken pipe"), "-r", file, output);
    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--report=text", "--report=json", "--report=csv"})
  void a_full_disk_is_one_line_and_exit_1(String output) throws IOException {
    Run run = Run.to(refusing("No space left on device"), "-r", file, output);
    assertThat(run.exit()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .isEqualTo("iftoprs: cannot write: No space left on device" + System.lineSeparator());
    assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      assertThat(Run.to(full, "-r", file, output).exit()).isEqualTo(ExitCode.FAILURE);
    }
  }

  private static OutputStream refusing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void a_signal_ends_a_stream_with_a_last_line_and_exit_0(String signal) throws Exception {
    Process process = start("-r", file, "--json", "--pace", "1");
    String first = process.inputReader().readLine();
    kill(signal, process);
    List<String> rest = process.inputReader().lines().toList();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(first).contains("\"state\":\"capturing\"}");
    assertThat(rest).isNotEmpty();
    assertThat(rest.getLast()).endsWith("\"state\":\"ended\"}");
  }

  @Test
  void a_signal_ends_a_report_with_what_was_counted() throws Exception {
    Process process = start("-r", "-", "--report", "csv");
    OutputStream in = process.getOutputStream();
    in.write(Files.readAllBytes(Path.of(file)));
    in.flush();
    // The pipe is still open: more could come. Wait until what there is was taken.
    TimeUnit.SECONDS.sleep(3);
    kill("INT", process);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(out).contains("203.0.113.10,443");
  }

  @Test
  void a_second_signal_ends_the_process_at_once() throws Exception {
    List<TestFrame> frames = new ArrayList<>();
    for (int second = 0; second < 20_000; second++) {
      frames.add(frame("10.0.0.1:40001", "10.0.0.2:53", 100).atSeconds(START + second));
    }
    String endless = PcapFile.write(folder.resolve("long.pcap"), frames).toString();
    Process process = start("-r", endless, "--json");
    // Nobody reads on: the pipe fills, and the program waits in a write.
    process.inputReader().readLine();
    TimeUnit.SECONDS.sleep(2);
    kill("TERM", process);
    assertThat(process.waitFor(1, TimeUnit.SECONDS)).isFalse();
    kill("TERM", process);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
  }

  @Test
  void the_demo_plays_quickly_and_always_the_same() {
    assumeDemo();
    Run run = Run.of("--demo", "--json", "--count", "3");
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(3);
    assertThat(Run.of("--demo", "--json", "--count", "3").out()).isEqualTo(run.out());
    assertThat(Run.of("--demo", "--report", "text").out()).startsWith("capture        demo\n");
  }

  @Test
  void the_demo_begins_anew_when_more_is_asked_for_than_it_holds() {
    assumeDemo();
    int once = (int) Run.of("--demo", "--json").out().lines().count();
    String more = Integer.toString(once + 5);
    assertThat(Run.of("--demo", "--json", "--count", more).out().lines()).hasSize(once + 5);
  }

  private static void assumeDemo() {
    assumeTrue(
        Demo.class.getResource(Demo.RESOURCE) != null || "true".equals(System.getenv("CI")),
        "this build has no demo capture");
  }

  @Test
  void without_a_terminal_the_screen_points_elsewhere() throws Exception {
    Process process = start("-r", file);
    String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(complaint).contains("--json", "--report").hasLineCount(1);
  }

  private static Process start(String... arguments) throws IOException {
    String path =
        Stream.of("jdk.module.path", "java.class.path")
            .map(name -> System.getProperty(name, ""))
            .filter(value -> !value.isEmpty())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            path,
            Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(Interruptible.command(command));
    builder.environment().put("TERM", "dumb");
    return builder.start();
  }

  private static void kill(String signal, Process process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
    assertThat(kill.waitFor()).isZero();
  }
}
