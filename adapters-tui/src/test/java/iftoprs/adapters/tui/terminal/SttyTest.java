package iftoprs.adapters.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TerminalSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SttyTest {

  @ParameterizedTest
  @CsvSource({
    "'24 80\n', 80, 24",
    "60 200, 200, 60",
    "0 0, 80, 24",
    "'', 80, 24",
    "stty: no, 80, 24",
    "99999 99999, 1000, 500",
    "-1 80, 80, 24",
  })
  void size_is_rows_and_columns_or_the_usual(String line, int columns, int rows) {
    assertThat(Stty.parseSize(line)).isEqualTo(new TerminalSize(columns, rows));
  }
}
