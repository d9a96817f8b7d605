package iftoprs.domain.packet;

import static iftoprs.domain.packet.BigEndian.i32;
import static iftoprs.domain.packet.BigEndian.i64;
import static iftoprs.domain.packet.BigEndian.u16;
import static iftoprs.domain.packet.BigEndian.u32;
import static iftoprs.domain.packet.BigEndian.u8;

import iftoprs.ports.Frame;

/**
 * Decodes one frame to the addresses, ports and transport of its outermost IP header, or to the
 * reason why that cannot be done.
 *
 * <p>The result lies in this object until the next call, so that nothing is allocated: read it only
 * after {@link Outcome#FLOW}. One thread. Bytes past the captured length are never read.
 */
public final class PacketDecoder {

  private static final int IPV4_MIN_HEADER = 20;
  private static final int IPV4_TOTAL_LENGTH = 2;
  private static final int IPV4_ID = 4;
  private static final int IPV4_FRAGMENT = 6;
  private static final int IPV4_PROTOCOL = 9;
  private static final int IPV4_SOURCE = 12;
  private static final int IPV4_DESTINATION = 16;
  private static final int MORE_FRAGMENTS = 0x2000;
  private static final int FRAGMENT_OFFSET = 0x1fff;

  private static final int IPV6_HEADER = 40;
  private static final int IPV6_PAYLOAD_LENGTH = 4;
  private static final int IPV6_NEXT_HEADER = 6;
  private static final int IPV6_SOURCE = 8;
  private static final int IPV6_DESTINATION = 24;

  private static final int HOP_BY_HOP = 0;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int DESTINATION_OPTIONS = 60;

  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int SCTP = 132;

  private final LinkLayer link = new LinkLayer();
  private final Fragments fragments = new Fragments();

  private boolean ipv6;
  private long sourceHigh;
  private long sourceLow;
  private long destinationHigh;
  private long destinationLow;
  private int sourcePort;
  private int destinationPort;
  private int transport;

  /**
   * Decodes a frame.
   *
   * @param frame valid during the call
   * @return what it came to
   */
  public Outcome decode(Frame frame) {
    byte[] bytes = frame.bytes();
    int start = frame.offset();
    int end = start + frame.capturedLength();
    sourcePort = 0;
    destinationPort = 0;
    // The common frame first: Ethernet with IP right behind; everything else asks LinkLayer.
    if (frame.linkType() == LinkLayer.EN10MB && end - start >= 14) {
      int etherType = u16(bytes, start + 12);
      if (etherType == EtherType.IPV4) {
        link.noDirection();
        return ipv4(bytes, start + 14, end, frame.timeNanos());
      }
      if (etherType == EtherType.IPV6) {
        link.noDirection();
        return ipv6(bytes, start + 14, end, frame.timeNanos());
      }
    }
    return other(frame, bytes, start, end);
  }

  private Outcome other(Frame frame, byte[] bytes, int start, int end) {
    Outcome outcome = link.find(frame.linkType(), bytes, start, end);
    if (outcome != Outcome.FLOW) {
      return outcome;
    }
    return switch (link.etherType()) {
      case EtherType.IPV4 -> ipv4(bytes, link.payload(), end, frame.timeNanos());
      case EtherType.IPV6 -> ipv6(bytes, link.payload(), end, frame.timeNanos());
      case EtherType.ARP -> arp(bytes, link.payload(), end);
      default -> Outcome.OTHER_L2;
    };
  }

  private Outcome ipv4(byte[] bytes, int at, int end, long timeNanos) {
    if (end - at < IPV4_MIN_HEADER) {
      return end > at && u8(bytes, at) >>> 4 != 4 ? Outcome.MALFORMED : Outcome.TRUNCATED;
    }
    int first = u8(bytes, at);
    int headerLength = (first & 15) << 2;
    int totalLength = u16(bytes, at + IPV4_TOTAL_LENGTH);
    // Total length 0 is what segmentation offload leaves; the wire length counts anyway.
    if (first >>> 4 != 4
        || headerLength < IPV4_MIN_HEADER
        || totalLength != 0 && totalLength < headerLength) {
      return Outcome.MALFORMED;
    }
    ipv6 = false;
    sourceHigh = 0;
    destinationHigh = 0;
    sourceLow = u32(bytes, at + IPV4_SOURCE);
    destinationLow = u32(bytes, at + IPV4_DESTINATION);
    transport = u8(bytes, at + IPV4_PROTOCOL);
    int payloadEnd = totalLength == 0 ? end : Math.min(end, at + totalLength);
    int fragment = u16(bytes, at + IPV4_FRAGMENT);
    if ((fragment & (MORE_FRAGMENTS | FRAGMENT_OFFSET)) == 0) {
      ports(bytes, at + headerLength, payloadEnd);
      return Outcome.FLOW;
    }
    fragment(
        bytes,
        at + headerLength,
        payloadEnd,
        u16(bytes, at + IPV4_ID),
        (fragment & FRAGMENT_OFFSET) == 0,
        timeNanos);
    return Outcome.FLOW;
  }

