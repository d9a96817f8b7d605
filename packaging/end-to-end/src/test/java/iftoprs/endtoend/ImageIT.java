package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged program prints. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ImageIT {

  private static final int COLUMNS = 80;

  @TempDir Path folder;

  private Sandbox sandbox;
  private String file;

  @BeforeEach
  void write_a_capture() throws IOException {
    sandbox = new Sandbox(folder);
    file = Files.write(sandbox.file("x.pcap"), CaptureFile.ofSeconds(5)).toString();
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    return sandbox.image(Map.of(), arguments);
  }

  @Test
  void it_says_its_version_in_one_line() throws Exception {
    Run run = run("--version");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .matches("iftoprs \\d+\\.\\d+\\.\\d+ \\(\\d{4}-\\d\\d-\\d\\d\\), Java .+\\n");
  }

  @Test
  void its_help_fits_80_columns_and_has_no_colours_in_a_pipe() throws Exception {
    Run run = sandbox.image(Map.of("TERM", "xterm-256color", "COLUMNS", "200"), "--help");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Usage: iftoprs").contains("--json", "Examples");
    assertThat(run.out()).doesNotContain("\033");
    assertThat(run.lines()).allMatch(line -> line.length() <= COLUMNS);
    assertThat(run("-h").out()).isEqualTo(run.out());
  }

  @Test
  void an_unknown_option_is_answered_with_the_nearest_one_and_status_2() throws Exception {
    Run run = run("--interfaec", "eth0");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo("iftoprs: unknown option --interfaec; did you mean --interface?\n");
  }

  @Test
  void a_report_of_a_file_is_exact_in_each_form() throws Exception {
    Run text = run("-r", file, "--report", "text");
    assertThat(text.status()).isZero();
    assertThat(text.err()).isEmpty();
    assertThat(text.out()).contains("192.168.1.20:40000").doesNotContain("\033");
    Run csv = run("-r", file, "--report", "csv");
    assertThat(csv.out())
        .contains(
            "TCP,6,192.168.1.20,40000,203.0.113.10,443,private-address,5,5000,5,3000,"
                + "1700000000.000000,1700000004.500000");
    Run json = run("-r", file, "--report", "json");
    assertThat(json.out())
        .startsWith("{\"schema\":\"iftoprs-report/1\"")
        .contains("\"frames\":10,\"bytes\":8000")
        .contains("\"tx_packets\":5,\"tx_bytes\":5000,\"rx_packets\":5,\"rx_bytes\":3000");
  }

  @Test
  void a_stream_of_a_file_is_the_same_in_every_run_and_place() throws Exception {
    Run first = run("-r", file, "--json");
    Run again =
        sandbox.image(
            Map.of("TZ", "Asia/Kathmandu", "LC_ALL", "C", "LANG", "tr_TR.UTF-8"),
            "-r",
            file,
            "--json");
    assertThat(first.status()).isZero();
    assertThat(first.err()).isEmpty();
    assertThat(first.lines()).hasSize(5);
    assertThat(again.out()).isEqualTo(first.out());
  }

  @Test
  void the_demo_is_a_stream_too() throws Exception {
    Run run = run("--demo", "--json", "--count", "3");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSize(3).allMatch(line -> line.endsWith("}"));
    assertThat(run.lines().getFirst()).contains("\"seq\":1,", "\"capture\":\"demo\"");
    assertThat(run.lines().getLast()).contains("\"seq\":3,");
  }

  @Test
  void a_reader_that_has_seen_enough_ends_it_quietly() throws Exception {
    Needs.program("bash");
    List<String> program = Sandbox.image("--demo", "--json");
    String pipe = "'" + String.join("' '", program) + "' | head -n 1; echo \"${PIPESTATUS[@]}\"";
    Run run = sandbox.run("bash", "-c", pipe);
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().getFirst()).startsWith("{\"schema\":").endsWith("}");
    assertThat(run.lines().getLast()).isEqualTo("0 0");
  }

  @Test
  void a_capture_comes_through_a_pipe() throws Exception {
    ProcessBuilder builder = sandbox.builder(Sandbox.image("-r", "-", "--report", "csv"));
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().write(Files.readAllBytes(Path.of(file)));
    process.getOutputStream().close();
    assertThat(Sandbox.rest(process)).hasSize(2);
    assertThat(Sandbox.waitFor(process)).isZero();
  }

  @Test
  void none_of_its_switches_is_made_up_at_start() throws Exception {
    Path log = sandbox.file("classes.log");
    Run run =
        sandbox.image(
            Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log),
            "--demo",
            "--json",
            "--count",
            "2",
            "--alert",
            "1kb");
    assertThat(run.status()).isZero();
    assertThat(Files.readAllLines(log))
        .anyMatch(line -> line.contains("iftoprs.domain.flow.FlowMeter "))
        .noneMatch(line -> line.contains("iftoprs") && line.contains("TypeSwitch"));
  }
}
