package iftoprs.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

  @Test
  void ordinary_text_of_any_script_stays() {
    String text = "näs-δ.例え.example";

    assertThat(SafeText.of(text, 100)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b", "\n", "\u007f", "\u009b", "\u200e", "\u202e", "\u2066", "\u2028", "\ud800",
        "\u00ad", "\u200b", "\ufeff", "\ue000",
      })
  void what_could_move_turn_or_hide_becomes_visible(String evil) {
    assertThat(SafeText.of("a" + evil + "b", 100)).isEqualTo("a\uFFFDb");
  }

  @Test
  void a_long_text_is_cut_with_a_mark() {
    assertThat(SafeText.of("abcdef", 4)).isEqualTo("abc…");
    assertThat(SafeText.of("abcd", 4)).isEqualTo("abcd");
  }

  @Test
  void cutting_counts_characters_not_halves_of_them() {
    assertThat(SafeText.of("😀😀😀", 2)).isEqualTo("😀…");
    assertThat(SafeText.of("😀😀", 2)).isEqualTo("😀😀");
  }
}
