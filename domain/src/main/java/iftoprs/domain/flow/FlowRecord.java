package iftoprs.domain.flow;

import iftoprs.domain.packet.KeyBits;

/**
 * Layout of a flow in an array of longs, shared by the flow table and by snapshots, so that a
 * snapshot is a block copy.
 *
 * <p>The key is canonical (the smaller end first), so both directions find it; which end is local
 * is a flag. The counters are seen from the local end.
 */
final class FlowRecord {

  /** First 64 bits of the smaller end's address. */
  static final int A_HIGH = 0;

  /** First 64 bits of the greater end's address. */
  static final int B_HIGH = 1;

  /** Epoch nanoseconds. */
  static final int FIRST_SEEN = 2;

  // What every packet needs follows, 72 bytes that lie in two cache lines, not three.

  /** Last 64 bits of the smaller end's address. */
  static final int A_LOW = 3;

  /** Last 64 bits of the greater end's address. */
  static final int B_LOW = 4;

  /** Both ports, transport and family: see {@link KeyBits#meta}. */
  static final int META = 5;

  /**
   * Flags below bit 32; above it, 1 + index of the rate slots, 0 without, or what {@link Unrated}
   * holds there, which is negative.
   */
  static final int FLAGS = 6;

  static final int SENT_BYTES = 7;
  static final int RECEIVED_BYTES = 8;
  static final int SENT_PACKETS = 9;
  static final int RECEIVED_PACKETS = 10;

  /** Epoch nanoseconds. */
  static final int LAST_SEEN = 11;

  /** Longs of a flow in the table: 96 bytes. */
  static final int TABLE_STRIDE = 12;

  /** Only in snapshots: rates of sent, received and both over each window. */
  static final int RATES = 12;

  /** Packets a second since the snapshot before: sent, received. */
  static final int PACKET_RATES = 21;

  /** Longs of a flow in a snapshot. */
  static final int SNAPSHOT_STRIDE = 23;

  /** Flag: the greater end is the local one. */
  static final long LOCAL_IS_B = 1;

  /** Flag: an earlier part of the flow is in the overflow bucket. */
  static final long PARTIAL = 2;

  /** Shift of the {@link DirectionRule} ordinal in the flags; 4 bits. */
  static final int RULE_SHIFT = 4;

  /** The {@link #FLAGS} of a flow that has rate slots are at least that. */
  static final long RATED = 1L << 32;

  /** The {@link #FLAGS} that are flags. */
  static final long ONLY_FLAGS = 0xffffffffL;

  private FlowRecord() {}

  /**
   * Index of a flow's rate slots; below 0 without.
   *
   * @param flags the long at {@link #FLAGS}
   */
  static int block(long flags) {
    return Math.max(0, (int) (flags >>> 32)) - 1;
  }

  /** Parts of {@link #keyPart}. */
  static final int KEY_PARTS = 6;

  /**
   * 64 bits of a record's key, as an unsigned number; all parts one after the other order records
   * as {@link #compareKeys} does.
   *
   * @param part 0 to {@link #KEY_PARTS} - 1
   */
  static long keyPart(long[] record, int at, int part) {
    int local = (int) (record[at + FLAGS] & LOCAL_IS_B); // the greater end's column is the next one
    int remote = 1 - local;
    if (part == 0) {
      return keyStart(record, at, local, remote);
    }
    long remoteHigh = record[at + A_HIGH + remote];
    long remoteLow = record[at + A_LOW + remote];
    return switch (part) {
      case 1 -> record[at + A_HIGH + local];
      case 2 -> record[at + A_LOW + local];
      case 3 -> localPort(record, at) << 48 | remoteHigh >>> 16;
      case 4 -> remoteHigh << 48 | remoteLow >>> 16;
      default -> remoteLow << 48 | remotePort(record, at);
    };
  }

  /** Transport, family, and as much of the ends as there is room for: mostly that decides. */
  private static long keyStart(long[] record, int at, int local, int remote) {
    long meta = record[at + META];
    long transport = (long) KeyBits.transport(meta) << 52;
    if (KeyBits.ipv6(meta)) {
      return transport | 1L << 51 | record[at + A_HIGH + local] >>> 13;
    }
    return transport
        | record[at + A_LOW + local] << 19
        | localPort(record, at) << 3
        | record[at + A_LOW + remote] >>> 29;
  }

  private static long localPort(long[] record, int at) {
    long meta = record[at + META];
    return (record[at + FLAGS] & LOCAL_IS_B) != 0 ? KeyBits.portB(meta) : KeyBits.portA(meta);
  }

  private static long remotePort(long[] record, int at) {
    long meta = record[at + META];
    return (record[at + FLAGS] & LOCAL_IS_B) != 0 ? KeyBits.portA(meta) : KeyBits.portB(meta);
  }

  /** Whether two records have the same key: as {@link #compareKeys} says, but faster. */
  static boolean isSameKey(long[] left, int leftAt, long[] right, int rightAt) {
    return left[leftAt + META] == right[rightAt + META]
        && left[leftAt + A_LOW] == right[rightAt + A_LOW]
        && left[leftAt + B_LOW] == right[rightAt + B_LOW]
        && left[leftAt + A_HIGH] == right[rightAt + A_HIGH]
        && left[leftAt + B_HIGH] == right[rightAt + B_HIGH]
        && (((left[leftAt + FLAGS] ^ right[rightAt + FLAGS]) & LOCAL_IS_B) == 0
            || isOneEnd(left, leftAt));
  }

  /** Whether a flow goes from an end to the same one, so that either is the local one. */
  private static boolean isOneEnd(long[] record, int at) {
    return record[at + A_LOW] == record[at + B_LOW]
        && record[at + A_HIGH] == record[at + B_HIGH]
        && KeyBits.portA(record[at + META]) == KeyBits.portB(record[at + META]);
  }

  /** Orders two records as {@link FlowKey} does: transport, local end, remote end. */
  static int compareKeys(long[] left, int leftAt, long[] right, int rightAt) {
    long leftMeta = left[leftAt + META];
    long rightMeta = right[rightAt + META];
    int order = Integer.compare(KeyBits.transport(leftMeta), KeyBits.transport(rightMeta));
    if (order == 0) {
      order = Boolean.compare(KeyBits.ipv6(leftMeta), KeyBits.ipv6(rightMeta));
    }
    if (order != 0) {
      return order;
    }
    boolean leftB = (left[leftAt + FLAGS] & LOCAL_IS_B) != 0;
    boolean rightB = (right[rightAt + FLAGS] & LOCAL_IS_B) != 0;
    order = compareEnds(left, leftAt, leftB, right, rightAt, rightB);
    return order != 0 ? order : compareEnds(left, leftAt, !leftB, right, rightAt, !rightB);
  }

  private static int compareEnds(
      long[] left, int leftAt, boolean leftB, long[] right, int rightAt, boolean rightB) {
    int order =
        Long.compareUnsigned(
            left[leftAt + (leftB ? B_HIGH : A_HIGH)], right[rightAt + (rightB ? B_HIGH : A_HIGH)]);
    if (order == 0) {
      order =
          Long.compareUnsigned(
              left[leftAt + (leftB ? B_LOW : A_LOW)], right[rightAt + (rightB ? B_LOW : A_LOW)]);
    }
    if (order != 0) {
      return order;
    }
    long leftMeta = left[leftAt + META];
    long rightMeta = right[rightAt + META];
    return Integer.compare(
        leftB ? KeyBits.portB(leftMeta) : KeyBits.portA(leftMeta),
        rightB ? KeyBits.portB(rightMeta) : KeyBits.portA(rightMeta));
  }
}
