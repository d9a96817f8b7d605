package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a long report shows of itself in a terminal. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProgressIT {

  private static final Predicate<List<String>> IS_SHOWN =
      lines -> lines.stream().anyMatch(line -> line.contains(" packets/s"));

  @TempDir Path folder;

  private Sandbox sandbox;
  private Pane pane;

  @BeforeEach
  void open() throws Exception {
    Needs.program("tmux");
    Needs.program("mkfifo");
    sandbox = new Sandbox(folder);
    pane = sandbox.pane("bash", 80, 24);
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  @Test
  void a_pipe_shows_packets_and_leaves_no_trace() throws Exception {
    byte[] capture = CaptureFile.ofSeconds(5);
    Path file = Files.write(sandbox.file("x.pcap"), capture);
    String expected = sandbox.run(Sandbox.image("-r", file.toString(), "--report", "text")).out();
    Path fifo = sandbox.file("fifo");
    assertThat(sandbox.run("mkfifo", fifo.toString()).status()).isZero();
    pane.command(command("-r fifo --report text") + " > out; echo status=$?");
    try (OutputStream writer = Files.newOutputStream(fifo)) {
      writer.write(capture);
      writer.flush();
      pane.waitFor("10 packets, ");
    }
    pane.waitFor("status=0");
    assertThat(pane.lines()).noneMatch(line -> line.contains(" packets/s"));
    assertThat(sandbox.file("out")).hasContent(expected.replace("x.pcap", "fifo"));
  }

  @Test
  void a_file_shows_its_part_and_the_time_left() throws Exception {
    Files.write(sandbox.file("x.pcap"), CaptureFile.ofSeconds(600));
    pane.command(command("-r x.pcap --pace real --report text") + " > out; echo status=$?");
    List<String> lines = pane.waitUntil("progress", IS_SHOWN);
    assertThat(lines).anyMatch(line -> line.matches("\\d+ %, [0-9,]+ packets, .* left"));
    pane.key("C-c");
    pane.waitFor("status=0");
    assertThat(pane.lines()).noneMatch(line -> line.contains(" packets/s"));
    assertThat(Files.readString(sandbox.file("out"))).contains("192.168.1.20");
  }

  @Test
  void errors_that_go_elsewhere_are_kept_clean() throws Exception {
    Path fifo = sandbox.file("fifo");
    assertThat(sandbox.run("mkfifo", fifo.toString()).status()).isZero();
    pane.command(command("-r fifo --report text") + " 2> err; echo status=$?");
    try (OutputStream writer = Files.newOutputStream(fifo)) {
      writer.write(CaptureFile.ofSeconds(5));
      writer.flush();
      // Long enough for a line: another program, started meanwhile, shows one.
      Pane other = sandbox.pane("bash", 80, 24);
      Files.write(sandbox.file("y.pcap"), CaptureFile.ofSeconds(600));
      other.command(command("-r y.pcap --pace real --report text") + " > y");
      other.waitUntil("progress", IS_SHOWN);
    }
    pane.waitFor("status=0");
    assertThat(sandbox.file("err")).isEmptyFile();
  }

  private static String command(String arguments) {
    return "'" + Sandbox.LAUNCHER + "' " + arguments;
  }
}
