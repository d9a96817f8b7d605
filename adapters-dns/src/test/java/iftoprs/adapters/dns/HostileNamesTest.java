package iftoprs.adapters.dns;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.IpAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.Message;

/** Names that no zone file can hold, sent byte by byte over a real socket. */
@Timeout(60)
class HostileNamesTest {

  private static final IpAddress HOST = IpAddress.parse("192.0.2.1").orElseThrow();

  @Test
  void control_characters_and_sequences_of_a_terminal_are_escaped() throws IOException {
    assertThat(answered(labels("\u001b]0;owned\u0007", "\r\nGET", "example")))
        .isEqualTo("\\027]0\\;owned\\007.\\013\\010GET.example");
  }

  @Test
  void what_turns_the_direction_of_writing_is_escaped() throws IOException {
    assertThat(answered(labels("a\u202ecod.exe", "example")))
        .isEqualTo("a\\226\\128\\174cod\\.exe.example");
  }

  @Test
  void eight_bit_controls_and_invalid_utf8_are_escaped() throws IOException {
    byte[] raw = {3, 'x', (byte) 0x9b, (byte) 0xff, 3, 'l', 'a', 'n', 0};
    assertThat(answered(raw)).isEqualTo("x\\155\\255.lan");
  }

  @Test
  void the_longest_name_is_taken_and_what_grows_beyond_it_is_none() throws IOException {
    String label = "a".repeat(63);
    String longest = label + "." + label + "." + label + "." + "b".repeat(61);
    assertThat(answered(labels(longest.split("\\.")))).isEqualTo(longest);
    assertThat(answered(labels("\u0001".repeat(63), "\u0001".repeat(63)))).isEmpty();
  }

  @Test
  void lengths_that_lie_and_pointers_in_a_circle_give_no_name() throws IOException {
    assertThat(answered(new byte[] {63, 'x', 0})).isEmpty();
    assertThat(answered(labels("x".repeat(63), "x".repeat(63), "x".repeat(63), "x".repeat(63))))
        .isEmpty();
    // The name of the answer's data begins at octet 52 of the message, where this points to.
    assertThat(answered(new byte[] {(byte) 0xc0, 52})).isEmpty();
    assertThat(answered(new byte[] {0x41, 'x', 0})).isEmpty();
  }

  /** The name that comes of these bytes as the data of a PTR record; empty for none. */
  private static String answered(byte[] data) throws IOException {
    try (LoopbackServer server = new LoopbackServer((query, overTcp) -> pointer(query, data))) {
      PointerAnswer answer =
          DnsjavaHostNames.ask(
              SystemResolver.over(List.of(server.address()), new Questions()), HOST);
      assertThat(server.questions()).isNotEmpty();
      return answer instanceof PointerAnswer.Named named ? named.name() : "";
    }
  }

  private static byte[] pointer(Message query, byte[] data) {
    byte[] asked = LoopbackServer.answer(query).toWire();
    asked[7] = 1; // one answer
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(asked);
    message.writeBytes(new byte[] {(byte) 0xc0, 12, 0, 12, 0, 1, 0, 0, 14, 16});
    message.write(data.length >>> 8);
    message.write(data.length);
    message.writeBytes(data);
    return message.toByteArray();
  }

  private static byte[] labels(String... labels) {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    for (String label : labels) {
      byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
      name.write(bytes.length);
      name.writeBytes(bytes);
    }
    name.write(0);
    return name.toByteArray();
  }
}
