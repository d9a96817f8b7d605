package iftoprs.adapters.tui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import iftoprs.adapters.tui.grid.Colours;
import iftoprs.domain.screen.BuiltInThemes;
import iftoprs.domain.screen.Ink;
import iftoprs.domain.screen.ThemeColours;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemesTest {

  private static final double READABLE = 4.5;
  private static final double VISIBLE = 3;
  private static final int STEPS = 64;

  static Iterable<String> names() {
    return Themes.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_text_is_readable_on_everything_it_can_stand_on(String name) {
    assertReadable(Themes.named(name).orElseThrow());
  }

  @Test
  void themes_of_users_are_readable_whatever_their_colours() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      int[] c = random.ints(6, 0, 256).toArray();
      List<Ink> inks = IntStream.of(c).<Ink>mapToObj(Ink.Numbered::new).toList();
      assertReadable(Themes.of(new ThemeColours("mine", "mine", inks, i % 2 == 0)));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void lines_can_be_seen(String name) {
    Theme theme = Themes.named(name).orElseThrow();
    assertThat(Colours.contrast(theme.border(), theme.background())).isGreaterThan(VISIBLE);
    assertThat(Colours.contrast(theme.scaleLine(), theme.background())).isGreaterThan(VISIBLE);
    assertThat(Colours.contrast(theme.popupBorder(), theme.popupBackground()))
        .isGreaterThan(VISIBLE);
  }

  @ParameterizedTest
  @MethodSource("names")
  void bars_can_be_told_from_what_is_beside_them(String name) {
    Theme theme = Themes.named(name).orElseThrow();
    assertThat(Colours.contrast(theme.barLow(), theme.background())).isGreaterThan(1.15);
    assertThat(Colours.contrast(theme.barHigh(), theme.background())).isGreaterThan(1.3);
    assertThat(theme.selectedBarLow()).isNotEqualTo(theme.barLow());
    assertThat(theme.selectedBarHigh()).isNotEqualTo(theme.barHigh());
    assertThat(Colours.contrast(theme.selectedBarHigh(), theme.selectedBackground()))
        .isGreaterThan(1.1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void background_is_nearly_black_unless_the_theme_is_light(String name) {
    Theme theme = Themes.named(name).orElseThrow();
    double luminance = Colours.luminance(theme.background());
    if (theme.light()) {
      assertThat(luminance).isGreaterThan(0.85);
    } else {
      assertThat(luminance).isLessThan(0.01);
    }
  }

  @Test
  void there_are_31_known_themes_and_two_of_our_own() {
    assertThat(Themes.names()).hasSize(33).doesNotHaveDuplicates();
    assertThat(Themes.names().subList(0, 3))
        .containsExactly("NeonSprawl", "AcidRain", "IceBreaker");
    assertThat(Themes.names().subList(30, 33))
        .containsExactly("Iftopcolor", "Daylight", "ClearSight");
    assertThat(BuiltInThemes.ALL)
        .extracting(ThemeColours::title)
        .contains("Neon Sprawl", "iftopcolor");
    assertThat(Themes.standard().id()).isEqualTo("NeonSprawl");
  }

  @Test
  void theme_is_found_however_its_name_is_written() {
    for (String spelling : List.of("BladeRunner", "bladerunner", "Blade Runner", "blade-runner")) {
      assertThat(Themes.named(spelling)).map(Theme::id).contains("BladeRunner");
    }
    assertThat(Themes.named("NoSuchTheme")).isEmpty();
  }

  @Test
  void source_hosts_keep_the_hue_of_the_palette() {
    for (String name : Themes.names()) {
      Theme theme = Themes.named(name).orElseThrow();
      Oklch wanted = Oklch.of(theme.palette().c(2));
      Oklch made = Oklch.of(theme.source());
      if (wanted.chroma() > 0.05 && made.chroma() > 0.05) {
        assertThat(made.hue()).as(name).isCloseTo(wanted.hue(), within(0.12));
      }
    }
  }

  @Test
  void contrast_is_that_of_wcag() {
    assertThat(Colours.contrast(0x000000, 0xFFFFFF)).isCloseTo(21, within(0.001));
    assertThat(Colours.contrast(0x777777, 0xFFFFFF)).isCloseTo(4.48, within(0.01));
    assertThat(Colours.contrast(0xFF0000, 0x0000FF)).isCloseTo(2.15, within(0.01));
  }

  @Test
  void colour_survives_the_way_to_lightness_and_back() {
    for (int rgb : new int[] {0x000000, 0xFFFFFF, 0x875FFF, 0x00FF87, 0x123456}) {
      assertThat(Oklch.of(rgb).rgb()).isEqualTo(rgb);
    }
  }

  private static void assertReadable(Theme theme) {
    Map<String, Integer> surfaces = surfaces(theme);
    texts(theme)
        .forEach(
            (role, text) ->
                surfaces.forEach(
                    (surface, colour) ->
                        assertThat(Colours.contrast(text, colour))
                            .as("%s: %s on %s", theme.id(), role, surface)
                            .isGreaterThanOrEqualTo(READABLE)));
  }

  private static Map<String, Integer> surfaces(Theme theme) {
    Map<String, Integer> surfaces = new LinkedHashMap<>();
    surfaces.put("background", theme.background());
    surfaces.put("selection", theme.selectedBackground());
    surfaces.put("popup", theme.popupBackground());
    surfaces.put("header", theme.headerBackground());
    surfaces.put("alert row", theme.alertBackground());
    for (int step = 0; step < STEPS; step++) {
      surfaces.put("bar " + step, theme.bar(step, STEPS));
      surfaces.put("selected bar " + step, theme.selectedBar(step, STEPS));
    }
    return surfaces;
  }

  private static Map<String, Integer> texts(Theme theme) {
    Map<String, Integer> texts = new LinkedHashMap<>();
    texts.put("text", theme.text());
    texts.put("dim", theme.dim());
    texts.put("source", theme.source());
    texts.put("destination", theme.destination());
    texts.put("arrow", theme.arrow());
    texts.put("rate2", theme.rate2());
    texts.put("rate10", theme.rate10());
    texts.put("rate40", theme.rate40());
    texts.put("scale", theme.scale());
    texts.put("total label", theme.totalLabel());
    texts.put("cumulative", theme.cumulative());
    texts.put("peak", theme.peak());
    texts.put("process", theme.process());
    texts.put("header text", theme.headerText());
    texts.put("key", theme.key());
    texts.put("alert", theme.alert());
    return texts;
  }
}
