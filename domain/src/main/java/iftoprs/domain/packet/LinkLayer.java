package iftoprs.domain.packet;

import static iftoprs.domain.packet.BigEndian.i32;
import static iftoprs.domain.packet.BigEndian.u16;
import static iftoprs.domain.packet.BigEndian.u8;

import iftoprs.ports.Frame;

/**
 * Finds the network packet inside a frame: link header, VLAN tags, MPLS, PPPoE, LLC/SNAP.
 *
 * <p>Numbers are LINKTYPE_ values (tcpdump.org, "Link-layer header types"). The result lies in this
 * object until the next call. Nothing is unwrapped past the first IP header.
 */
final class LinkLayer {

  static final int NULL = 0;
  static final int EN10MB = 1;
  static final int PPP = 9;
  static final int RAW_BSD = 12;
  static final int RAW_OPENBSD = 14;
  static final int PPP_HDLC = 50;
  static final int PPP_ETHER = 51;
  static final int RAW = 101;
  static final int C_HDLC = 104;
  static final int LOOP = 108;
  static final int LINUX_SLL = 113;
  static final int PPI = 192;
  static final int IPV4 = 228;
  static final int IPV6 = 229;
  static final int LINUX_SLL2 = 276;

  private static final int SLL_TO_US = 0;
  private static final int SLL_OUTGOING = 4;

  private int etherType;
  private int payload;
  private Frame.Direction direction = Frame.Direction.UNKNOWN;

  /** EtherType of the payload, 0 where there is none. */
  int etherType() {
    return etherType;
  }

  /** Index of the first byte behind the link header. */
  int payload() {
    return payload;
  }

  /** What the link header says of the direction. */
  Frame.Direction direction() {
    return direction;
  }

  void noDirection() {
    direction = Frame.Direction.UNKNOWN;
  }

  /**
   * Looks for the network packet; {@link Outcome#FLOW} means that EtherType and payload are set.
   */
  Outcome find(int linkType, byte[] bytes, int start, int end) {
    etherType = 0;
    payload = end;
    direction = Frame.Direction.UNKNOWN;
    return switch (linkType) {
      case EN10MB -> ethernet(bytes, start, end);
      case NULL, LOOP -> loopback(bytes, start, end);
      case RAW, RAW_BSD, RAW_OPENBSD -> raw(bytes, start, end);
      case IPV4 -> found(EtherType.IPV4, start);
      case IPV6 -> found(EtherType.IPV6, start);
      case LINUX_SLL -> cooked(bytes, start, end);
      case LINUX_SLL2 -> cooked2(bytes, start, end);
      case PPP, PPP_HDLC -> ppp(bytes, start, end);
      case PPP_ETHER -> pppoe(bytes, start, end);
      case C_HDLC ->
          end - start < 4 ? Outcome.TRUNCATED : typed(u16(bytes, start + 2), bytes, start + 4, end);
      case PPI -> ppi(bytes, start, end);
      default -> Outcome.UNSUPPORTED_LINK;
    };
  }

  private Outcome found(int type, int at) {
    etherType = type;
    payload = at;
    return Outcome.FLOW;
  }

  private Outcome ethernet(byte[] bytes, int start, int end) {
    if (end - start < 14) {
      return Outcome.TRUNCATED;
    }
    return typed(u16(bytes, start + 12), bytes, start + 14, end);
  }

  /** Follows tags and encapsulations from an EtherType (or 802.3 length) on. */
  private Outcome typed(int type, byte[] bytes, int start, int end) {
    int next = type;
    int at = start;
    while (next == EtherType.VLAN
        || next == EtherType.PROVIDER_VLAN
        || next == EtherType.QINQ_9100
        || next == EtherType.QINQ_9200) {
      if (end - at < 4) {
        etherType = next;
        return Outcome.TRUNCATED;
      }
      next = u16(bytes, at + 2);
      at += 4;
    }
    return switch (next) {
      case EtherType.MPLS, EtherType.MPLS_UPSTREAM -> mpls(bytes, at, end);
      case EtherType.PPPOE_SESSION -> pppoe(bytes, at, end);
      default -> next < EtherType.LEAST ? llc(bytes, at, end) : found(next, at);
    };
  }

  /** IEEE 802.2 LLC, with SNAP (RFC 1042) or IP directly on it. */
  private Outcome llc(byte[] bytes, int at, int end) {
    if (end - at < 3) {
      return Outcome.TRUNCATED;
    }
    int saps = u16(bytes, at);
    if (saps == 0x0606) {
      return found(EtherType.IPV4, at + 3);
    }
    if (saps != 0xaaaa || u8(bytes, at + 2) != 3) {
      return Outcome.OTHER_L2;
    }
    if (end - at < 8) {
      return Outcome.TRUNCATED;
    }
    int organisation = i32(bytes, at + 2) & 0xffffff;
    if (organisation != 0 && organisation != 0x0000f8) {
      return Outcome.OTHER_L2;
    }
    int type = u16(bytes, at + 6);
    return type < EtherType.LEAST ? Outcome.OTHER_L2 : typed(type, bytes, at + 8, end);
  }

