package iftoprs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoCaptureTest {

  private static final Path DIRECTORY =
      Path.of(System.getProperty("demo.directory"), "iftoprs", "bootstrap");

  private static byte[] zipped;
  private static List<Packet> packets;

  /** One record of the file; the time counts from the first whole second. */
  private record Packet(long micros, int wireLength, ByteBuffer bytes) {

    int linkLength() {
      return bytes.getShort(12) == (short) 0x8100 ? 18 : 14;
    }

    int etherType() {
      return bytes.getShort(linkLength() - 2) & 0xffff;
    }

    byte[] slice(int from, int length) {
      byte[] copy = new byte[length];
      bytes.get(from, copy);
      return copy;
    }
  }

  @BeforeAll
  static void read_what_the_build_wrote() throws IOException {
    zipped = Files.readAllBytes(DIRECTORY.resolve("demo.pcap.gz"));
    packets = new ArrayList<>();
    try (GZIPInputStream in =
        new GZIPInputStream(Files.newInputStream(DIRECTORY.resolve("demo.pcap.gz")))) {
      ByteBuffer file = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(file.getInt()).isEqualTo(0xa1b2c3d4);
      assertThat(file.getInt(16)).isEqualTo(CaptureFile.SNAP_LENGTH);
      long began = file.getInt(24);
      file.position(24);
      while (file.hasRemaining()) {
        long micros = (file.getInt() - began) * 1_000_000 + file.getInt();
        int captured = file.getInt();
        int wireLength = file.getInt();
        packets.add(new Packet(micros, wireLength, file.slice(file.position(), captured)));
        file.position(file.position() + captured);
      }
    }
  }

  @Test
  void is_small_enough_to_travel_inside_the_program() {
    assertThat(zipped.length).isLessThan(2_500_000);
    assertThat(packets).hasSizeBetween(100_000, 150_000);
  }

  @Test
  void is_the_same_whenever_it_is_written() throws IOException {
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    DemoCapture.play().writeTo(again);
    assertThat(again.toByteArray()).isEqualTo(zipped);
  }

  @Test
  void lasts_three_minutes_and_time_never_runs_back() {
    long last = 0;
    for (Packet packet : packets) {
      assertThat(packet.micros).isGreaterThanOrEqualTo(last);
      last = packet.micros;
    }
    assertThat(last).isBetween(178_000_000L, DemoCapture.LENGTH);
  }

  @Test
  void is_neither_dull_nor_beyond_a_home_line() {
    Map<Long, Long> bits =
        packets.stream()
            .collect(
                Collectors.groupingBy(
                    packet -> packet.micros / 10_000_000,
                    TreeMap::new,
                    Collectors.summingLong(packet -> packet.wireLength * 8L / 10)));
    assertThat(bits).hasSize(18);
    assertThat(bits.values()).allMatch(rate -> rate >= 5_000_000 && rate <= 60_000_000);
    assertThat(bits.values()).anyMatch(rate -> rate > 40_000_000);
  }

  @Test
  void holds_what_a_local_network_carries() {
    Set<Integer> types = packets.stream().map(Packet::etherType).collect(Collectors.toSet());
    // IPv4, ARP, IPv6, LLDP, and the length of a spanning-tree frame.
    assertThat(types).containsExactlyInAnyOrder(0x0800, 0x0806, 0x86dd, 0x88cc, 38);
    assertThat(packets).anyMatch(packet -> packet.linkLength() == 18);
    Set<Integer> transports =
        packets.stream()
            .filter(packet -> packet.etherType() == 0x0800)
            .map(packet -> (int) packet.bytes.get(packet.linkLength() + 9))
            .collect(Collectors.toSet());
    assertThat(transports).contains(Wire.ICMP, Wire.IGMP, Wire.TCP, Wire.UDP);
  }

  @Test
  void every_ipv4_header_has_the_right_length_and_checksum() {
    for (Packet packet : packets) {
      if (packet.etherType() == 0x0800) {
        int at = packet.linkLength();
        int headerLength = (packet.bytes.get(at) & 0x0f) * 4;
        byte[] header = packet.slice(at, headerLength);
        assertThat(new Checksum().add(header).value()).isZero();
        assertWireLength(packet, at + (packet.bytes.getShort(at + 2) & 0xffff));
      }
    }
  }

  @Test
  void every_ipv6_header_has_the_right_length() {
    for (Packet packet : packets) {
      if (packet.etherType() == 0x86dd) {
        int at = packet.linkLength();
        assertWireLength(packet, at + 40 + (packet.bytes.getShort(at + 4) & 0xffff));
      }
    }
  }

  private static void assertWireLength(Packet packet, int expected) {
    assertThat(packet.wireLength).isEqualTo(Math.max(60, expected));
    assertThat(packet.bytes.capacity()).isEqualTo(Math.min(96, packet.wireLength));
  }

  @Test
  void conversations_come_and_go() {
    // Both addresses of IPv4 as one number, and the seconds in which they were seen.
    Map<Long, Set<Long>> seconds =
        packets.stream()
            .filter(packet -> packet.etherType() == 0x0800)
            .collect(
                Collectors.groupingBy(
                    packet -> packet.bytes.getLong(packet.linkLength() + 12),
                    Collectors.mapping(packet -> packet.micros / 1_000_000, Collectors.toSet())));
    assertThat(seconds.size()).isGreaterThan(30);
    assertThat(seconds.values())
        .anyMatch(active -> active.size() > 170)
        .anyMatch(active -> active.size() < 20);
  }

  @Test
  void every_address_has_a_name() throws IOException {
    Set<InetAddress> named = new HashSet<>();
    for (String line : Files.readAllLines(DIRECTORY.resolve("demo-hosts.txt"))) {
      assertThat(line).matches("[0-9a-f.:]+ [a-z0-9.-]+\\.(lan|example|example\\.net)");
      InetAddress address = InetAddress.ofLiteral(line.substring(0, line.indexOf(' ')));
      assertThat(named.add(address)).as(line).isTrue();
    }
    Set<InetAddress> seen = new HashSet<>();
    for (Packet packet : packets) {
      switch (packet.etherType()) {
        case 0x0800 -> {
          seen.add(address(packet, 12, 4));
          seen.add(address(packet, 16, 4));
        }
        case 0x86dd -> {
          seen.add(address(packet, 8, 16));
          seen.add(address(packet, 24, 16));
        }
        default -> {}
      }
    }
    assertThat(seen).hasSizeGreaterThan(40);
    assertThat(named).containsAll(seen);
  }

  private static InetAddress address(Packet packet, int offset, int length)
      throws UnknownHostException {
    return InetAddress.getByAddress(packet.slice(packet.linkLength() + offset, length));
  }
}
