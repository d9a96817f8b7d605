package iftoprs.adapters.tui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

  @ParameterizedTest
  @CsvSource({
    "0041, 1", "00E9, 1", "00AD, 0", "0301, 0", "20DD, 0", "200B, 0", "200D, 0", "FE0F, 0",
    "FEFF, 0", "1100, 2", "1161, 0", "11A8, 0", "231A, 2", "2500, 1", "2588, 1", "21D2, 1",
    "25B6, 1", "2605, 1", "2705, 2", "303F, 1", "3042, 2", "4DC0, 2", "4E2D, 2", "A4CF, 2",
    "A4D0, 1", "AC00, 2", "D7A3, 2", "FF21, 2", "FF61, 1", "FFE5, 2", "1F600, 2", "1F3FD, 2",
    "1F1E9, 1", "1F321, 1", "1F6D5, 2", "20000, 2", "3FFFD, 2", "E0100, 0", "E000, 1", "10FFFF, 1",
  })
  void character_takes_the_columns_of_the_standard(String codePoint, int columns) {
    assertThat(DisplayWidth.of(Integer.parseInt(codePoint, 16))).isEqualTo(columns);
  }

  @Test
  void width_of_a_text_is_what_the_grid_uses() {
    Grid grid = new Grid(80, 1);
    String[] texts = {
      "plain",
      "日本語",
      "e\u0301a\u0308",
      "👩\u200D💻",
      "👍\uD83C\uDFFD!",
      "a\u0007\u202Eb",
      "🇩🇪",
      "\u0301x"
    };
    for (String text : texts) {
      assertThat(grid.text(0, 0, text, Style.PLAIN)).as(text).isEqualTo(DisplayWidth.of(text));
    }
  }

  @ParameterizedTest
  @CsvSource({"日本語, 3, 1", "日本語, 4, 2", "abc, 9, 3", "abc, 0, 0", "e\u0301x, 1, 2", "'', 5, 0"})
  void prefix_never_cuts_a_character(String text, int columns, int chars) {
    assertThat(DisplayWidth.prefix(text, columns)).isEqualTo(chars);
  }
}
