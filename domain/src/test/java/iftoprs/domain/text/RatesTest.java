package iftoprs.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0b, 0B",
    "1, 8b, 1B",
    "124, 992b, 124B",
    "125, 1.00kb, 125B",
    "1000, 8.00kb, 1.00KB",
    "12345, 98.76kb, 12.35KB",
    "124999, 999.99kb, 125.00KB",
    "125000, 1.00Mb, 125.00KB",
    "999999, 8.00Mb, 1.00MB",
    "1578750, 12.63Mb, 1.58MB",
    "125000000, 1.00Gb, 125.00MB",
    "125000000000, 1.00Tb, 125.00GB",
    "1000000000000000, 8.00Pb, 1.00PB",
    "9223372036854775807, 9.22Eb, 9.22EB",
    "-5, 0b, 0B",
  })
  void figures_have_two_decimals_and_a_unit(long bytes, String bits, String asBytes) {
    assertThat(Rates.BITS.text(bytes)).isEqualTo(bits);
    assertThat(Rates.BYTES.text(bytes)).isEqualTo(asBytes);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0b",
    "10, 10b",
    "999, 999b",
    "999.96, 1kb",
    "1000, 1kb",
    "2500, 2.5kb",
    "2449, 2.4kb",
    "100000, 100kb",
    "12500000, 12.5Mb",
    "1e9, 1Gb",
    "1e20, 100Eb",
  })
  void marks_of_a_scale_have_a_decimal_only_where_it_is_one(double value, String text) {
    assertThat(Rates.BITS.rounded(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"124999999, 1.00Gb", "124999375, 1.00Gb", "124998000, 999.98Mb"})
  void the_unit_is_chosen_after_rounding(long bytes, String text) {
    assertThat(Rates.BITS.text(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 12, 82, 124, 125, 1578750, 87840, 124999, 9876543210L})
  void the_digit_before_the_point_is_always_in_the_same_column(long bytes) {
    String aligned = Rates.BITS.aligned(bytes);

    assertThat(aligned).hasSize(Rates.WIDTH);
    assertThat(aligned.strip()).isEqualTo(Rates.BITS.text(bytes));
    assertThat(Character.isDigit(aligned.charAt(2))).isTrue();
    assertThat(Character.isDigit(aligned.charAt(3))).isFalse();
  }

  @Test
  void headings_name_the_unit() {
    assertThat(Rates.BITS.perSecond()).isEqualTo("bit/s");
    assertThat(Rates.BYTES.perSecond()).isEqualTo("byte/s");
  }
}
