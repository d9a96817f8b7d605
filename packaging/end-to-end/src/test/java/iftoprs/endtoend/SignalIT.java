package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl+C and {@code kill} end the packaged program in order, whatever it waits for. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SignalIT {

  private static final String LAST = "\"state\":\"ended\"}";

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

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void a_stream_that_waits_for_more_frames_ends_with_a_last_line(String signal) throws Exception {
    Needs.program("mkfifo");
    Path fifo = sandbox.file("fifo");
    assertThat(sandbox.run("mkfifo", fifo.toString()).status()).isZero();
    Process process = sandbox.start(Sandbox.image("-r", fifo.toString(), "--json"));
    try (OutputStream writer = Files.newOutputStream(fifo)) {
      writer.write(CaptureFile.ofSeconds(5));
      writer.flush();
      List<String> before = List.of(line(process), line(process));
      Sandbox.signal(signal, process.pid());
      List<String> after = Sandbox.rest(process);
      assertThat(Sandbox.waitFor(process)).isZero();
      assertThat(before).allMatch(line -> line.endsWith("\"state\":\"capturing\"}"));
      assertThat(after.getLast()).endsWith(LAST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void a_stream_at_its_own_pace_ends_with_a_last_line(String signal) throws Exception {
    Process process = sandbox.start(Sandbox.image("--demo", "--json", "--pace", "real"));
    assertThat(line(process)).endsWith("\"state\":\"capturing\"}");
    Sandbox.signal(signal, process.pid());
    List<String> after = Sandbox.rest(process);
    assertThat(Sandbox.waitFor(process)).isZero();
    assertThat(after.getLast()).startsWith("{\"schema\":").endsWith(LAST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void a_silent_device_does_not_hold_it_back(String signal) throws Exception {
    Needs.root();
    Needs.linux();
    Process process =
        sandbox.start(Sandbox.image("-i", "lo", "-f", "udp port 1", "--json", "-n", "-Z"));
    assertThat(line(process)).contains("\"frames\":0,");
    Sandbox.signal(signal, process.pid());
    assertThat(Sandbox.rest(process).getLast()).contains("\"frames\":0,").endsWith(LAST);
    assertThat(Sandbox.waitFor(process)).isZero();
  }

  private static String line(Process process) throws IOException {
    return process.inputReader().readLine();
  }
}
