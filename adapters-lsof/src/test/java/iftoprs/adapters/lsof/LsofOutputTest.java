package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.OpenSocket;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LsofOutputTest {

  static Stream<String> recordings() {
    return Listing.names("lsof", ".out");
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void recorded_output_is_read_as_expected(String name) throws IOException {
    byte[] output = Listing.recorded(name + ".out").getBytes(StandardCharsets.UTF_8);
    List<OpenSocket> sockets = LsofOutput.parse(LsofOutput.lines(output));
    assertThat(Listing.of(sockets)).isEqualTo(Listing.expected(name));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1:80, false, 192.0.2.1:80",
    "[2001:db8::1]:80, true, [2001:db8::1]:80",
    "*:80, false, 0.0.0.0:80",
    "*:80, true, [::]:80",
    "[::ffff:192.0.2.1]:80, true, 192.0.2.1:80",
    "[fe80:4::1]:80, true, [fe80::1]:80",
  })
  void an_end_is_read_as_packets_bear_it(String text, boolean ipv6, String expected) {
    assertThat(LsofOutput.endpoint(text, ipv6)).map(Object::toString).contains(expected);
  }

  @Test
  void what_lsof_on_linux_says_of_a_socket_of_udp_lite_is_understood() {
    List<String> lines = List.of("p1683\0clitesrv\0", "tIPv6\0PUDPLITE\0n*:8087\0");
    assertThat(LsofOutput.parse(lines))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.transport()).isEqualTo(Transport.UDP_LITE);
              assertThat(it.local()).hasToString("[::]:8087");
            });
  }

  @Test
  void a_descriptor_that_was_duplicated_counts_once() {
    List<String> lines = List.of("p1\0ca\0", "PUDP\0n*:5\0", "PUDP\0n*:5\0");
    assertThat(LsofOutput.parse(lines)).hasSize(1);
  }

  @Test
  void no_more_sockets_are_kept_than_the_bound() {
    List<String> lines = new ArrayList<>(List.of("p1\0ca\0"));
    for (int i = 0; i <= LsofOutput.MAX_SOCKETS; i++) {
      lines.add("PTCP\0n10.0." + (i >> 8 & 0xff) + "." + (i & 0xff) + ":" + (1 + i / 65536) + "\0");
    }
    assertThat(LsofOutput.parse(lines)).hasSize(LsofOutput.MAX_SOCKETS);
  }

  @Test
  void no_bytes_whatever_make_it_throw() throws IOException {
    byte[] output = Listing.recorded("lsof/linux-4.95.out").getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = output.clone();
      for (int i = 0; i < 40; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertThat(LsofOutput.parse(LsofOutput.lines(damaged)))
          .allSatisfy(socket -> assertThat(socket.local().port()).isPositive());
    }
  }
}
