package iftoprs.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTableTest {

  @Test
  void services_stand_in_the_order_of_their_keys_and_names_once() throws Exception {
    byte[] table =
        ServiceTable.of(
            List.of("# a list", "name,port,transport", "", "https,443,udp", "ssh,22,tcp")
                .reversed());
    ByteBuffer expected = ByteBuffer.allocate(5 * Integer.BYTES + 8);
    expected.putInt(2).putInt(6 << 16 | 22).putInt(17 << 16 | 443);
    expected.putInt(3).putInt(3 << 8 | 5).put("sshhttps".getBytes());
    assertThat(table).isEqualTo(expected.array());

    ByteBuffer same = ByteBuffer.wrap(ServiceTable.of(List.of("x,9,tcp", "x,9,udp")));
    assertThat(same.getInt(3 * Integer.BYTES)).isEqualTo(same.getInt(4 * Integer.BYTES));
    assertThat(same.remaining()).isEqualTo(5 * Integer.BYTES + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "x,7",
        "x,7,tcp,y",
        ",7,tcp",
        "x y,7,tcp",
        "x,0,tcp",
        "x,-7,tcp",
        "x,07,tcp",
        "x,32768,tcp",
        "x,99999999999,tcp",
        "x,7,TCP",
        "x,7,icmp",
        "again,9,sctp"
      })
  void a_line_without_sense_ends_the_build(String line) {
    assertThatThrownBy(() -> ServiceTable.of(List.of("ok,9,sctp", line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(line);
  }
}
