package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.toml.TomlSettingsStore;
import iftoprs.ports.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {

  @TempDir Path folder;

  private Preferences read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("x.conf"), text.replace(" ~ ", "\n"));
    return new TomlSettingsStore(file).load();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "refresh_rate = 3        | refresh_rate = 3 is taken as 2",
        "refresh_rate = '5'      | refresh_rate = \"5\" is taken as 1",
        "use_bytes = 'yes'       | use_bytes = \"yes\" is taken as false",
        "show_bars = 0           | show_bars = 0 is taken as true",
        "bar_style = 'gradient'  | bar_style = \"gradient\" is taken as \"Gradient\"",
        "sort = ['2s']           | sort = […] is taken as \"2s\"",
        "theme = 'NeonSprwl'     | theme = \"NeonSprwl\" is no theme, did you mean NeonSprawl?",
        "theme = 'qqqqqq'        | theme = \"qqqqqq\" is no theme",
        "theme = 3               | theme is not understood",
        "interface = 1           | interface is not understood",
        "alert_threshold = 'fast' | alert_threshold is not understood",
        "pinned = 'all'          | pinned is not understood",
        "active_custom_theme = 'Sea' | active_custom_theme = \"Sea\" is taken as \"\"",
        "refresh_rat = 5         | refresh_rat is no setting, did you mean refresh_rate?",
        "sort = 1 ~ theme = 2    | sort = 1 is taken as \"2s\"; theme is not understood",
        "sort = 1 ~ theme = 2 ~ interface = 3 ~ pinned = 4 ~ use_bytes = 5 | sort = 1 is taken as"
            + " \"2s\"; theme is not understood; interface is not understood; and 2 more"
      })
  void what_is_said_in_vain_is_told(String text, String told) throws IOException {
    assertThat(SettingsCheck.of(read(text))).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "another_version = 1",
        "alert_threshold = 0.0",
        "alert_threshold = -1",
        "theme = 'acid rain'",
        "alert_threshold = '10Mbit'",
        "theme = 'AcidRain' ~ interface = 'lo' ~ refresh_rate = 10 ~ bar_style = 'Ascii'",
        "pinned = [{src = '192.168.1.20', dst = '203.0.113.10'}]",
        "active_custom_theme = 's' ~ [custom_themes.s] ~ c1=1 ~ c2=2 ~ c3=3 ~ c4=4 ~ c5=5 ~ c6=6"
      })
  void what_is_taken_as_it_stands_is_not(String text) throws IOException {
    assertThat(SettingsCheck.of(read(text))).isEmpty();
  }

  @Test
  void it_is_told_in_one_line_that_names_the_file() throws IOException {
    Path file = Files.writeString(folder.resolve("my.conf"), "refresh_rate = 3\n");
    Run run = Run.of("--list-colors", "-c", file.toString());
    assertThat(run.err())
        .isEqualTo(
            "iftoprs: " + file + ": refresh_rate = 3 is taken as 2" + System.lineSeparator());
    assertThat(run.exit()).isEqualTo(ExitCode.OK);
  }
}
