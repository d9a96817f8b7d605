package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.toml.TomlSettingsStore;
import iftoprs.domain.screen.BuiltInThemes;
import iftoprs.domain.screen.CustomThemes;
import iftoprs.domain.screen.Settings;
import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Many;
import iftoprs.ports.Preferences.Table;
import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that a first run writes explains every setting and changes none. */
class SampleSettingsTest {

  /** Settings that have no default: they are told in a comment. */
  private static final Set<String> WITHOUT_DEFAULT = Set.of("interface", "custom_themes");

  @TempDir Path folder;

  private static String sample() throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("iftoprs.default.conf")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Preferences read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("x.conf"), text);
    return new TomlSettingsStore(file).load();
  }

  /** The sample with everything that is commented out. */
  private static String whole() throws IOException {
    return sample()
        .replaceAll("(?m)^pinned = .*$", "")
        .replaceAll("(?m)^# (?=[a-z0-9_]+ = |\\[)", "");
  }

  @Test
  void it_holds_the_defaults_of_all_settings_and_nothing_else() throws IOException {
    Map<String, Value> defaults = new LinkedHashMap<>(Settings.DEFAULT.toPreferences().values());
    defaults.keySet().removeAll(WITHOUT_DEFAULT);
    assertThat(read(sample()).values()).containsExactlyInAnyOrderEntriesOf(defaults);
  }

  @Test
  void what_it_has_in_comments_is_understood_too() throws IOException {
    Map<String, Value> values = read(whole()).values();
    assertThat(values.keySet())
        .containsAll(WITHOUT_DEFAULT)
        .containsAll(Settings.DEFAULT.toPreferences().values().keySet());
    assertThat(values.get("interface")).isEqualTo(new Text("eth0"));
    assertThat(values.get("pinned")).isInstanceOf(Many.class);
    Settings settings = Settings.of(new Preferences(values));
    assertThat(settings.pins().all()).hasSize(1);
    assertThat(settings.customThemes().all())
        .hasSize(((Table) values.get("custom_themes")).values().size());
  }

  @Test
  void its_themes_are_the_two_for_light_terminals_and_for_any_colour_vision() throws IOException {
    CustomThemes own = Settings.of(read(whole())).customThemes();
    for (String name : List.of("Daylight", "Clear Sight")) {
      assertThat(own.named("My " + name).orElseThrow().inks())
          .isEqualTo(
              BuiltInThemes.ALL.stream()
                  .filter(theme -> theme.title().equals(name))
                  .findFirst()
                  .orElseThrow()
                  .inks());
    }
    assertThat(own.named("My Daylight").orElseThrow().light()).isTrue();
  }
}
