package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.screen.Prompt.Insert;
import iftoprs.domain.screen.Prompt.Stroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {

  /** A bar marks the caret. */
  @ParameterizedTest
  @CsvSource({
    "ab|c, LEFT, a|bc",
    "|abc, LEFT, |abc",
    "ab|c, RIGHT, abc|",
    "abc|, RIGHT, abc|",
    "ab|c, HOME, |abc",
    "a|bc, END, abc|",
    "ab|c, BACKSPACE, a|c",
    "|abc, BACKSPACE, |abc",
    "a|bc, DELETE, a|c",
    "abc|, DELETE, abc|",
    "one two|x, WORD, one |x",
    "one two  |, WORD, one |",
    "one| two, WORD, | two",
    "one| two, TO_END, one|",
    "one| two, ALL, |",
    "a😀|b, BACKSPACE, a|b",
    "a|😀b, DELETE, a|b",
    "a😀|b, LEFT, a|😀b",
  })
  void strokes_edit_as_a_shell_does(String before, Stroke stroke, String after) {
    assertThat(marked(unmarked(before).edited(stroke))).isEqualTo(after);
  }

  @Test
  void text_goes_in_at_the_caret() {
    assertThat(marked(unmarked("a|c").edited(new Insert("b")))).isEqualTo("ab|c");
    assertThat(marked(unmarked("a|").edited(new Insert(" ")))).isEqualTo("a |");
  }

  @Test
  void pasted_lines_become_one_without_control_characters() {
    Prompt pasted = Prompt.EMPTY.edited(new Insert("a\r\nb\u001b[2Jc"));

    assertThat(pasted.text()).isEqualTo("a b\uFFFD[2Jc");
  }

  @Test
  void the_line_does_not_grow_beyond_its_limit() {
    Prompt full = Prompt.of("x".repeat(Prompt.LIMIT));

    assertThat(full.edited(new Insert("y"))).isEqualTo(full);
  }

  private static Prompt unmarked(String text) {
    return new Prompt(text.replace("|", ""), text.indexOf('|'));
  }

  private static String marked(Prompt prompt) {
    return prompt.text().substring(0, prompt.caret())
        + "|"
        + prompt.text().substring(prompt.caret());
  }
}
