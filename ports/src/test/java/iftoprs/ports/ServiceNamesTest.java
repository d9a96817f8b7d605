package iftoprs.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceNamesTest {

  private static final ServiceNames ALL = (transport, port) -> Optional.of("s" + port);

  @ParameterizedTest
  @CsvSource({
    "443, 51544, true",
    "51544, 443, false",
    "443, 1065, true",
    "1065, 443, false",
    "123, 123, true",
    "514, 1023, true",
    "1023, 514, true",
    "8080, 40000, true",
    "40000, 8080, false",
    "3389, 1065, true",
    "1065, 3389, true",
    "5353, 5353, true",
    "51820, 41641, true",
    "41641, 51820, true",
    "1024, 1023, false",
    "32768, 32767, false",
    "8080, 0, true",
    "0, 443, false",
    "0, 0, false",
  })
  void only_an_end_that_may_serve_is_called_by_its_service(int port, int other, boolean expected) {
    assertThat(ALL.nameOf(Transport.TCP, port, other))
        .isEqualTo(expected ? Optional.of("s" + port) : Optional.empty());
    assertThat(ServiceNames.serves(port, other)).isEqualTo(expected);
  }
}
