package iftoprs.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "1250000, 1250000",
    "10Mbit, 1250000",
    "10Mbit/s, 1250000",
    "10Mb, 1250000",
    "1.25MB, 1250000",
    "1.25MB/s, 1250000",
    "800kb, 100000",
    "800kbit, 100000",
    "100kB, 100000",
    "100KB, 100000",
    "64KiB, 65536",
    "2MiB, 2097152",
    "1GiB/s, 1073741824",
    "1Gbit, 125000000",
    "1Tb, 125000000000",
    "1bit, 1",
    "0.1B, 1",
    "12B, 12"
  })
  void a_rate_is_read_as_people_write_it(String text, long bytes) {
    assertThat(RateText.parse(text)).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "-1",
        "+1",
        "1e6",
        "1.",
        ".5",
        "1..2",
        "1.2.3",
        "1,5MB",
        "10 Mbit",
        "10M",
        "10mbit",
        "10Mbits",
        "10Mbps",
        "10MBit",
        "1Kib",
        "5/s",
        "/s",
        "B",
        "0x10",
        "NaN",
        "1111111111111111111",
        "9999999TB",
        "١Mbit"
      })
  void what_is_no_rate_is_refused(String text) {
    assertThat(RateText.parse(text)).isEmpty();
  }
}
