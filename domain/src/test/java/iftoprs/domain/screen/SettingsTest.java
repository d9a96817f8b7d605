package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Flag;
import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Value;
import iftoprs.ports.Preferences.Whole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @Test
  void choices_survive_being_saved_and_loaded() {
    Settings chosen =
        Settings.DEFAULT
            .with(Toggle.BYTES, true)
            .with(Toggle.NAMES, false)
            .withTheme("AcidRain")
            .withBarStyle(BarStyle.THIN)
            .withLineMode(LineMode.RECEIVED)
            .withSort(SortBy.DESTINATION)
            .withRefreshSeconds(5);

    assertThat(Settings.of(chosen.toPreferences())).isEqualTo(chosen);
  }

  @Test
  void names_of_keys_and_values_are_those_of_the_configuration_file() {
    Preferences stored =
        new Preferences(
            Map.of(
                "theme", new Text("IceBreaker"),
                "use_bytes", new Flag(true),
                "show_header", new Flag(false),
                "bar_style", new Text("Ascii"),
                "refresh_rate", new Whole(10)));

    Settings settings = Settings.of(stored);

    assertThat(settings.theme()).isEqualTo("IceBreaker");
    assertThat(settings.is(Toggle.BYTES)).isTrue();
    assertThat(settings.is(Toggle.COLUMN_HEADER)).isFalse();
    assertThat(settings.barStyle()).isEqualTo(BarStyle.ASCII);
    assertThat(settings.refreshSeconds()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-7, 1", "3, 2", "9, 5", "3600, 10"})
  void an_interval_that_is_not_offered_becomes_the_next_shorter_one(long stored, int taken) {
    Preferences preferences = new Preferences(Map.of("refresh_rate", new Whole(stored)));

    assertThat(Settings.of(preferences).refreshSeconds()).isEqualTo(taken);
  }

  @Test
  void values_of_another_type_or_spelling_mean_the_default() {
    Map<String, Value> nonsense =
        Map.of("use_bytes", new Text("yes"), "bar_style", new Text("gradient?"));

    assertThat(Settings.of(new Preferences(nonsense))).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void only_what_changed_is_to_be_saved() {
    Settings changed = Settings.DEFAULT.with(Toggle.PORTS, false);

    assertThat(changed.changesSince(Settings.DEFAULT).values())
        .isEqualTo(Map.of("show_ports", new Flag(false)));
    assertThat(Settings.DEFAULT.changesSince(Settings.DEFAULT)).isEqualTo(Preferences.EMPTY);
  }
}