  private Outcome ipv6(byte[] bytes, int at, int end, long timeNanos) {
    if (end - at < IPV6_HEADER) {
      return end > at && u8(bytes, at) >>> 4 != 6 ? Outcome.MALFORMED : Outcome.TRUNCATED;
    }
    if (u8(bytes, at) >>> 4 != 6) {
      return Outcome.MALFORMED;
    }
    ipv6 = true;
    sourceHigh = i64(bytes, at + IPV6_SOURCE);
    sourceLow = i64(bytes, at + IPV6_SOURCE + 8);
    destinationHigh = i64(bytes, at + IPV6_DESTINATION);
    destinationLow = i64(bytes, at + IPV6_DESTINATION + 8);
    int payloadLength = u16(bytes, at + IPV6_PAYLOAD_LENGTH);
    // Payload length 0 is a jumbogram (RFC 2675) or segmentation offload.
    int payloadEnd = payloadLength == 0 ? end : Math.min(end, at + IPV6_HEADER + payloadLength);
    transport = u8(bytes, at + IPV6_NEXT_HEADER);
    if (transport == TCP || transport == UDP) {
      ports(bytes, at + IPV6_HEADER, payloadEnd);
    } else {
      extensions(bytes, at + IPV6_HEADER, payloadEnd, timeNanos);
    }
    return Outcome.FLOW;
  }

  /**
   * Walks the extension chain (RFC 8200 section 4); the last number it names is the transport. The
   * authentication header is a protocol of its own here, as in the IANA registry.
   */
  private void extensions(byte[] bytes, int start, int end, long timeNanos) {
    int at = start;
    while (true) {
      switch (transport) {
        case HOP_BY_HOP, ROUTING, DESTINATION_OPTIONS -> {
          if (end - at < 2) {
            return;
          }
          transport = u8(bytes, at);
          at += (u8(bytes, at + 1) + 1) << 3;
        }
        case FRAGMENT -> {
          if (end - at < 8) {
            return;
          }
          transport = u8(bytes, at);
          int fragment = u16(bytes, at + 2);
          boolean first = fragment >>> 3 == 0;
          if (!first || (fragment & 1) != 0) {
            fragment(bytes, at + 8, end, i32(bytes, at + 4), first, timeNanos);
            return;
          }
          at += 8; // an atomic fragment (RFC 6946): the whole datagram is here
        }
        default -> {
          ports(bytes, at, end);
          return;
        }
      }
    }
  }

  /** Only the first fragment has ports: later ones get those of their datagram. */
  private void fragment(byte[] bytes, int at, int end, int id, boolean first, long timeNanos) {
    fragments.key(sourceHigh, sourceLow, destinationHigh, destinationLow, id, transport, ipv6);
    if (first) {
      firstFragmentPorts(bytes, at, end);
      fragments.put(sourcePort, destinationPort, timeNanos);
      return;
    }
    int found = fragments.ports(timeNanos);
    if (found != Fragments.UNKNOWN) {
      sourcePort = found >>> 16;
      destinationPort = found & 0xffff;
    }
  }

  /** In IPv6 more extension headers may follow the fragment header of the first fragment. */
  private void firstFragmentPorts(byte[] bytes, int start, int end) {
    int at = start;
    while (ipv6
        && (transport == DESTINATION_OPTIONS || transport == ROUTING || transport == HOP_BY_HOP)
        && end - at >= 2) {
      transport = u8(bytes, at);
      at += (u8(bytes, at + 1) + 1) << 3;
    }
    ports(bytes, at, end);
  }

  private void ports(byte[] bytes, int at, int end) {
    if ((transport == TCP || transport == UDP || transport == SCTP) && end - at >= 4) {
      int both = i32(bytes, at);
      sourcePort = both >>> 16;
      destinationPort = both & 0xffff;
    }
  }

  /** ARP for IPv4 (RFC 826): a flow between the two protocol addresses. */
  private Outcome arp(byte[] bytes, int at, int end) {
    if (end - at < 8) {
      return Outcome.TRUNCATED;
    }
    int hardwareLength = u8(bytes, at + 4);
    if (u16(bytes, at + 2) != EtherType.IPV4 || u8(bytes, at + 5) != 4) {
      return Outcome.OTHER_L2;
    }
    int sender = at + 8 + hardwareLength;
    int target = sender + 4 + hardwareLength;
    if (end < target + 4) {
      return Outcome.TRUNCATED;
    }
    ipv6 = false;
    sourceHigh = 0;
    destinationHigh = 0;
    sourceLow = u32(bytes, sender);
    destinationLow = u32(bytes, target);
    transport = EtherType.ARP;
    return Outcome.FLOW;
  }

  /** What the link header says of the direction. */
  public Frame.Direction linkDirection() {
    return link.direction();
  }

  /** EtherType of a frame that is {@link Outcome#OTHER_L2}, 0 where there is none. */
  public int etherType() {
    return link.etherType();
  }

  /** Whether the addresses are IPv6. */
  public boolean isIpv6() {
    return ipv6;
  }

  /** First 64 bits of the source; 0 for IPv4. */
  public long sourceHigh() {
    return sourceHigh;
  }

  /** Last 64 bits of the source; for IPv4 its 32 bits, unsigned. */
  public long sourceLow() {
    return sourceLow;
  }

  /** First 64 bits of the destination; 0 for IPv4. */
  public long destinationHigh() {
    return destinationHigh;
  }

  /** Last 64 bits of the destination; for IPv4 its 32 bits, unsigned. */
  public long destinationLow() {
    return destinationLow;
  }

  /** Source port; 0 where the transport has none or it is not known. */
  public int sourcePort() {
    return sourcePort;
  }

  /** Destination port; 0 where the transport has none or it is not known. */
  public int destinationPort() {
    return destinationPort;
  }

  /** IP protocol number, or the EtherType of ARP. */
  public int transport() {
    return transport;
  }
}
