package iftoprs.adapters.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostTextTest {

  @ParameterizedTest
  @CsvSource({
    "www.example.com, www.example.com",
    "xn--bcher-kva.example, b\u00fccher.example",
    "XN--bcher-kva.example, b\u00fccher.example",
    "www.xn--e1afmkfd.xn--p1ai, www.\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444",
    // Latin and Cyrillic in one label
    "xn--pple-43d.com, xn--pple-43d.com (\u0430pple.com)",
    // no Punycode
    "xn--\\007.example, xn--\\007.example",
    "xn--.example, xn--.example",
    "xn--999999999.example, xn--999999999.example",
  })
  void international_names_are_readable_and_mixed_ones_keep_their_ascii_form(
      String name, String expected) {
    assertThat(HostText.readable(name)).isEqualTo(expected);
  }
}
