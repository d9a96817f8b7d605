package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureException.Reason;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.contract.TestFrames;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcap4j.core.PcapNativeException;

class PcapErrorsTest {

  private static final List<CaptureDevice> DEVICES =
      List.of(CaptureDevice.named("eth0"), CaptureDevice.named("lo"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-8 | eth0: You don't have permission | NOT_PERMITTED | cannot capture on eth0: permission"
            + " denied; run with sudo, or give the program CAP_NET_RAW",
        "0 | socket: Operation not permitted | NOT_PERMITTED | cannot capture on eth0: permission"
            + " denied; run with sudo, or give the program CAP_NET_RAW",
        "-5 | eth0: No such device exists | NO_SUCH_DEVICE | no device is named eth0; devices"
            + " are: eth0, lo",
        "-9 | eth0: That device is not up | LINK_LOST | cannot capture on eth0: the device is down;"
            + " bring it up first",
        "-1 | something else | NO_SUCH_DEVICE | cannot capture on eth0: something else",
      })
  void what_libpcap_says_becomes_a_line_with_advice(
      int code, String said, Reason reason, String message) {
    PcapNativeException cause = new PcapNativeException(said, code);
    CaptureException translated = PcapErrors.opening("eth0", cause, DEVICES);
    assertThat(translated.reason()).isEqualTo(reason);
    assertThat(translated).hasMessage(message).hasCause(cause);
  }

  @Test
  void name_that_resembles_none_gets_the_list_alone() {
    assertThat(PcapErrors.noSuchDevice("wireless", DEVICES))
        .hasMessage("no device is named wireless; devices are: eth0, lo");
  }

  @Test
  void missing_library_is_told_apart_from_missing_jna() {
    assertThat(PcapErrors.noLibrary(new UnsatisfiedLinkError("Unable to load library 'pcap'")))
        .hasMessage("libpcap not found; install it (Debian: apt-get install libpcap0.8)");
    assertThat(PcapErrors.noLibrary(new UnsatisfiedLinkError("no jnidispatch in /usr/lib")))
        .hasMessageContaining("JNA");
  }

  @Test
  void device_of_the_default_route_is_the_default() {
    assertThat(PcapDevices.withDefault(DEVICES, Optional.of("lo")))
        .filteredOn(CaptureDevice::isDefault)
        .extracting(CaptureDevice::name)
        .containsExactly("lo");
  }

  @Test
  void without_a_route_the_first_device_that_is_up_and_has_an_address_is_the_default() {
    InterfaceAddress address = new InterfaceAddress(TestFrames.address("192.0.2.1"), 24);
    List<CaptureDevice> devices =
        List.of(
            device("lo", true, true, address),
            device("down0", false, false, address),
            device("bare0", true, false),
            device("eth1", true, false, address),
            device("eth2", true, false, address));
    assertThat(PcapDevices.withDefault(devices, Optional.of("gone0")))
        .filteredOn(CaptureDevice::isDefault)
        .extracting(CaptureDevice::name)
        .containsExactly("eth1");
  }

  @Test
  void any_has_the_addresses_of_all_devices() {
    InterfaceAddress one = new InterfaceAddress(TestFrames.address("192.0.2.1"), 24);
    InterfaceAddress other = new InterfaceAddress(TestFrames.address("2001:db8::1"), 64);
    List<CaptureDevice> devices =
        PcapDevices.withAny(
            List.of(
                device("eth0", true, false, one),
                device("any", true, false),
                device("eth1", true, false, other, one)));
    assertThat(devices)
        .extracting(CaptureDevice::addresses)
        .containsExactly(List.of(one), List.of(one, other), List.of(other, one));
  }

  private static CaptureDevice device(
      String name, boolean up, boolean loopback, InterfaceAddress... addresses) {
    return new CaptureDevice(name, "", List.of(addresses), Optional.empty(), up, loopback, false);
  }
}
