package iftoprs.domain.packet;

import static iftoprs.domain.packet.BigEndian.i32;
import static iftoprs.domain.packet.BigEndian.u16;
import static iftoprs.domain.packet.BigEndian.u8;

/**
 * Follows what may lie between a link header and IP: tags, labels, PPP, LLC, address families.
 *
 * <p>Where the packet begins lies in this object until the next call. One thread.
 */
final class Encapsulation {

  private int etherType;
  private int payload;

  /** EtherType of the payload, 0 where there is none. */
  int etherType() {
    return etherType;
  }

  /** Index of the first byte of the payload. */
  int payload() {
    return payload;
  }

  /** Forgets the last frame. */
  void reset(int end) {
    etherType = 0;
    payload = end;
  }

  Outcome found(int type, int at) {
    etherType = type;
    payload = at;
    return Outcome.FLOW;
  }

  /** Follows tags and encapsulations from an EtherType (or 802.3 length) on. */
  Outcome typed(int type, byte[] bytes, int start, int end) {
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

  Outcome typedAt(int typeAt, byte[] bytes, int at, int end) {
    return end < at ? Outcome.TRUNCATED : typed(u16(bytes, typeAt), bytes, at, end);
  }

  /** IEEE 802.2 LLC, with SNAP (RFC 1042) or IP directly on it. */
  Outcome llc(byte[] bytes, int at, int end) {
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
  Outcome mpls(byte[] bytes, int start, int end) {
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
  Outcome pppoe(byte[] bytes, int at, int end) {
    etherType = EtherType.PPPOE_SESSION;
    if (end - at < 8) {
      return Outcome.TRUNCATED;
    }
    return u8(bytes, at + 1) != 0
        ? Outcome.OTHER_L2
        : pppProtocol(u16(bytes, at + 6), bytes, at + 8, end);
  }

  /** PPP (RFC 1661, 1662): optional address and control, protocol of one or two bytes. */
  Outcome ppp(byte[] bytes, int start, int end) {
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

  Outcome pppProtocol(int protocol, byte[] bytes, int at, int end) {
    return switch (protocol) {
      case 0x0021 -> found(EtherType.IPV4, at);
      case 0x0057 -> found(EtherType.IPV6, at);
      case 0x0281, 0x0283 -> mpls(bytes, at, end);
      default -> Outcome.OTHER_L2;
    };
  }

  /** An address family as Linux or one of the BSDs numbers it, in either byte order. */
  Outcome family(int number, int at) {
    return switch ((number & 0xffff) == 0 ? Integer.reverseBytes(number) : number) {
      case 2 -> found(EtherType.IPV4, at);
      case 10, 24, 28, 30 -> found(EtherType.IPV6, at);
      default -> Outcome.OTHER_L2;
    };
  }

  Outcome raw(byte[] bytes, int at, int end) {
    if (end <= at) {
      return Outcome.TRUNCATED;
    }
    return switch (u8(bytes, at) >>> 4) {
      case 4 -> found(EtherType.IPV4, at);
      case 6 -> found(EtherType.IPV6, at);
      default -> Outcome.MALFORMED;
    };
  }
}
