package iftoprs.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.IpAddress;
import iftoprs.ports.contract.TestFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiTextTest {

  private static final int ROUNDS = 20_000;

  private final AsciiText text = new AsciiText();

  @Test
  void addresses_read_as_everywhere_else() {
    Random random = new Random(7);
    for (int i = 0; i < ROUNDS; i++) {
      IpAddress ipv4 = IpAddress.ipv4(random.nextInt());
      // A group of zeros here and there, so that every place of the gap comes up.
      long high = random.nextLong() & mask(random);
      long low = random.nextLong() & mask(random);
      IpAddress ipv6 = IpAddress.ipv6(high, low);
      assertThat(text.clear().add(ipv4).toString()).isEqualTo(ipv4.toString());
      assertThat(text.clear().add(ipv6).toString()).isEqualTo(ipv6.toString());
    }
  }

  @Test
  void strings_are_quoted_as_the_library_does() throws IOException {
    String[] pieces = {
      "plain",
      "\"",
      "\\",
      "/",
      "\b\f\n\r\t",
      "\0",
      "\u001b[31m",
      "~",
      "\u007f",
      "\u0080",
      "é",
      "\u2028",
      "\ud83d\ude00",
      "\ud83d",
      "\ude00",
      "\uffff",
      ""
    };
    Random random = new Random(3);
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder value = new StringBuilder();
      for (int piece = random.nextInt(4); piece > 0; piece--) {
        value.append(pieces[random.nextInt(pieces.length)]);
      }
      value.append((char) random.nextInt(0x10000));
      ByteArrayOutputStream library = new ByteArrayOutputStream();
      JsonOutput json = new JsonOutput(library);
      json.beginObject();
      json.text(Field.NOTE, value.toString());
      json.endObject();
      json.drain();

      assertThat("{\"note\":" + text.clear().addQuoted(value.toString()) + "}")
          .isEqualTo(
              // The one control character above the printable ones, which the library lets through.
              library.toString(StandardCharsets.US_ASCII).replace("\u007f", "\\u007F"));
    }
  }

  private static long mask(Random random) {
    long mask = 0;
    for (int group = 0; group < 4; group++) {
      mask = mask << 16 | (random.nextBoolean() ? 0xffff : 0);
    }
    return mask;
  }

  @ParameterizedTest
  @ValueSource(strings = {"::", "::1", "1::", "::ffff:192.0.2.1", "0:1::", "255.255.255.255"})
  void rare_addresses_read_as_everywhere_else(String address) {
    IpAddress parsed = TestFrames.address(address);
    assertThat(text.add(parsed).toString()).isEqualTo(parsed.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1:443", "[2001:db8::1]:65535", "192.0.2.1", "2001:db8::1"})
  void endpoints_bracket_ipv6_only_before_a_port(String endpoint) {
    assertThat(text.add(TestFrames.endpoint(endpoint)).toString()).isEqualTo(endpoint);
  }

  @Test
  void numbers_of_every_length_are_exact() {
    Random random = new Random(8);
    for (int i = 0; i < ROUNDS; i++) {
      long number = random.nextLong() >> random.nextInt(64);
      assertThat(text.clear().add(number).toString()).isEqualTo(Long.toString(number));
    }
    for (long number : new long[] {0, 9, 10, Integer.MAX_VALUE, 1L << 31, Long.MAX_VALUE}) {
      assertThat(text.clear().add(number).toString()).isEqualTo(Long.toString(number));
    }
    assertThat(text.clear().add(Long.MIN_VALUE).toString()).isEqualTo("-9223372036854775808");
  }

  @Test
  void seconds_are_truncated_decimals() {
    Random random = new Random(9);
    for (int i = 0; i < ROUNDS; i++) {
      long nanos = random.nextLong() >> random.nextInt(64);
      String expected = BigDecimal.valueOf(nanos, 9).setScale(6, RoundingMode.DOWN).toPlainString();
      String sign = nanos < 0 && !expected.startsWith("-") ? "-" : "";
      assertThat(text.clear().addSeconds(nanos, 6).toString()).isEqualTo(sign + expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "0 0",
        "999 999",
        "1000 1,000",
        "12345 12,345",
        "123456 123,456",
        "1234567 1,234,567",
        "9223372036854775807 9,223,372,036,854,775,807"
      })
  void grouped_numbers_have_a_comma_before_every_third_digit(long number, String expected) {
    assertThat(text.add("x").addGrouped(number).toString()).isEqualTo("x" + expected);
  }

  @Test
  void a_column_is_filled_or_moved_with_spaces() {
    assertThat(text.add("ab").padTo(4).add("7").alignRight(4, 8).toString()).isEqualTo("ab     7");
    assertThat(text.clear().add("abcdef").padTo(4).toString()).isEqualTo("abcdef");
  }
}
