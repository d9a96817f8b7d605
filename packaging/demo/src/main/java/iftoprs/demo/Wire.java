package iftoprs.demo;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Puts headers before data and hands the frame to the file.
 *
 * <p>Data is given as its first bytes and a length: what follows is zeros, so checksums hold for
 * the whole packet although only its beginning is stored.
 */
final class Wire {

  /** The shortest Ethernet frame without its check sequence. */
  private static final int SHORTEST_FRAME = 60;

  private static final int VLAN_TYPE = 0x8100;
  private static final byte[] NOTHING = {};

  static final int ICMP = 1;
  static final int IGMP = 2;
  static final int TCP = 6;
  static final int UDP = 17;
  static final int ICMPV6 = 58;

  private final CaptureFile file;

  Wire(CaptureFile file) {
    this.file = file;
  }

  /** A frame whose payload is at hand completely. */
  void ethernet(long at, byte[] to, byte[] from, int typeOrLength, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(Math.max(SHORTEST_FRAME, 14 + payload.length));
    frame.put(to).put(from).putShort((short) typeOrLength).put(payload);
    file.add(at, frame.array(), frame.capacity());
  }

  void udp(long at, Route route, int fromPort, int toPort, byte[] data) {
    udp(at, route, fromPort, toPort, data, data.length);
  }

  /** A datagram of {@code length} bytes of data. */
  void udp(long at, Route route, int fromPort, int toPort, byte[] beginning, int length) {
    ByteBuffer header = ByteBuffer.allocate(8 + beginning.length);
    header.putShort((short) fromPort).putShort((short) toPort);
    header.putShort((short) (8 + length)).putShort((short) 0).put(beginning);
    short checksum = transportChecksum(route, UDP, header.array(), 8 + length);
    header.putShort(6, checksum == 0 ? (short) 0xffff : checksum);
    ip(at, route, UDP, header.array(), 8 + length);
  }

  /** A segment of {@code length} bytes of data; options are padded by the caller. */
  void tcp(long at, Route route, TcpHeader tcp, int length) {
    byte[] header = tcp.bytes();
    short checksum = transportChecksum(route, TCP, header, header.length + length);
    ByteBuffer.wrap(header).putShort(16, checksum);
    ip(at, route, TCP, header, header.length + length);
  }

  /** An ICMP or ICMPv6 message with its checksum at bytes 2 and 3. */
  void icmp(long at, Route route, byte[] message) {
    switch (route.version()) {
      case V4 -> {
        ByteBuffer.wrap(message).putShort(2, new Checksum().add(message).value());
        ip(at, route, ICMP, message, message.length);
      }
      case V6 -> {
        short checksum = transportChecksum(route, ICMPV6, message, message.length);
        ByteBuffer.wrap(message).putShort(2, checksum);
        byte[] header = ipv6(route, ICMPV6, message.length);
        header[7] = (byte) (isNeighbourDiscovery(message) ? 255 : route.hopLimit());
        frame(at, route, header, message, message.length);
      }
    }
  }

  /** Any transport; {@code length} counts what follows the IP header. */
  void ip(long at, Route route, int transport, byte[] beginning, int length) {
    switch (route.version()) {
      case V4 -> frame(at, route, ipv4(route, transport, length, NOTHING), beginning, length);
      case V6 -> frame(at, route, ipv6(route, transport, length), beginning, length);
    }
  }

  /** As {@link #ip}, with IPv4 options of a multiple of four bytes. */
  void ipv4(long at, Route route, int transport, byte[] options, byte[] beginning) {
    byte[] header = ipv4(route, transport, beginning.length, options);
    frame(at, route, header, beginning, beginning.length);
  }

  private void frame(long at, Route route, byte[] ipHeader, byte[] beginning, int length) {
    int linkLength = route.vlan() == 0 ? 14 : 18;
    ByteBuffer frame =
        ByteBuffer.allocate(
            Math.max(SHORTEST_FRAME, linkLength + ipHeader.length + beginning.length));
    frame.put(route.to().macFor(route.version())).put(route.from().mac());
    if (route.vlan() != 0) {
      frame.putShort((short) VLAN_TYPE).putShort((short) route.vlan());
    }
    frame.putShort((short) route.version().etherType()).put(ipHeader).put(beginning);
    int wireLength = Math.max(SHORTEST_FRAME, linkLength + ipHeader.length + length);
    file.add(at, Arrays.copyOf(frame.array(), CaptureFile.SNAP_LENGTH), wireLength);
  }

  /** Identification 0 with "don't fragment", as RFC 6864 allows for what is never fragmented. */
  private static byte[] ipv4(Route route, int transport, int length, byte[] options) {
    int headerLength = 20 + options.length;
    ByteBuffer header = ByteBuffer.allocate(headerLength);
    header.put((byte) (0x40 | headerLength / 4)).put((byte) 0);
    header.putShort((short) (headerLength + length)).putShort((short) 0).putShort((short) 0x4000);
    header.put((byte) route.hopLimit()).put((byte) transport).putShort((short) 0);
    header.put(route.source()).put(route.destination()).put(options);
    header.putShort(10, new Checksum().add(header.array()).value());
    return header.array();
  }

  private static byte[] ipv6(Route route, int transport, int length) {
    ByteBuffer header = ByteBuffer.allocate(40);
    header.putInt(0x6000_0000).putShort((short) length).put((byte) transport);
    header.put((byte) route.hopLimit()).put(route.source()).put(route.destination());
    return header.array();
  }

  /** Only valid if nobody has forwarded it (RFC 4861, 7.1). */
  private static boolean isNeighbourDiscovery(byte[] message) {
    int type = message[0] & 0xff;
    return type >= 133 && type <= 137;
  }

  private static short transportChecksum(Route route, int transport, byte[] beginning, int length) {
    return new Checksum()
        .add(route.source())
        .add(route.destination())
        .add(transport)
        .add(length)
        .add(beginning)
        .value();
  }
}
