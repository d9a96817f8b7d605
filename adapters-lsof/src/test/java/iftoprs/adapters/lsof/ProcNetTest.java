package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Transport;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcNetTest {

  private static final String REST = " 01 0:0 00:0 0 0 0 42 1";

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
    assertThat(new ProcNet(ByteOrder.LITTLE_ENDIAN).parse(Transport.TCP, line)).isEmpty();
  }

  private static String ends(ByteOrder order, String start) {
    ProcNet.Line line = new ProcNet(order).parse(Transport.TCP, start + REST).orElseThrow();
    return line.local() + " " + line.remote().orElseThrow();
  }
}
