package iftoprs.ports.contract;

import iftoprs.ports.Endpoint;
import iftoprs.ports.Frame;
import iftoprs.ports.IpAddress;
import iftoprs.ports.Transport;
import java.nio.ByteBuffer;

/**
 * Makes frames for tests: Ethernet with IPv4 or IPv6 and UDP, TCP, ICMP, any other transport, or
 * ARP.
 *
 * <p>Ends are written {@code 192.0.2.1:443} or {@code [2001:db8::1]:443}; a wire length counts the
 * link header and is raised to what the headers need. Frames are captured whole at time 0: see
 * {@link TestFrame#at}, {@link TestFrame#snapped}, {@link TestFrame#inVlan}.
 */
public final class TestFrames {

  /** LINKTYPE_ETHERNET. */
  public static final int ETHERNET = 1;

  /** LINKTYPE_RAW: IPv4 or IPv6 without a link header. */
  public static final int RAW_IP = 101;

  private static final int IPV4_TYPE = 0x0800;
  private static final int IPV6_TYPE = 0x86dd;
  private static final int ARP_TYPE = 0x0806;

  private static final int ETHERNET_HEADER = 14;
  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;
  private static final int UDP_HEADER = 8;
  private static final int TCP_HEADER = 20;
  private static final int ICMP_HEADER = 8;
  private static final int TCP_ACK = 0x10;
  private static final int HOPS = 64;

  private TestFrames() {}

  /** A UDP datagram between two ends. */
  public static TestFrame udp(String source, String destination, int wireLength) {
    return udp(endpoint(source), endpoint(destination), wireLength);
  }

  /** A UDP datagram between two ends. */
  public static TestFrame udp(Endpoint source, Endpoint destination, int wireLength) {
    ByteBuffer frame =
        ip(Transport.UDP, source.address(), destination.address(), UDP_HEADER, wireLength);
    int length = frame.remaining();
    frame.putShort((short) source.port()).putShort((short) destination.port());
    frame.putShort((short) length);
    return ethernet(frame);
  }

  /** A TCP segment between two ends, with the ACK flag alone. */
  public static TestFrame tcp(String source, String destination, int wireLength) {
    return tcp(endpoint(source), endpoint(destination), wireLength);
  }

  /** A TCP segment between two ends, with the ACK flag alone. */
  public static TestFrame tcp(Endpoint source, Endpoint destination, int wireLength) {
    ByteBuffer frame =
        ip(Transport.TCP, source.address(), destination.address(), TCP_HEADER, wireLength);
    frame.putShort((short) source.port()).putShort((short) destination.port());
    frame.putInt(1).putInt(1); // sequence and acknowledgement number
    frame.put((byte) (TCP_HEADER / 4 << 4)).put((byte) TCP_ACK).putShort((short) 0x7fff);
    return ethernet(frame);
  }

  /** An echo request between two addresses: ICMP or ICMPv6 by their family. */
  public static TestFrame icmp(String source, String destination, int wireLength) {
    boolean ipv6 = address(source).isIpv6();
    Transport transport = ipv6 ? Transport.ICMPV6 : Transport.ICMP;
    ByteBuffer frame =
        ip(transport, address(source), address(destination), ICMP_HEADER, wireLength);
    frame.put((byte) (ipv6 ? 128 : 8));
    return ethernet(frame);
  }

  /** A packet of any transport between two addresses; what follows the IP header is zero. */
  public static TestFrame packet(
      Transport transport, String source, String destination, int wireLength) {
    return ethernet(ip(transport, address(source), address(destination), 0, wireLength));
  }

  /** An ARP request (RFC 826), 42 bytes. */
  public static TestFrame arp(String sender, String target) {
    ByteBuffer frame = link(ETHERNET_HEADER + 28, ARP_TYPE);
    frame.putShort((short) 1).putShort((short) IPV4_TYPE).put((byte) 6).put((byte) 4);
    frame.putShort((short) 1).put(new byte[] {2, 0, 0, 0, 0, 1}).put(address(sender).toBytes());
    frame.put(new byte[6]).put(address(target).toBytes());
    return ethernet(frame);
  }

  /** A frame of given bytes, captured whole, at time 0. */
  public static TestFrame of(int linkType, byte... bytes) {
    return new TestFrame(0, linkType, bytes.length, Frame.Direction.UNKNOWN, bytes);
  }

  /** Reads {@code 192.0.2.1:443}, {@code [2001:db8::1]:443} or a bare address (port 0). */
  public static Endpoint endpoint(String text) {
    int colon = text.lastIndexOf(':');
    boolean bareIpv6 = text.indexOf(':') != colon && !text.startsWith("[");
    if (colon < 0 || bareIpv6) {
      return new Endpoint(address(text), 0);
    }
    String host = text.substring(0, colon).replace("[", "").replace("]", "");
    return new Endpoint(address(host), Integer.parseInt(text.substring(colon + 1)));
  }

  /** Reads an address that is known to be one. */
  public static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  /** A frame up to and with its IP header, positioned behind it. */
  private static ByteBuffer ip(
      Transport transport, IpAddress source, IpAddress destination, int header, int wireLength) {
    if (source.isIpv6() != destination.isIpv6()) {
      throw new IllegalArgumentException(source + " and " + destination + " differ in family");
    }
    boolean ipv6 = source.isIpv6();
    int headers = ETHERNET_HEADER + (ipv6 ? IPV6_HEADER : IPV4_HEADER) + header;
    ByteBuffer frame = link(Math.max(wireLength, headers), ipv6 ? IPV6_TYPE : IPV4_TYPE);
    int start = frame.position();
    if (ipv6) {
      frame.putInt(0x6000_0000).putShort((short) (frame.capacity() - start - IPV6_HEADER));
      frame.put((byte) transport.number()).put((byte) HOPS);
    } else {
      frame.put((byte) 0x45).put((byte) 0).putShort((short) (frame.capacity() - start));
      frame.putInt(0).put((byte) HOPS).put((byte) transport.number()).putShort((short) 0);
    }
    frame.put(source.toBytes()).put(destination.toBytes());
    if (!ipv6) {
      frame.putShort(start + 10, headerChecksum(frame, start));
    }
    return frame;
  }

  private static ByteBuffer link(int length, int type) {
    ByteBuffer frame = ByteBuffer.allocate(length);
    frame.put(new byte[] {2, 0, 0, 0, 0, 2}).put(new byte[] {2, 0, 0, 0, 0, 1});
    return frame.putShort((short) type);
  }

  private static short headerChecksum(ByteBuffer frame, int start) {
    int sum = 0;
    for (int at = start; at < start + IPV4_HEADER; at += 2) {
      sum += frame.getShort(at) & 0xffff;
    }
    sum = (sum & 0xffff) + (sum >>> 16);
    sum = (sum & 0xffff) + (sum >>> 16);
    return (short) ~sum;
  }

  private static TestFrame ethernet(ByteBuffer frame) {
    return of(ETHERNET, frame.array());
  }
}
