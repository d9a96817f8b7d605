package iftoprs.domain.packet;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Endpoint;
import iftoprs.ports.Frame;
import iftoprs.ports.IpAddress;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PacketDecoderTest {

  /** Bytes around the captured ones that would be decoded if a read went astray. */
  private static final int GUARD = 64;

  record Case(String name, int linkType, byte[] bytes, String expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() throws IOException, URISyntaxException {
    List<Case> cases = new ArrayList<>();
    Path folder = Path.of(PacketDecoderTest.class.getResource("/frames").toURI());
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          if (!line.startsWith("#")) {
            String[] parts = line.split(" \\| ", -1);
            cases.add(
                new Case(
                    file.getFileName() + ": " + parts[0],
                    Integer.parseInt(parts[1]),
                    HexFormat.of().parseHex(parts[2]),
                    parts[3]));
          }
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void decodes(Case example) {
    PacketDecoder decoder = new PacketDecoder();
    assertThat(describe(decoder, frame(example.linkType, example.bytes, 0, 0)))
        .isEqualTo(example.expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reads_nothing_outside_the_captured_bytes(Case example) {
    PacketDecoder decoder = new PacketDecoder();
    for (int length = 0; length <= example.bytes.length; length++) {
      byte[] cut = Arrays.copyOf(example.bytes, length);
      String zeros = describe(decoder, frame(example.linkType, cut, GUARD, 0));
      String ones = describe(new PacketDecoder(), frame(example.linkType, cut, GUARD, 0xff));
      String alone = describe(new PacketDecoder(), frame(example.linkType, cut, 0, 0));
      assertThat(zeros).isEqualTo(ones).isEqualTo(alone);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gives_every_mutation_an_outcome(Case example) {
    PacketDecoder decoder = new PacketDecoder();
    Random random = new Random(example.name.hashCode());
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = example.bytes.clone();
      for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int linkType = random.nextInt(8) == 0 ? random.nextInt(300) : example.linkType;
      assertThat(decoder.decode(frame(linkType, bytes, 0, 0))).isNotNull();
    }
  }

  @Test
  void credits_later_fragments_to_the_ports_of_the_first() throws Exception {
    PacketDecoder decoder = new PacketDecoder();
    Case whole = find("ipv4.txt: TCP");
    byte[] first = whole.bytes.clone();
    first[14 + 6] = 0x20;
    byte[] later = whole.bytes.clone();
    later[14 + 7] = 100;
    Arrays.fill(later, 34, later.length, (byte) 0xaa);
    byte[] otherDatagram = later.clone();
    otherDatagram[14 + 5]++;

    assertThat(describe(decoder, frame(1, first, 0, 0))).isEqualTo(whole.expected);
    assertThat(describe(decoder, frame(1, later, 0, 0))).isEqualTo(whole.expected);
    assertThat(describe(decoder, frame(1, otherDatagram, 0, 0)))
        .isEqualTo("TCP 192.168.1.5 > 8.8.8.8");
  }

  @Test
  void forgets_the_ports_of_a_datagram_after_thirty_seconds() throws Exception {
    PacketDecoder decoder = new PacketDecoder();
    byte[] first = find("ipv4.txt: TCP").bytes.clone();
    first[14 + 6] = 0x20;
    byte[] later = first.clone();
    later[14 + 7] = 100;
    Frame at = frame(1, first, 0, 0);
    decoder.decode(at);
    at.set(1, 30_000_000_000L, later.length, later, 0, later.length);
    assertThat(describe(decoder, at)).contains(":443");
    at.set(1, 30_000_000_001L, later.length, later, 0, later.length);
    assertThat(describe(decoder, at)).doesNotContain(":443");
  }

  private static Case find(String name) throws Exception {
    return cases().stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
  }

  private static Frame frame(int linkType, byte[] bytes, int guard, int fill) {
    byte[] buffer = new byte[bytes.length + 2 * guard];
    Arrays.fill(buffer, (byte) fill);
    System.arraycopy(bytes, 0, buffer, guard, bytes.length);
    return new Frame().set(linkType, 0, bytes.length, buffer, guard, bytes.length);
  }

  private static String describe(PacketDecoder decoder, Frame frame) {
    Outcome outcome = decoder.decode(frame);
    String word = outcome.name().toLowerCase().replace('_', '-');
    if (outcome == Outcome.OTHER_L2) {
      return word + " " + Integer.toHexString(decoder.etherType());
    }
    if (outcome != Outcome.FLOW) {
      return word;
    }
    String direction =
        switch (decoder.linkDirection()) {
          case UNKNOWN -> "";
          case INBOUND -> " inbound";
          case OUTBOUND -> " outbound";
        };
    return new Transport(decoder.transport())
        + " "
        + end(decoder, decoder.sourceHigh(), decoder.sourceLow(), decoder.sourcePort())
        + " > "
        + end(
            decoder, decoder.destinationHigh(), decoder.destinationLow(), decoder.destinationPort())
        + direction;
  }

  private static Endpoint end(PacketDecoder decoder, long high, long low, int port) {
    return new Endpoint(
        decoder.isIpv6() ? IpAddress.ipv6(high, low) : IpAddress.ipv4((int) low), port);
  }
}
