package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.lsof.DiagMessages.Progress;
import iftoprs.adapters.lsof.ProcNet.Line;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.Transport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagMessagesTest {

  private static final int HEADER = 16;
  private static final int ANSWER = 20;
  private static final int DONE = 3;
  private static final String ANYWHERE = "00000000000000000000000000000000";

  private final ByteBuffer datagram = ByteBuffer.allocate(4_096).order(ByteOrder.nativeOrder());
  private final DiagAnswer answer = new DiagAnswer(Transport.TCP);

  @Test
  void a_connection_has_both_ends() {
    socket(2, 443, "c0000201" + "00".repeat(12), 50_000, "c6336401" + "00".repeat(12), 42);
    assertThat(read()).isEqualTo(Progress.MORE);
    assertThat(answer.sockets())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.inode()).isEqualTo(42);
              assertThat(it.transport()).isEqualTo(Transport.TCP);
              assertThat(it.local()).hasToString("192.0.2.1:443");
              assertThat(it.remote().orElseThrow()).hasToString("198.51.100.1:50000");
              assertThat(it.namespace()).isEqualTo(OpenSocket.HERE);
            });
  }

  @Test
  void an_inode_beyond_two_thousand_million_is_no_negative_one() {
    socket(2, 53, ANYWHERE, 0, ANYWHERE, 0xfffffffe);
    read();
    assertThat(answer.sockets()).extracting(Line::inode).containsExactly(4_294_967_294L);
  }

  @Test
  void a_socket_that_is_connected_to_nobody_has_one_end() {
    socket(10, 53, ANYWHERE, 0, ANYWHERE, 42);
    read();
    assertThat(answer.sockets())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.local()).hasToString("[::]:53");
              assertThat(it.remote()).isEmpty();
            });
  }

  @Test
  void addresses_are_those_of_the_packets() {
    String mapped = "00000000000000000000ffffc0000201";
    String far = "20010db8000000000000000000000001";
    socket(10, 1, mapped, 2, mapped, 42);
    socket(10, 3, far, 4, far, 43);
    read();
    assertThat(answer.sockets())
        .extracting(it -> it.local() + " " + it.remote().orElseThrow())
        .containsExactly("192.0.2.1:1 192.0.2.1:2", "[2001:db8::1]:3 [2001:db8::1]:4");
  }

  @Test
  void sockets_of_no_file_and_sockets_without_port_are_passed_over() {
    socket(2, 443, ANYWHERE, 50_000, ANYWHERE, 0);
    socket(2, 0, ANYWHERE, 0, ANYWHERE, 42);
    assertThat(read()).isEqualTo(Progress.MORE);
    assertThat(answer.sockets()).isEmpty();
  }

  @Test
  void attributes_behind_a_message_are_passed_over() {
    message(ANSWER, 72 + 7);
    datagram.position(datagram.position() + 1); // messages begin at multiples of four
    socket(2, 443, ANYWHERE, 0, ANYWHERE, 42);
    assertThat(read()).isEqualTo(Progress.MORE);
    assertThat(answer.sockets()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 11=1, true",
    "10, 11=0, false",
    "10, 8=1 11=1, true",
    "10, 8=1, false",
    "10, '', false",
    "2, 11=1, false",
  })
  void an_attribute_tells_what_is_closed_to_ipv4(int family, String attributes, boolean closed) {
    socket(family, 443, ANYWHERE, 0, ANYWHERE, 42);
    for (String attribute : attributes.split(" ")) {
      if (!attribute.isEmpty()) {
        String[] parts = attribute.split("=");
        attribute(5, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      }
    }
    read();
    assertThat(answer.sockets()).extracting(Line::ipv6Only).containsExactly(closed);
  }

  @Test
  void attributes_that_cannot_be_tell_nothing_and_end() {
    socket(10, 443, ANYWHERE, 0, ANYWHERE, 42);
    attribute(0, 8, 1);
    attribute(0xffff, 8, 1);
    attribute(5, 11, 1);
    assertThat(read()).isEqualTo(Progress.MORE);
    assertThat(answer.sockets()).extracting(Line::ipv6Only).containsExactly(false);
  }

  @Test
  void the_last_message_ends_the_list() {
    socket(2, 443, ANYWHERE, 0, ANYWHERE, 42);
    message(DONE, 4);
    socket(2, 444, ANYWHERE, 0, ANYWHERE, 43);
    assertThat(read()).isEqualTo(Progress.DONE);
    assertThat(answer.sockets()).hasSize(1);
  }

  @Test
  void a_list_that_broke_off_has_failed() {
    int at = message(DONE, 4);
    datagram.putInt(at + HEADER, -105); // ENOBUFS
    assertThat(read()).isEqualTo(Progress.FAILED);
  }

  @Test
  void a_kernel_that_cannot_says_so() {
    message(2, 20);
    assertThat(read()).isEqualTo(Progress.FAILED);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 15, 87, 90, Integer.MAX_VALUE})
  void a_length_that_cannot_be_is_a_failure(int length) {
    socket(2, 443, ANYWHERE, 0, ANYWHERE, 42);
    datagram.putInt(0, length);
    assertThat(read()).isEqualTo(Progress.FAILED);
    assertThat(answer.sockets()).isEmpty();
  }

  @Test
  void questions_are_as_long_as_they_say() {
    for (byte[] question :
        List.of(DiagMessages.askForTcp(), DiagMessages.ask(Transport.UDP, true))) {
      assertThat(ByteBuffer.wrap(question).order(ByteOrder.nativeOrder()).getInt())
          .isEqualTo(question.length);
    }
  }

  @Test
  void the_list_is_the_very_same_until_something_changes() {
    List<Line> first = toldOf(42, 43);
    assertThat(toldOf(42, 43)).isSameAs(first);
    assertThat(toldOf(42)).extracting(Line::inode).containsExactly(42L);
    assertThat(toldOf(43)).extracting(Line::inode).containsExactly(43L);
    assertThat(toldOf(42, 43)).isEqualTo(first);
    assertThat(toldOf()).isEmpty();
  }

  @Test
  void an_answer_may_be_of_any_length() {
    answer.begin();
    for (int inode = 1; inode <= 1_000; inode++) {
      datagram.clear();
      socket(2, 443, ANYWHERE, 0, ANYWHERE, inode);
      read();
    }
    assertThat(answer.sockets()).hasSize(1_000).extracting(Line::inode).contains(1L, 500L, 1_000L);
  }

  private List<Line> toldOf(int... inodes) {
    answer.begin();
    datagram.clear();
    for (int inode : inodes) {
      socket(2, 443, ANYWHERE, 0, ANYWHERE, inode);
    }
    read();
    return answer.sockets();
  }

  private Progress read() {
    return DiagMessages.read(datagram.flip(), answer);
  }

  private void socket(
      int family, int port, String address, int farPort, String farAddress, int inode) {
    int at = message(ANSWER, 72) + HEADER;
    datagram.put(at, (byte) family);
    bigEndian(at + 4, port);
    bigEndian(at + 6, farPort);
    datagram.put(at + 8, HexFormat.of().parseHex(address));
    datagram.put(at + 24, HexFormat.of().parseHex(farAddress));
    datagram.putInt(at + 68, inode);
  }

  /** Appends an attribute to the only message: length, kind, an octet. */
  private void attribute(int length, int kind, int value) {
    datagram.putShort((short) length).putShort((short) kind);
    datagram.put((byte) value).put(new byte[3]);
    datagram.putInt(0, datagram.position());
  }

  private void bigEndian(int at, int port) {
    datagram.put(at, (byte) (port >> 8)).put(at + 1, (byte) port);
  }

  /** Appends a message; returns where it begins. */
  private int message(int type, int content) {
    int at = datagram.position();
    datagram.putInt(at, HEADER + content).putShort(at + 4, (short) type);
    datagram.position(at + HEADER + content);
    return at;
  }
}
