package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.NetworkInterface;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class InterfacesTest {

  private static String loopback() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .filter(
            each -> {
              try {
                return each.isLoopback() && each.isUp();
              } catch (SocketException e) {
                return false;
              }
            })
        .findFirst()
        .orElseThrow()
        .getName();
  }

  @Test
  void device_is_known_by_its_number() throws SocketException {
    String name = loopback();
    int number = Interfaces.numberOf(name);
    assertThat(number).isEqualTo(NetworkInterface.getByName(name).getIndex());
    assertThat(Interfaces.nameOf(number)).contains(name);
    assertThat(Interfaces.isAway(number)).isFalse();
  }

  @Test
  void what_is_no_device_has_no_number() {
    assertThat(Interfaces.numberOf("any")).isEqualTo(Interfaces.NO_NUMBER);
    assertThat(Interfaces.numberOf("no-such-device-of-this-length")).isZero();
    assertThat(Interfaces.isAway(Interfaces.NO_NUMBER)).isFalse();
  }

  @Test
  void number_without_a_device_has_no_name() {
    assertThat(Interfaces.nameOf(Integer.MAX_VALUE)).isEmpty();
  }
}
