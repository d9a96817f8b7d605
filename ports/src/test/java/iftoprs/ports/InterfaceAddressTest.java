package iftoprs.ports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterfaceAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.168.1.20, 24, 192.168.1.0",
    "10.1.2.3, 0, 0.0.0.0",
    "10.1.2.3, 32, 10.1.2.3",
    "172.31.255.255, 12, 172.16.0.0",
    "2001:db8:1:2:3:4:5:6, 64, 2001:db8:1:2::",
    "2001:db8:1:2:3:4:5:6, 32, 2001:db8::",
    "2001:db8:1:2:3:4:5:6, 112, 2001:db8:1:2:3:4:5:0",
    "2001:db8::1, 128, 2001:db8::1",
    "2001:db8::1, 0, ::",
  })
  void a_network_begins_at_its_first_address(String address, int prefix, String network) {
    IpAddress parsed = IpAddress.parse(address).orElseThrow();
    assertThat(new InterfaceAddress(parsed, prefix).network()).hasToString(network);
  }
}
