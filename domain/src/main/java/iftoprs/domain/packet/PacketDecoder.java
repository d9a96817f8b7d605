package iftoprs.domain.packet;

import static iftoprs.domain.packet.BigEndian.i32;
import static iftoprs.domain.packet.BigEndian.i64;
import static iftoprs.domain.packet.BigEndian.u16;
import static iftoprs.domain.packet.BigEndian.u32;
import static iftoprs.domain.packet.BigEndian.u8;

import iftoprs.ports.Frame;
import iftoprs.ports.FrameBatch;

/**
 * Decodes frames to the addresses, ports and transport of their outermost IP header, or to the
 * reason why that cannot be done.
 *
 * <p>Nothing is allocated. One thread. Bytes past the captured length are never read.
 */
public final class PacketDecoder {

  private static final int ETHERNET = 14;
  private static final int VLAN_TAG = 4;

  /** Captured bytes of the shortest frame that {@link #plain} looks at. */
  private static final int PLAIN_IPV4 = ETHERNET + 24;

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
  private static final int DCCP = 33;
  private static final int SCTP = 132;
  private static final int UDP_LITE = 136;

  private final LinkLayer link = new LinkLayer();
  private final Fragments fragments = new Fragments();

  // What the frame that was decoded last came to; see any().
  private boolean ipv6;
  private long sourceHigh;
  private long sourceLow;
  private long destinationHigh;
  private long destinationLow;
  private int sourcePort;
  private int destinationPort;
  private int transport;

  /**
   * Decodes frames.
   *
   * @param frames valid during the call
   * @param packets filled with a row for each frame
   */
  public void decode(FrameBatch frames, PacketBatch packets) {
    final long[] in = frames.rows();
    final long[] out = packets.rows();
    final byte[] bytes = frames.bytes();
    final int end = frames.end();
    int noFlows = 0;
    int at = 0;
    for (int row = 0; row < end; row += FrameBatch.STRIDE) {
      final int kind = (int) in[row + FrameBatch.KIND];
      final long place = in[row + FrameBatch.PLACE];
      final int start = (int) (place >>> 32);
      final int length = (int) place;
      out[at + PacketBatch.TIME] = in[row + FrameBatch.TIME];
      out[at + PacketBatch.SIZE] = PacketBatch.size(in[row + FrameBatch.WIRE], kind & 3);
      if (kind >> 2 != LinkLayer.EN10MB
          || length < PLAIN_IPV4
          || !plain(bytes, start + ETHERNET, start + length, out, at)) {
        noFlows += any(kind, bytes, start, start + length, out, at);
      }
      at += PacketBatch.STRIDE;
    }
    packets.filled(at, noFlows > 0);
  }

  /**
   * The common packet: at most one VLAN tag, TCP or UDP right behind an IP header without options,
   * extensions and fragments; false leaves it to {@link #any}.
   */
  private static boolean plain(byte[] bytes, int payload, int end, long[] out, int row) {
    int at = payload;
    // EtherType and the first 6 bytes of what follows. Whole words: of each width of access that is
    // used here a dozen methods of the JDK are compiled.
    long start = i64(bytes, at - 2);
    if (start >>> 48 == EtherType.VLAN) {
      at += VLAN_TAG;
      start = i64(bytes, at - 2);
    }
    final boolean ipv6 = start >>> 48 == EtherType.IPV6;
    final int transport;
    final long sourceHigh;
    final long sourceLow;
    final long destinationHigh;
    final long destinationLow;
    final int ports;
    if (ipv6) {
      final int payloadLength = (int) start & 0xffff;
      transport = u8(bytes, at + IPV6_NEXT_HEADER);
      ports = at + IPV6_HEADER;
      if (end - ports < 4 || (start >>> 44 & 15) != 6 || payloadLength != 0 && payloadLength < 4) {
        return false;
      }
      sourceHigh = i64(bytes, at + IPV6_SOURCE);
      sourceLow = i64(bytes, at + IPV6_SOURCE + 8);
      destinationHigh = i64(bytes, at + IPV6_DESTINATION);
      destinationLow = i64(bytes, at + IPV6_DESTINATION + 8);
    } else {
      final int totalLength = (int) (start >>> 16) & 0xffff;
      final long middle = i64(bytes, at + IPV4_FRAGMENT); // time to live, protocol, checksum
      transport = (int) (middle >>> 32) & 0xff;
      ports = at + IPV4_MIN_HEADER;
      if (start >>> 40 != (EtherType.IPV4 << 8 | 0x45)
          || end - ports < 4
          || totalLength != 0 && totalLength < IPV4_MIN_HEADER + 4
          || (middle >>> 48 & (MORE_FRAGMENTS | FRAGMENT_OFFSET)) != 0) {
        return false;
      }
      final long both = i64(bytes, at + IPV4_SOURCE);
      sourceHigh = 0;
      sourceLow = both >>> 32;
      destinationHigh = 0;
      destinationLow = both & 0xffffffffL;
    }
    if (isOther(transport)) {
      return false;
    }
    PacketBatch.put(
        out,
        row,
        sourceHigh,
        sourceLow,
        destinationHigh,
        destinationLow,
        (int) i64(bytes, ports - 4),
        KeyBits.meta(0, 0, transport, ipv6));
    return true;
  }

  /** Neither TCP nor UDP. As one comparison: which of both it is nobody can predict. */
  private static boolean isOther(int transport) {
    return ((transport ^ TCP) - 1 | (transport ^ UDP) - 1) >= 0;
  }

  /** Any frame; returns 1 if it belongs to no flow, else 0. */
  private int any(int kind, byte[] bytes, int start, int end, long[] out, int at) {
    sourcePort = 0;
    destinationPort = 0;
    Outcome outcome = decode(kind >> 2, bytes, start, end, out[at + PacketBatch.TIME]);
    if (outcome != Outcome.FLOW) {
      PacketBatch.putNoFlow(out, at, outcome, link.etherType());
      return 1;
    }
    if ((kind & 3) == Frame.Direction.UNKNOWN.ordinal()) {
      long wireLength = PacketBatch.wireLength(out[at + PacketBatch.SIZE]);
      out[at + PacketBatch.SIZE] = PacketBatch.size(wireLength, link.direction().ordinal());
    }
    PacketBatch.put(
        out,
        at,
        sourceHigh,
        sourceLow,
        destinationHigh,
        destinationLow,
        sourcePort << 16 | destinationPort,
        KeyBits.meta(0, 0, transport, ipv6));
    return 0;
  }

  private Outcome decode(int linkType, byte[] bytes, int start, int end, long timeNanos) {
    Outcome outcome = link.find(linkType, bytes, start, end);
    if (outcome != Outcome.FLOW) {
      return outcome;
    }
    return switch (link.etherType()) {
      case EtherType.IPV4 -> ipv4(bytes, link.payload(), end, timeNanos);
      case EtherType.IPV6 -> ipv6(bytes, link.payload(), end, timeNanos);
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
    if (hasPorts(transport) && end - at >= 4) {
      int both = i32(bytes, at);
      sourcePort = both >>> 16;
      destinationPort = both & 0xffff;
    }
  }

  /** Those that begin with both ports. */
  private static boolean hasPorts(int transport) {
    return switch (transport) {
      case TCP, UDP, DCCP, SCTP, UDP_LITE -> true;
      default -> false;
    };
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
}