  /** MPLS label stack (RFC 3032): behind the last label the first nibble tells the IP version. */
  private Outcome mpls(byte[] bytes, int start, int end) {
    int at = start;
    while (end - at >= 4) {
      boolean bottom = (u8(bytes, at + 2) & 1) != 0;
      at += 4;
      if (bottom) {
        etherType = EtherType.MPLS;
        return raw(bytes, at, end) == Outcome.FLOW ? Outcome.FLOW : Outcome.OTHER_L2;
      }
    }
    return Outcome.TRUNCATED;
  }

  /** PPPoE session (RFC 2516): six bytes, then the PPP protocol. */
  private Outcome pppoe(byte[] bytes, int at, int end) {
    etherType = EtherType.PPPOE_SESSION;
    if (end - at < 8) {
      return Outcome.TRUNCATED;
    }
    return u8(bytes, at + 1) != 0
        ? Outcome.OTHER_L2
        : pppProtocol(u16(bytes, at + 6), bytes, at + 8, end);
  }

  /** PPP (RFC 1661, 1662): optional address and control, protocol of one or two bytes. */
  private Outcome ppp(byte[] bytes, int start, int end) {
    int at = start;
    if (end - at >= 2 && u16(bytes, at) == 0xff03) {
      at += 2;
    }
    if (end - at < 2) {
      return Outcome.TRUNCATED;
    }
    int first = u8(bytes, at);
    return (first & 1) != 0
        ? pppProtocol(first, bytes, at + 1, end)
        : pppProtocol(u16(bytes, at), bytes, at + 2, end);
  }

  private Outcome pppProtocol(int protocol, byte[] bytes, int at, int end) {
    return switch (protocol) {
      case 0x0021 -> found(EtherType.IPV4, at);
      case 0x0057 -> found(EtherType.IPV6, at);
      case 0x0281, 0x0283 -> mpls(bytes, at, end);
      default -> Outcome.OTHER_L2;
    };
  }

  /** BSD loopback: address family of four bytes, in the writer's byte order or the network's. */
  private Outcome loopback(byte[] bytes, int at, int end) {
    if (end - at < 4) {
      return Outcome.TRUNCATED;
    }
    int family = i32(bytes, at);
    if ((family & 0xffff) == 0) {
      family = Integer.reverseBytes(family);
    }
    return switch (family) {
      case 2 -> found(EtherType.IPV4, at + 4);
      case 10, 24, 28, 30 -> found(EtherType.IPV6, at + 4); // Linux and the BSDs number AF_INET6
      default -> Outcome.OTHER_L2;
    };
  }

  private Outcome raw(byte[] bytes, int at, int end) {
    if (end <= at) {
      return Outcome.TRUNCATED;
    }
    return switch (u8(bytes, at) >>> 4) {
      case 4 -> found(EtherType.IPV4, at);
      case 6 -> found(EtherType.IPV6, at);
      default -> Outcome.MALFORMED;
    };
  }

  /** LINKTYPE_LINUX_SLL: packet type, ARPHRD, address, protocol; 16 bytes. */
  private Outcome cooked(byte[] bytes, int at, int end) {
    if (end - at < 16) {
      return Outcome.TRUNCATED;
    }
    cookedDirection(u16(bytes, at));
    return cookedPayload(u16(bytes, at + 14), bytes, at + 16, end);
  }

  /** LINKTYPE_LINUX_SLL2: protocol first, packet type in byte 10; 20 bytes. */
  private Outcome cooked2(byte[] bytes, int at, int end) {
    if (end - at < 20) {
      return Outcome.TRUNCATED;
    }
    cookedDirection(u8(bytes, at + 10));
    return cookedPayload(u16(bytes, at), bytes, at + 20, end);
  }

  private void cookedDirection(int packetType) {
    if (packetType == SLL_TO_US) {
      direction = Frame.Direction.INBOUND;
    } else if (packetType == SLL_OUTGOING) {
      direction = Frame.Direction.OUTBOUND;
    }
  }

  private Outcome cookedPayload(int protocol, byte[] bytes, int at, int end) {
    if (protocol == 4) { // 802.2 follows
      return llc(bytes, at, end);
    }
    return protocol < EtherType.LEAST ? Outcome.OTHER_L2 : typed(protocol, bytes, at, end);
  }

  /** LINKTYPE_PPI: little-endian length and inner link type, then that link's frame. */
  private Outcome ppi(byte[] bytes, int at, int end) {
    if (end - at < 8) {
      return Outcome.TRUNCATED;
    }
    int length = Short.toUnsignedInt(Short.reverseBytes((short) u16(bytes, at + 2)));
    int inner = Integer.reverseBytes(i32(bytes, at + 4));
    if (length < 8 || inner == PPI) {
      return Outcome.MALFORMED;
    }
    return end - at < length ? Outcome.TRUNCATED : find(inner, bytes, at + length, end);
  }
}
