package iftoprs.bootstrap.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {

  private static List<String> words(String line) {
    return CommandWords.of(line).orElseThrow();
  }

  @Test
  void blanks_separate_words() {
    assertThat(words("  notify  -u\tcritical ")).containsExactly("notify", "-u", "critical");
  }

  @Test
  void quotes_keep_what_they_enclose() {
    assertThat(words("a 'b  c' \"d  e\" f'g'\"h\"")).containsExactly("a", "b  c", "d  e", "fgh");
    assertThat(words("a '' \"\"")).containsExactly("a", "", "");
    assertThat(words("a '\\n\"' \"\\n'\"")).containsExactly("a", "\\n\"", "\\n'");
    assertThat(words("\"a\\\"b\\\\c\"")).containsExactly("a\"b\\c");
  }

  @Test
  void a_backslash_keeps_the_next_character() {
    assertThat(words("a\\ b \\'c \\\\d")).containsExactly("a b", "'c", "\\d");
  }

  @Test
  void nothing_else_has_a_meaning() {
    assertThat(words("a $HOME `id` $(id) *.c > x | y ; z & ~ #"))
        .containsExactly(
            "a", "$HOME", "`id`", "$(id)", "*.c", ">", "x", "|", "y", ";", "z", "&", "~", "#");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "''", "'' a", "a 'b", "a \"b", "a \"b\\\"", "a\\"})
  void what_names_no_program_or_leaves_a_quote_open_is_no_command(String line) {
    assertThat(CommandWords.of(line)).isEmpty();
  }
}
