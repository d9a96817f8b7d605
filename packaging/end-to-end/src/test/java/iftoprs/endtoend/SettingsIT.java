package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged program keeps in its home, and that it spoils nothing there. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SettingsIT {

  private static final String NAME = ".iftoprs.conf";

  @TempDir Path folder;

  private Sandbox sandbox;
  private Pane pane;

  @BeforeEach
  void open() throws Exception {
    Needs.program("tmux");
    sandbox = new Sandbox(folder);
    pane = sandbox.pane("bash", 120, 30);
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  /** Starts the program, has it show bytes, and ends it. */
  private void changeOneSetting(List<String> command) throws Exception {
    pane.command("clear; '" + String.join("' '", command) + "'; echo \"status=$?\"");
    pane.waitFor("bit/s");
    pane.type("B");
    pane.waitFor("B/s 2s");
    pane.type("q");
    pane.waitFor("status=0");
    pane.waitForPrompt();
  }

  @Test
  void a_choice_is_still_made_in_the_next_run() throws Exception {
    changeOneSetting(Sandbox.launcher("--demo"));
    assertThat(Files.readString(sandbox.file(NAME))).contains("use_bytes = true");
    pane.command("clear; '" + Sandbox.LAUNCHER + "' --demo");
    pane.waitFor("B/s 2s");
    pane.type("q");
    pane.waitForPrompt();
  }

  @Test
  void the_first_run_on_a_terminal_begins_a_file_that_explains_every_setting() throws Exception {
    sandbox.image(Map.of(), "--demo", "--json", "--count", "1");
    sandbox.image(Map.of(), "--list-colors");
    assertThat(sandbox.file(NAME)).doesNotExist();
    pane.command("clear; '" + Sandbox.LAUNCHER + "' --demo");
    pane.waitFor("bit/s");
    pane.type("q");
    pane.waitForPrompt();
    assertThat(sandbox.file(NAME))
        .hasSameTextualContentAs(
            Sandbox.ROOT.resolve(
                "bootstrap/src/main/resources/iftoprs/bootstrap/iftoprs.default.conf"));
    changeOneSetting(Sandbox.launcher("--demo"));
    assertThat(Files.readString(sandbox.file(NAME)))
        .contains("# Rates in bytes instead of bits (B).\nuse_bytes = true\n");
  }

  @Test
  void a_file_among_the_desktops_is_used_where_it_is_the_only_one() throws Exception {
    Path desktop = sandbox.file(".config/iftoprs/iftoprs.conf");
    Files.createDirectories(desktop.getParent());
    Files.writeString(desktop, "theme = \"AcidRain\"\n");
    changeOneSetting(Sandbox.launcher("--demo"));
    assertThat(Files.readString(desktop)).contains("theme = \"AcidRain\"", "use_bytes = true");
    assertThat(sandbox.file(NAME)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"theme = [[[", "theme = \"x\"\ntheme = \"y\"\n", "\u0000\u0001", "a = 'é"})
  void a_broken_file_is_used_as_if_empty_and_never_overwritten(String content) throws Exception {
    Path file = Files.writeString(sandbox.file(NAME), content);
    changeOneSetting(Sandbox.launcher("--demo"));
    assertThat(file).hasContent(content);
    assertThat(beside(file)).isEmpty();
  }

  @Test
  void a_file_that_must_not_be_written_stays_as_it_is() throws Exception {
    Needs.linux();
    Needs.program("setpriv");
    Path file = Files.writeString(sandbox.file(NAME), "# mine\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    changeOneSetting(sandbox.withoutPrivilege(Sandbox.image("--demo")));
    assertThat(file).hasContent("# mine\n");
    assertThat(beside(file)).isEmpty();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_folder_in_its_place_is_no_reason_to_fail() throws Exception {
    Path place = Files.createDirectory(sandbox.file(NAME));
    changeOneSetting(Sandbox.launcher("--demo"));
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void another_file_is_written_where_one_is_named() throws Exception {
    Path other = sandbox.file("my settings.toml");
    changeOneSetting(Sandbox.launcher("--demo", "--config", other.toString()));
    assertThat(Files.readString(other)).contains("use_bytes = true");
    assertThat(sandbox.file(NAME)).doesNotExist();
  }

  /** Files that were left beside the settings. */
  private List<Path> beside(Path file) throws Exception {
    try (var files = Files.list(folder)) {
      return files
          .filter(each -> each.getFileName().toString().contains("iftoprs"))
          .filter(each -> !each.equals(file))
          .toList();
    }
  }
}
