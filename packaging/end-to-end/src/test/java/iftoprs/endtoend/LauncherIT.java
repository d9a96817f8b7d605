package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script in the root passes on what it is given, from wherever it is called. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherIT {

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
  void it_finds_the_image_current_and_builds_nothing() throws Exception {
    Run run = sandbox.run(Sandbox.launcher("--version"));
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("iftoprs ").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"--version, 0", "-r absent.pcap --json, 1", "--nonsense, 2"})
  void the_exit_status_is_the_programs(String arguments, int status) throws Exception {
    assertThat(sandbox.run(Sandbox.launcher(arguments.split(" "))).status()).isEqualTo(status);
  }

  @Test
  void arguments_arrive_as_they_are() throws Exception {
    String name = "two  words, a * and a $HOME \"quoted\".pcap";
    Files.write(sandbox.file(name), CaptureFile.ofSeconds(2));
    Run run = sandbox.run(Sandbox.launcher("-r", name, "--report", "json"));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("\"source\":\"two  words, a * and a $HOME \\\"quoted\\\".pcap\"");
    assertThat(sandbox.run(Sandbox.launcher("--filter", "")).err()).hasLineCount(1);
    assertThat(sandbox.run(Sandbox.launcher("")).status()).isEqualTo(2);
  }

  @Test
  void links_to_it_work_relative_and_through_other_links() throws Exception {
    Path programs = Files.createDirectories(sandbox.file("my programs"));
    Path direct = Files.createSymbolicLink(programs.resolve("iftoprs"), Sandbox.LAUNCHER);
    Path relative = Files.createSymbolicLink(sandbox.file("relative"), folder.relativize(direct));
    Path again = Files.createSymbolicLink(sandbox.file("again"), Path.of("relative"));
    for (Path link : List.of(direct, relative, again)) {
      assertVersion(sandbox.run(link.toString(), "--version"));
    }
    assertVersion(sandbox.run("sh", "-c", "PATH=\"$PWD/my programs:$PATH\"; iftoprs --version"));
    assertVersion(sandbox.run("sh", "-c", "CDPATH=/; export CDPATH; ./again --version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void signals_reach_the_program_because_it_takes_the_scripts_place(String signal)
      throws Exception {
    Process process = sandbox.start(Sandbox.launcher("--demo", "--json", "--pace", "real"));
    String first = process.inputReader().readLine();
    assertThat(process.info().command()).contains(Sandbox.JAVA.toRealPath().toString());
    assertThat(process.info().arguments().orElseThrow()).startsWith("-m");
    Sandbox.signal(signal, process.pid());
    assertThat(first).endsWith("\"state\":\"capturing\"}");
    assertThat(Sandbox.rest(process).getLast()).endsWith("\"state\":\"ended\"}");
    assertThat(Sandbox.waitFor(process)).isZero();
    assertThat(process.descendants()).isEmpty();
  }

  private static void assertVersion(Run run) throws IOException {
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("iftoprs ");
    assertThat(run.status()).isZero();
  }
}
