package iftoprs.adapters.tui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColourMapperTest {

  static Iterable<String> themes() {
    return Themes.names();
  }

  @ParameterizedTest
  @MethodSource("themes")
  void bars_and_selection_stay_apart_from_the_background_with_few_colours(String name) {
    Theme theme = Themes.named(name).orElseThrow();
    for (ColourMode mode : new ColourMode[] {ColourMode.INDEXED, ColourMode.BASIC}) {
      ColourMapper mapper = mapper(mode, theme);
      int own = background(mapper, theme, theme.background());
      assertThat(background(mapper, theme, theme.barLow())).isNotEqualTo(own);
      assertThat(background(mapper, theme, theme.barHigh())).isNotEqualTo(own);
      assertThat(background(mapper, theme, theme.selectedBackground())).isNotEqualTo(own);
    }
  }

  @ParameterizedTest
  @MethodSource("themes")
  void text_stays_readable_with_256_colours(String name) {
    Theme theme = Themes.named(name).orElseThrow();
    ColourMapper mapper = mapper(ColourMode.INDEXED, theme);
    int[] texts = {theme.text(), theme.dim(), theme.source(), theme.rate10(), theme.rate40()};
    int[] surfaces = {theme.background(), theme.barLow(), theme.barHigh(), theme.popupBackground()};
    for (int text : texts) {
      for (int surface : surfaces) {
        long mapped = mapper.map(Style.of(text, surface));
        double contrast =
            Colours.contrast(
                XtermPalette.rgb(Style.foreground(mapped)),
                XtermPalette.rgb(Style.background(mapped)));
        assertThat(contrast).as("%06x on %06x", text, surface).isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("themes")
  void text_never_has_the_colour_it_stands_on_with_16_colours(String name) {
    Theme theme = Themes.named(name).orElseThrow();
    ColourMapper mapper = mapper(ColourMode.BASIC, theme);
    int[] texts = {theme.text(), theme.dim(), theme.source(), theme.rate10(), theme.alert()};
    int[] surfaces = {theme.background(), theme.barLow(), theme.barHigh(), theme.popupBackground()};
    for (int text : texts) {
      for (int surface : surfaces) {
        long mapped = mapper.map(Style.of(text, surface));
        double contrast =
            Colours.contrast(
                XtermPalette.rgb(Style.foreground(mapped)),
                XtermPalette.rgb(Style.background(mapped)));
        assertThat(contrast).as("%06x on %06x", text, surface).isGreaterThan(3);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("themes")
  void black_text_is_not_bold_with_16_colours_for_that_would_be_grey(String name) {
    Theme theme = Themes.named(name).orElseThrow();
    ColourMapper mapper = mapper(ColourMode.BASIC, theme);
    for (int surface : new int[] {theme.key(), theme.alert(), theme.background()}) {
      for (int text : new int[] {theme.background(), theme.text(), theme.key()}) {
        long mapped = mapper.map(Style.of(text, surface, Style.BOLD));
        boolean bold = (Style.attributes(mapped) & Style.BOLD) != 0;
        assertThat(bold && Style.foreground(mapped) == 0).isFalse();
      }
    }
  }

  @Test
  void without_colour_a_bar_is_reverse_video() {
    Theme theme = Themes.standard();
    ColourMapper mapper = mapper(ColourMode.NONE, theme);
    long plain = mapper.map(Style.of(theme.text(), theme.background(), Style.BOLD));
    long bar = mapper.map(Style.of(theme.text(), theme.barLow(), Style.BOLD));
    assertThat(plain).isEqualTo(Style.of(Style.DEFAULT, Style.DEFAULT, Style.BOLD));
    assertThat(bar).isEqualTo(Style.of(Style.DEFAULT, Style.DEFAULT, Style.BOLD | Style.REVERSE));
  }

  @Test
  void without_colour_a_popup_is_plain_and_a_selection_in_it_is_not() {
    Theme theme = Themes.standard();
    ColourMapper mapper = mapper(ColourMode.NONE, theme);
    long inside = mapper.map(Style.of(theme.text(), theme.popupBackground()));
    long selected = mapper.map(Style.of(theme.text(), theme.selectedBackground()));
    assertThat(inside).isEqualTo(Style.of(Style.DEFAULT, Style.DEFAULT, 0));
    assertThat(selected).isEqualTo(Style.of(Style.DEFAULT, Style.DEFAULT, Style.REVERSE));
  }

  @Test
  void exact_colours_of_the_palette_are_found() {
    for (int index = 22; index < 256; index++) {
      int found = XtermPalette.exact(XtermPalette.rgb(index));
      assertThat(XtermPalette.rgb(found)).isEqualTo(XtermPalette.rgb(index));
    }
    assertThat(XtermPalette.exact(0x123456)).isEqualTo(-1);
  }

  private static ColourMapper mapper(ColourMode mode, Theme theme) {
    ColourMapper mapper = new ColourMapper(mode);
    mapper.frameBackground(theme.background(), theme.popupBackground());
    return mapper;
  }

  private static int background(ColourMapper mapper, Theme theme, int surface) {
    return Style.background(mapper.map(Style.of(theme.text(), surface)));
  }
}
