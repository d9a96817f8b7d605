package iftoprs.domain.packet;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Endpoint;
import iftoprs.ports.Frame;
import iftoprs.ports.FrameBatch;
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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketDecoderTest {

  /** Bytes around the captured ones that would be decoded if a read went astray. */
  private static final Set<Integer> HAVE_PORTS = Set.of(6, 17, 33, 132, 136);

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
      assertThat(describe(decoder, frame(linkType, bytes, 0, 0))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ipv4.txt: TCP", "ipv6.txt: AH is a protocol of its own"})
  void every_transport_keeps_its_number(String name) throws Exception {
    byte[] bytes = find(name).bytes.clone();
    int at = name.startsWith("ipv4") ? 23 : 20;
    Set<Integer> extensions = name.startsWith("ipv4") ? Set.of() : Set.of(0, 43, 44, 60);
    for (int number = 0; number < 256; number++) {
      bytes[at] = (byte) number;
      PacketBatch packets = new PacketBatch();
      new PacketDecoder().decode(new FrameBatch().only(frame(1, bytes, 0, 0)), packets);
      long meta = packets.rows()[PacketBatch.META];
      if (!extensions.contains(number)) {
        assertThat(KeyBits.transport(meta)).isEqualTo(number);
        assertThat(packets.sourcePort(0) != 0).isEqualTo(HAVE_PORTS.contains(number));
      }
    }
  }

  /** A frame's neighbours in a batch change nothing about it, whichever loop decodes them. */
  @Test
  void decodes_a_batch_as_its_frames_alone() throws Exception {
    List<Case> cases = cases();
    Random random = new Random(1);
    byte[] buffer = new byte[1 << 16];
    for (int round = 0; round < 200; round++) {
      FrameBatch batch = new FrameBatch();
      List<String> alone = new ArrayList<>();
      int at = 0;
      int row = 0;
      while (row < FrameBatch.CAPACITY * FrameBatch.STRIDE) {
        Case example = cases.get(random.nextInt(cases.size()));
        int length = Math.min(example.bytes.length, random.nextInt(200));
        System.arraycopy(example.bytes, 0, buffer, at, length);
        Frame frame = new Frame().set(example.linkType, row, length, buffer, at, length);
        alone.add(describe(new PacketDecoder(), frame));
        FrameBatch one = new FrameBatch().only(frame);
        System.arraycopy(one.rows(), 0, batch.rows(), row, FrameBatch.STRIDE);
        row += FrameBatch.STRIDE;
        at += length;
      }
      PacketBatch packets = new PacketBatch();
      new PacketDecoder().decode(batch.filled(buffer, row), packets);
      List<String> together = new ArrayList<>();
      for (int packet = 0; packet < packets.end(); packet += PacketBatch.STRIDE) {
        together.add(describe(packets, packet));
      }
      assertThat(together).isEqualTo(alone);
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
    describe(decoder, at);
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
    PacketBatch packets = new PacketBatch();
    decoder.decode(new FrameBatch().only(frame), packets);
    return describe(packets, 0);
  }

  private static String describe(PacketBatch packets, int row) {
    long meta = packets.rows()[row + PacketBatch.META];
    if (meta == PacketBatch.NO_FLOW) {
      Outcome outcome = packets.outcome(row);
      String word = outcome.name().toLowerCase().replace('_', '-');
      return outcome == Outcome.OTHER_L2
          ? word + " " + Integer.toHexString(packets.etherType(row))
          : word;
    }
    String direction =
        switch (packets.direction(row)) {
          case UNKNOWN -> "";
          case INBOUND -> " inbound";
          case OUTBOUND -> " outbound";
        };
    return new Transport(KeyBits.transport(meta))
        + " "
        + end(
            packets.isIpv6(row),
            packets.sourceHigh(row),
            packets.sourceLow(row),
            packets.sourcePort(row))
        + " > "
        + end(
            packets.isIpv6(row),
            packets.destinationHigh(row),
            packets.destinationLow(row),
            packets.destinationPort(row))
        + direction;
  }

  private static Endpoint end(boolean ipv6, long high, long low, int port) {
    return new Endpoint(ipv6 ? IpAddress.ipv6(high, low) : IpAddress.ipv4((int) low), port);
  }
}
