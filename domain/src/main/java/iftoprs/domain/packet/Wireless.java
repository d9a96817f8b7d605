package iftoprs.domain.packet;

import static iftoprs.domain.packet.BigEndian.i32;
import static iftoprs.domain.packet.BigEndian.u16;
import static iftoprs.domain.packet.BigEndian.u8;

/**
 * Finds the LLC header inside IEEE 802.11 frames, bare or behind radiotap, Prism or AVS headers.
 *
 * <p>Positions are returned; negative values tell why there is none. Stateless.
 */
final class Wireless {

  /** The frame is management, control, encrypted, or holds no data. */
  static final int NO_DATA = -1;

  /** The captured bytes end too early. */
  static final int CUT = -2;

  /** A header contradicts itself. */
  static final int BAD = -3;

  private static final int PRISM_LENGTH = 144;
  private static final int AVS_MAGIC = 0x80211000;

  private static final int TYPE_DATA = 2;
  private static final int SUBTYPE_NULL = 4;
  private static final int SUBTYPE_QOS = 8;
  private static final int TO_DS = 0x01;
  private static final int FROM_DS = 0x02;
  private static final int PROTECTED = 0x40;
  private static final int ORDER = 0x80;
  private static final int AGGREGATED = 0x80;

  private static final int RADIOTAP_TSFT = 1;
  private static final int RADIOTAP_FLAGS = 2;
  private static final int RADIOTAP_DATA_PAD = 0x20;

  private Wireless() {}

  /** LINKTYPE_IEEE802_11_RADIOTAP: little-endian length and field bits, then the frame. */
  static int radiotap(byte[] bytes, int at, int end) {
    if (end - at < 8) {
      return CUT;
    }
    int length = little16(bytes, at + 2);
    if (length < 8 || u8(bytes, at) != 0) {
      return BAD;
    }
    if (end - at < length) {
      return CUT;
    }
    return dot11(bytes, at + length, end, radiotapPads(bytes, at, at + length));
  }

  /** Whether the 802.11 header is padded to a multiple of four. */
  private static boolean radiotapPads(byte[] bytes, int at, int end) {
    int present = Integer.reverseBytes(i32(bytes, at + 4));
    if ((present & RADIOTAP_FLAGS) == 0) {
      return false;
    }
    int field = at + 4;
    int word = present;
    while (word < 0 && field + 8 <= end) { // bit 31: another word follows
      field += 4;
      word = Integer.reverseBytes(i32(bytes, field));
    }
    field += 4;
    if ((present & RADIOTAP_TSFT) != 0) {
      field = at + (field - at + 7 & ~7) + 8;
    }
    return field < end && (u8(bytes, field) & RADIOTAP_DATA_PAD) != 0;
  }

  /** LINKTYPE_IEEE802_11_PRISM; some drivers put an AVS header under this number. */
  static int prism(byte[] bytes, int at, int end) {
    if (end - at < 8) {
      return CUT;
    }
    if ((i32(bytes, at) & 0xfffff000) == AVS_MAGIC) {
      return avs(bytes, at, end);
    }
    return end - at < PRISM_LENGTH ? CUT : dot11(bytes, at + PRISM_LENGTH, end, false);
  }

  /** LINKTYPE_IEEE802_11_AVS: magic and length, then the frame. */
  static int avs(byte[] bytes, int at, int end) {
    if (end - at < 8) {
      return CUT;
    }
    int length = i32(bytes, at + 4);
    if (length < 8) {
      return BAD;
    }
    return end - at < length ? CUT : dot11(bytes, at + length, end, false);
  }

  /** IEEE 802.11: where the LLC header of a data frame begins. */
  static int dot11(byte[] bytes, int at, int end, boolean padded) {
    if (end - at < 2) {
      return CUT;
    }
    int control = u8(bytes, at);
    int flags = u8(bytes, at + 1);
    if ((control >>> 2 & 3) != TYPE_DATA
        || (control >>> 4 & SUBTYPE_NULL) != 0
        || (flags & PROTECTED) != 0) {
      return NO_DATA;
    }
    boolean qos = (control >>> 4 & SUBTYPE_QOS) != 0;
    int length = 24;
    if ((flags & (TO_DS | FROM_DS)) == (TO_DS | FROM_DS)) {
      length += 6;
    }
    int qosAt = at + length;
    if (qos) {
      length += (flags & ORDER) != 0 ? 6 : 2;
    }
    if (padded) {
      length = length + 3 & ~3;
    }
    if (end - at < length) {
      return CUT;
    }
    boolean laterFragment = (u8(bytes, at + 22) & 15) != 0;
    if (laterFragment) {
      return NO_DATA;
    }
    // The first subframe of an aggregate carries two addresses and a length before its LLC header.
    return at + length + (qos && (u8(bytes, qosAt) & AGGREGATED) != 0 ? 14 : 0);
  }

  static int little16(byte[] bytes, int at) {
    return Short.toUnsignedInt(Short.reverseBytes((short) u16(bytes, at)));
  }
}
