package iftoprs.domain.flow;

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

  /** Both ports, transport and family: see {@link #meta}. */
  static final int META = 5;

  /** Flags below bit 32; above it, 1 + index of the rate slots, 0 without. */
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

  private FlowRecord() {}

  /**
   * Which of two ends is the smaller one of a canonical key: 0 if the first is, or they are equal,
   * else -1. By the last half of the address, then the first, then the port, as unsigned numbers.
   */
  static long order(
      long firstHigh,
      long firstLow,
      int firstPort,
      long secondHigh,
      long secondLow,
      int secondPort) {
    if (firstLow != secondLow) {
      return isBelow(secondLow, firstLow);
    }
    if (firstHigh != secondHigh) {
      return isBelow(secondHigh, firstHigh);
    }
    return isBelow(secondPort, firstPort);
  }

  /** -1 if an unsigned number is below another, else 0; the borrow of the subtraction. */
  private static long isBelow(long left, long right) {
    return (~left & right | ~(left ^ right) & left - right) >> 63;
  }

  /** Packs ports, transport (12 bits) and family into one long. */
  static long meta(int portA, int portB, int transport, boolean ipv6) {
    return (long) portA << 48 | (long) portB << 32 | (long) transport << 8 | (ipv6 ? 1 : 0);
  }

  static int portA(long meta) {
    return (int) (meta >>> 48);
  }

  static int portB(long meta) {
    return (int) (meta >>> 32) & 0xffff;
  }

  static int transport(long meta) {
    return (int) (meta >>> 8) & 0xfff;
  }

  static boolean ipv6(long meta) {
    return (meta & 1) != 0;
  }

  /** Orders two records as {@link FlowKey} does: transport, local end, remote end. */
  static int compareKeys(long[] left, int leftAt, long[] right, int rightAt) {
    long leftMeta = left[leftAt + META];
    long rightMeta = right[rightAt + META];
    int order = Integer.compare(transport(leftMeta), transport(rightMeta));
    if (order == 0) {
      order = Boolean.compare(ipv6(leftMeta), ipv6(rightMeta));
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
        leftB ? portB(leftMeta) : portA(leftMeta), rightB ? portB(rightMeta) : portA(rightMeta));
  }
}
