package iftoprs.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Endpoint;
import iftoprs.ports.Transport;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TestFramesTest {

  @Test
  void udp_over_ipv4_has_right_headers_and_lengths() {
    TestFrame frame = TestFrames.udp("192.0.2.1:1000", "198.51.100.2:53", 46);
    assertThat(HexFormat.of().formatHex(frame.bytes()))
        .isEqualTo(
            "020000000002020000000001"
                + "0800"
                + "45000020000000004011"
                + "8e96"
                + "c0000201c6336402"
                + "03e80035000c0000"
                + "00000000");
    assertThat(frame.wireLength()).isEqualTo(46);
  }

  @Test
  void tcp_over_ipv6_is_raised_to_its_headers() {
    TestFrame frame = TestFrames.tcp("[2001:db8::1]:443", "[2001:db8::2]:1000", 0);
    assertThat(HexFormat.of().formatHex(frame.bytes()))
        .isEqualTo(
            "020000000002020000000001"
                + "86dd"
                + "6000000000140640"
                + "20010db8000000000000000000000001"
                + "20010db8000000000000000000000002"
                + "01bb03e8000000010000000150107fff00000000");
  }

  @Test
  void vlan_tag_snap_and_raw_change_what_they_say() {
    TestFrame frame = TestFrames.packet(new Transport(47), "192.0.2.1", "192.0.2.2", 100);
    assertThat(frame.inVlan(7).bytes()).hasSize(104).startsWith(frame.snapped(12).bytes());
    assertThat(frame.inVlan(7).wireLength()).isEqualTo(104);
    assertThat(frame.snapped(60).bytes()).hasSize(60);
    assertThat(frame.snapped(60).wireLength()).isEqualTo(100);
    assertThat(frame.withoutLinkHeader().bytes()).hasSize(86).startsWith(0x45);
    assertThat(frame.withoutLinkHeader().linkType()).isEqualTo(TestFrames.RAW_IP);
  }

  @Test
  void endpoints_are_read_with_and_without_port() {
    assertThat(TestFrames.endpoint("192.0.2.1:80"))
        .isEqualTo(new Endpoint(TestFrames.address("192.0.2.1"), 80));
    assertThat(TestFrames.endpoint("2001:db8::1"))
        .isEqualTo(new Endpoint(TestFrames.address("2001:db8::1"), 0));
    assertThat(TestFrames.endpoint("[2001:db8::1]:80"))
        .isEqualTo(new Endpoint(TestFrames.address("2001:db8::1"), 80));
  }
}
