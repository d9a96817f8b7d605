package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the screen: copied rows and exported figures. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TakeAlongIT {

  private static final String LINE =
      "\\S+ <=> \\S+ (TCP|UDP|ICMP|ICMPv6) .*total \\S+ 2s \\S+/s .*";

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

  private void start(String prefix) throws Exception {
    pane = sandbox.pane("bash", 120, 35);
    pane.command(prefix + " '" + Sandbox.LAUNCHER + "' --demo; echo \"status=$?\"");
    pane.waitUntil("flows", lines -> lines.stream().anyMatch(line -> line.contains(" => ")));
  }

  @Test
  void a_row_is_copied_into_the_buffer_of_tmux() throws Exception {
    start("");
    pane.type("y");
    pane.waitFor("Select a row first");
    pane.type("jy");
    pane.waitFor("Copied to tmux and sent to the terminal: ");
    assertThat(pane.buffer()).matches(LINE);
    pane.type("q");
    pane.waitFor("status=0");
  }

  @Test
  void without_a_tool_the_terminal_is_asked_to_take_it() throws Exception {
    start("env -u TMUX -u DISPLAY -u WAYLAND_DISPLAY");
    pane.takeClipboard();
    pane.type("jy");
    pane.waitFor("Sent to the terminal's clipboard (OSC 52): ");
    assertThat(pane.buffer()).matches(LINE);
  }

  @Test
  void figures_are_exported_into_files_of_the_users_alone() throws Exception {
    Path json = sandbox.file(".iftoprs.export.txt");
    Path csv = sandbox.file(".iftoprs.export.csv");
    start("");
    pane.type("e");
    pane.waitFor(" to " + json);
    assertThat(Files.readAllLines(json)).singleElement().asString().startsWith("{\"schema\"");
    pane.type("E");
    pane.waitFor(" to " + csv);
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.getFirst()).startsWith("time,source,source_port,");
    assertThat(lines).hasSizeGreaterThan(2);
    for (Path file : List.of(json, csv)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void an_export_that_fails_says_where_and_why() throws Exception {
    Files.createDirectory(sandbox.file(".iftoprs.export.txt"));
    start("");
    pane.type("e");
    pane.waitFor("Not exported: this is a directory: " + sandbox.file(".iftoprs.export.txt"));
  }
}
