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
  static final int TOKEN_RING = 6;
  static final int SLIP = 8;
  static final int PPP = 9;
  static final int FDDI = 10;
  static final int RAW_BSD = 12;
  static final int RAW_OPENBSD = 14;
  static final int PPP_HDLC = 50;
  static final int PPP_ETHER = 51;
  static final int ATM_RFC1483 = 100;
  static final int RAW = 101;
  static final int C_HDLC = 104;
  static final int IEEE802_11 = 105;
  static final int FRELAY = 107;
  static final int LOOP = 108;
  static final int ENC = 109;
  static final int LINUX_SLL = 113;
  static final int PFLOG = 117;
  static final int PRISM = 119;
  static final int IP_OVER_FC = 122;
  static final int RADIOTAP = 127;
  static final int AVS = 163;
  static final int PPP_PPPD = 166;
  static final int PPI = 192;
  static final int PPP_WITH_DIR = 204;
  static final int C_HDLC_WITH_DIR = 205;
  static final int FRELAY_WITH_DIR = 206;
  static final int IPV4 = 228;
  static final int IPV6 = 229;
  static final int NFLOG = 239;
  static final int NETANALYZER = 240;
  static final int IPOIB = 242;
  static final int PKTAP = 258;
  static final int LINUX_SLL2 = 276;

  private static final int SLL_TO_US = 0;
  private static final int SLL_OUTGOING = 4;

  private final Encapsulation inside = new Encapsulation();
  private Frame.Direction direction = Frame.Direction.UNKNOWN;

  /** EtherType of the payload, 0 where there is none. */
  int etherType() {
    return inside.etherType();
  }

  /** Index of the first byte behind the link header. */
  int payload() {
    return inside.payload();
  }

  /** What the link header says of the direction. */
  Frame.Direction direction() {
    return direction;
  }

  /**
   * Looks for the network packet; {@link Outcome#FLOW} means that EtherType and payload are set.
   */
  Outcome find(int linkType, byte[] bytes, int start, int end) {
    inside.reset(end);
    direction = Frame.Direction.UNKNOWN;
    return switch (linkType) {
      case EN10MB -> ethernet(bytes, start, end);
      case NULL, LOOP -> loopback(bytes, start, end);
      case RAW, RAW_BSD, RAW_OPENBSD -> inside.raw(bytes, start, end);
      case IPV4 -> inside.found(EtherType.IPV4, start);
      case IPV6 -> inside.found(EtherType.IPV6, start);
      case LINUX_SLL -> cooked(bytes, start, end);
      case LINUX_SLL2 -> cooked2(bytes, start, end);
      case PPP, PPP_HDLC -> inside.ppp(bytes, start, end);
      case PPP_ETHER -> inside.pppoe(bytes, start, end);
      case C_HDLC -> inside.typedAt(start + 2, bytes, start + 4, end);
      case PPI -> ppi(bytes, start, end);
      case FRELAY -> frameRelay(bytes, start, end);
      case IEEE802_11 -> wireless(Wireless.dot11(bytes, start, end, false), bytes, end);
      case RADIOTAP -> wireless(Wireless.radiotap(bytes, start, end), bytes, end);
      case PRISM -> wireless(Wireless.prism(bytes, start, end), bytes, end);
      case AVS -> wireless(Wireless.avs(bytes, start, end), bytes, end);
      default -> rare(linkType, bytes, start, end);
    };
  }

  private Outcome rare(int linkType, byte[] bytes, int start, int end) {
    return switch (linkType) {
      case PPP_PPPD, PPP_WITH_DIR, C_HDLC_WITH_DIR, FRELAY_WITH_DIR ->
          directed(linkType, bytes, start, end);
      case NFLOG -> nflog(bytes, start, end);
      case PKTAP -> pktap(bytes, start, end);
      case PFLOG -> pflog(bytes, start, end);
      case ENC ->
          end - start < 12 ? Outcome.TRUNCATED : inside.family(i32(bytes, start), start + 12);
      case IPOIB -> inside.typedAt(start + 40, bytes, start + 44, end);
      case SLIP -> inside.raw(bytes, start + 16, end);
      case ATM_RFC1483 -> inside.llc(bytes, start, end);
      case IP_OVER_FC -> inside.llc(bytes, start + 16, end);
      case FDDI -> fddi(bytes, start, end);
      case TOKEN_RING -> tokenRing(bytes, start, end);
      case NETANALYZER -> ethernet(bytes, start + 4, end);
      default -> Outcome.UNSUPPORTED_LINK;
    };
  }

  private Outcome wireless(int at, byte[] bytes, int end) {
    return switch (at) {
      case Wireless.NO_DATA -> Outcome.OTHER_L2;
      case Wireless.CUT -> Outcome.TRUNCATED;
      case Wireless.BAD -> Outcome.MALFORMED;
      default -> inside.llc(bytes, at, end);
    };
  }

  /** Link types whose first byte tells the direction: 0 received, else sent. */
  private Outcome directed(int linkType, byte[] bytes, int start, int end) {
    if (end <= start) {
      return Outcome.TRUNCATED;
    }
    Frame.Direction said =
        u8(bytes, start) == 0 ? Frame.Direction.INBOUND : Frame.Direction.OUTBOUND;
    int at = start + 1;
    Outcome outcome =
        switch (linkType) {
          case PPP_PPPD -> // the byte stands in the place of the address 0xff
              end > at && u8(bytes, at) == 3
                  ? inside.ppp(bytes, at + 1, end)
                  : inside.ppp(bytes, at, end);
          case C_HDLC_WITH_DIR -> inside.typedAt(at + 2, bytes, at + 4, end);
          case FRELAY_WITH_DIR -> frameRelay(bytes, at, end);
          default -> inside.ppp(bytes, at, end);
        };
    direction = said;
    return outcome;
  }

  /** Frame relay (RFC 2427): address of two to four bytes, control, NLPID. */
  private Outcome frameRelay(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && at - start < 4 && (u8(bytes, at) & 1) == 0) {
      at++;
    }
    at++;
    if (end - at < 2) {
      return Outcome.TRUNCATED;
    }
    if (u8(bytes, at) != 3) {
      return inside.typedAt(at, bytes, at + 2, end); // Cisco puts an EtherType here
    }
    int nlpid = u8(bytes, at + 1);
    if (nlpid == 0) { // padding
      at++;
      nlpid = end - at < 2 ? 0 : u8(bytes, at + 1);
    }
    return switch (nlpid) {
      case 0xcc -> inside.found(EtherType.IPV4, at + 2);
      case 0x8e -> inside.found(EtherType.IPV6, at + 2);
      case 0x80 -> end - at < 7 ? Outcome.TRUNCATED : inside.typedAt(at + 5, bytes, at + 7, end);
      case 0xcf -> inside.ppp(bytes, at + 2, end);
      default -> Outcome.OTHER_L2;
    };
  }

  /** FDDI: frame control and two addresses, then LLC. */
  private Outcome fddi(byte[] bytes, int start, int end) {
    if (end - start < 13) {
      return Outcome.TRUNCATED;
    }
    return (u8(bytes, start) & 0xf0) == 0x50
        ? inside.llc(bytes, start + 13, end)
        : Outcome.OTHER_L2;
  }

  /** Token ring: two control bytes, two addresses, perhaps a source route, then LLC. */
  private Outcome tokenRing(byte[] bytes, int start, int end) {
    if (end - start < 16) {
      return Outcome.TRUNCATED;
    }
    if ((u8(bytes, start + 1) & 0xc0) != 0x40) {
      return Outcome.OTHER_L2;
    }
    boolean routed = (u8(bytes, start + 8) & 0x80) != 0;
    return inside.llc(bytes, start + 14 + (routed ? u8(bytes, start + 14) & 0x1f : 0), end);
  }

  /** LINKTYPE_NFLOG: family, then attributes; lengths in the writer's byte order. */
  private Outcome nflog(byte[] bytes, int start, int end) {
    if (end - start < 4) {
      return Outcome.TRUNCATED;
    }
    int family = u8(bytes, start);
    int at = start + 4;
    boolean big = end - at >= 4 && u16(bytes, at) < 256 && Wireless.little16(bytes, at) >= 256;
    while (end - at >= 4) {
      int length = big ? u16(bytes, at) : Wireless.little16(bytes, at);
      int type = (big ? u16(bytes, at + 2) : Wireless.little16(bytes, at + 2)) & 0x7fff;
      if (length < 4) {
        return Outcome.MALFORMED;
      }
      if (type == 1 && end - at >= 7) {
        netfilterHook(u8(bytes, at + 6));
      }
      if (type == 9) {
        return inside.family(family, at + 4);
      }
      at += length + 3 & ~3;
    }
    return Outcome.TRUNCATED;
  }

  private void netfilterHook(int hook) {
    if (hook == 1) { // LOCAL_IN
      direction = Frame.Direction.INBOUND;
    } else if (hook == 3) { // LOCAL_OUT
      direction = Frame.Direction.OUTBOUND;
    }
  }

  /** LINKTYPE_PKTAP: little-endian length, type, inner link type; flags tell the direction. */
  private Outcome pktap(byte[] bytes, int at, int end) {
    if (end - at < 40) {
      return Outcome.TRUNCATED;
    }
    int length = Integer.reverseBytes(i32(bytes, at));
    int inner = Integer.reverseBytes(i32(bytes, at + 8));
    int flags = Integer.reverseBytes(i32(bytes, at + 36));
    if (length < 40 || inner == PKTAP || inner == PPI) {
      return Outcome.MALFORMED;
    }
    if (end - at < length) {
      return Outcome.TRUNCATED;
    }
    Outcome outcome = find(inner, bytes, at + length, end);
    if ((flags & 3) == 1) {
      direction = Frame.Direction.INBOUND;
    } else if ((flags & 3) == 2) {
      direction = Frame.Direction.OUTBOUND;
    }
    return outcome;
  }

  /** LINKTYPE_PFLOG: header length (padded to four) and address family. */
  private Outcome pflog(byte[] bytes, int at, int end) {
    if (end - at < 2) {
      return Outcome.TRUNCATED;
    }
    int length = u8(bytes, at) + 3 & ~3;
    return end - at < length ? Outcome.TRUNCATED : inside.family(u8(bytes, at + 1), at + length);
  }

  private Outcome ethernet(byte[] bytes, int start, int end) {
    if (end - start < 14) {
      return Outcome.TRUNCATED;
    }
    return inside.typed(u16(bytes, start + 12), bytes, start + 14, end);
  }

  /** BSD loopback: address family of four bytes, in the writer's byte order or the network's. */
  private Outcome loopback(byte[] bytes, int at, int end) {
    if (end - at < 4) {
      return Outcome.TRUNCATED;
    }
    return inside.family(i32(bytes, at), at + 4);
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
      return inside.llc(bytes, at, end);
    }
    return protocol < EtherType.LEAST ? Outcome.OTHER_L2 : inside.typed(protocol, bytes, at, end);
  }

  /** LINKTYPE_PPI: little-endian length and inner link type, then that link's frame. */
  private Outcome ppi(byte[] bytes, int at, int end) {
    if (end - at < 8) {
      return Outcome.TRUNCATED;
    }
    int length = Wireless.little16(bytes, at + 2);
    int inner = Integer.reverseBytes(i32(bytes, at + 4));
    if (length < 8 || inner == PPI || inner == PKTAP) {
      return Outcome.MALFORMED;
    }
    return end - at < length ? Outcome.TRUNCATED : find(inner, bytes, at + length, end);
  }
}
