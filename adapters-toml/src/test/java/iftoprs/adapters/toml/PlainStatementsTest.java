package iftoprs.adapters.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Flag;
import iftoprs.ports.Preferences.Many;
import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Whole;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainStatementsTest {

  private static final String[] KEYS = {
    "a", "B-2", "_", "1", "a.b", "\"a\"", "'a'", "a b", "", "é", "a\f", " a\t", "true"
  };

  private static final String[] VALUES = {
    "true",
    "false",
    "True",
    "0",
    "-0",
    "+1",
    "01",
    "-17",
    "1_000",
    "999999999999999999",
    "9999999999999999999",
    "0x1f",
    "1.5",
    "inf",
    "2026-11-27",
    "[]",
    "[ ]",
    "[1]",
    "{}",
    "\"\"",
    "''",
    "\"text\"",
    "'text'",
    "\"a\\nb\"",
    "'a\\nb'",
    "\"a'b\"",
    "'a\"b'",
    "\"a\"b\"",
    "\"\"\"a\"\"\"",
    "'''a'''",
    "\"\"\"\"",
    "''''",
    "\"",
    "'",
    "\"#\"",
    "'#'",
    "\"é\"",
    "\"\t\"",
    "\"\u0001\"",
    "\"a\" \"b\"",
    "true false",
    "",
    "\"a\" # comment",
    "1 # \u0002",
    "1 # é",
    "1\f",
    "\"]\"",
    "[\"]\"]"
  };

  private static final String[] LINE_ENDS = {"\n", "\n", "\n", "\r\n", "\r", "\f\n", " \t\n", ""};

  private static Optional<Map<String, Preferences.Value>> plain(String text) {
    return PlainStatements.read(StatementScanner.scan(text));
  }

  @Test
  void what_this_program_writes_needs_no_parser() {
    assertThat(plain("# c\n\na = true # why\nb=\"x y\"\r\n c\t= -17\nd = []\ne = '\\'"))
        .hasValueSatisfying(
            values ->
                assertThat(values)
                    .containsExactly(
                        Map.entry("a", new Flag(true)),
                        Map.entry("b", new Text("x y")),
                        Map.entry("c", new Whole(-17)),
                        Map.entry("d", new Many(List.of())),
                        Map.entry("e", new Text("\\"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = 1\na = 2\n",
        "[a]\nb = 1\n",
        "a.b = 1\n",
        "a = 01\n",
        "a = \"\\u0041\"\n",
        "a = 1 # \u0001\n",
        "# \u0001\na = 1\n",
        "a = 1\f\n",
        "a = 1\r",
        "a\n"
      })
  void all_else_is_for_the_parser(String text) {
    assertThat(plain(text)).isEmpty();
  }

  @Test
  void what_it_reads_the_parser_reads_the_same() throws IOException {
    Random random = new Random(16);
    int read = 0;
    for (int i = 0; i < 30_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int line = random.nextInt(3); line >= 0; line--) {
        text.append(one(KEYS, random)).append(" =".substring(random.nextInt(2)));
        text.append(one(VALUES, random)).append(one(LINE_ENDS, random));
      }
      Optional<Map<String, Preferences.Value>> plain = plain(text.toString());
      if (plain.isPresent()) {
        read++;
        List<Statement> statements = StatementScanner.scan(text.toString());
        assertThatCode(() -> TomlReader.parse("f", statements))
            .as(text.toString())
            .doesNotThrowAnyException();
        assertThat(TomlReader.parse("f", statements)).as(text.toString()).isEqualTo(plain.get());
      }
    }
    assertThat(read).isGreaterThan(500);
  }

  @Test
  void a_control_character_in_a_comment_is_still_a_fault() {
    assertThat(Stream.of("# \u0001\na = 1\n", "#\u007f\n"))
        .allSatisfy(
            text ->
                assertThatCode(() -> TomlReader.read("f", StatementScanner.scan(text)))
                    .isInstanceOf(IOException.class));
  }

  private static String one(String[] choices, Random random) {
    return choices[random.nextInt(choices.length)];
  }
}
