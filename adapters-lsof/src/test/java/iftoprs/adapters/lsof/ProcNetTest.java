package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Transport;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcNetTest {

  private static final String REST = " 01 0:0 00:0 0 0 0 42 1";
  private static final ProcNet.Table TCP = new ProcNet.Table("tcp", Transport.TCP);

  @Test
  void little_endian_words_are_turned() {
    assertThat(
            ends(ByteOrder.LITTLE_ENDIAN, "0: 010200C0:01BB B80D0120000000000000000001000000:0050"))
        .isEqualTo("192.0.2.1:443 [2001:db8::1]:80");
  }

  @Test
  void big_endian_words_are_not() {
    assertThat(ends(ByteOrder.BIG_ENDIAN, "0: C0000201:01BB 20010DB8000000000000000000000001:0050"))
        .isEqualTo("192.0.2.1:443 [2001:db8::1]:80");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt uid timeout"
            + " inode",
        "0: 0100007F:0050 00000000:0000 06 0:0 00:0 0 0 0 0 1",
        "0: 0100007F:0000 00000000:0000 07 0:0 00:0 0 0 0 42 1",
        "0: 0100007F:0050 00000000:0000 07 0:0 00:0 0 0 0 x 1",
        "0: 0100007F:0050 00000000:0000 07 0:0 00:0 0 0 0 99999999999999999999 1",
        "0: 0100007F:0050 00000000:0000 07 0:0",
        "0: 0100007G:0050 00000000:0000 07 0:0 00:0 0 0 0 42 1",
        "0: 0100007F:00500 00000000:0000 07 0:0 00:0 0 0 0 42 1",
        "0: 0100007F:-001 00000000:0000 07 0:0 00:0 0 0 0 42 1",
        "0: 01007F:0050 00000000:0000 07 0:0 00:0 0 0 0 42 1",
        "0: 0100007F 00000000:0000 07 0:0 00:0 0 0 0 42 1",
      })
  void a_line_that_names_no_held_socket_is_passed_over(String line) {
    assertThat(new ProcNet(ByteOrder.LITTLE_ENDIAN).parse(TCP, 0, line)).isEmpty();
  }

  @Test
  void a_raw_socket_tells_its_protocol_where_others_have_a_port() {
    ProcNet.Table raw = new ProcNet.Table("raw", Transport.ICMP, ProcNet.Ports.PROTOCOL);
    ProcNet.Line line =
        new ProcNet(ByteOrder.LITTLE_ENDIAN)
            .parse(raw, 7, "0: 010200C0:0059 020200C0:0000" + REST)
            .orElseThrow();
    assertThat(line.transport()).hasToString("OSPFIGP");
    assertThat(line.local()).hasToString("192.0.2.1");
    assertThat(line.remote().orElseThrow()).hasToString("192.0.2.2");
    assertThat(line.namespace()).isEqualTo(7);
  }

  @Test
  void the_identifier_of_a_ping_is_no_port() {
    ProcNet.Table icmp = new ProcNet.Table("icmp", Transport.ICMP, ProcNet.Ports.IDENTIFIER);
    ProcNet.Line line =
        new ProcNet(ByteOrder.LITTLE_ENDIAN)
            .parse(icmp, 0, "0: 00000000:1234 00000000:0000" + REST)
            .orElseThrow();
    assertThat(line.local().port()).isZero();
    assertThat(line.remote()).isEmpty();
  }

  private static String ends(ByteOrder order, String start) {
    ProcNet.Line line = new ProcNet(order).parse(TCP, 0, start + REST).orElseThrow();
    return line.local() + " " + line.remote().orElseThrow();
  }
}
