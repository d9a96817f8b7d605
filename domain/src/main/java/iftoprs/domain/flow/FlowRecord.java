package iftoprs.domain.flow;

/**
 * Layout of a flow in an array of longs, shared by the flow table and by snapshots, so that a
 * snapshot is a block copy.
 *
 * <p>The key is canonical (the smaller end first), so both directions find it; which end is local
 * is a flag. The counters are seen from the local end.
 */
final class FlowRecord {

  /** First 64 bits of the smaller address. */
  static final int A_HIGH = 0;

  /** Last 64 bits of the smaller address. */
  static final int A_LOW = 1;

  /** First 64 bits of the greater address. */
  static final int B_HIGH = 2;

  /** Last 64 bits of the greater address. */
  static final int B_LOW = 3;

  /** Both ports, transport and family: see {@link #meta}. */
  static final int META = 4;

  /** Flags below bit 32; above it, 1 + index of the rate slots, 0 without. */
  static final int FLAGS = 5;

  static final int SENT_BYTES = 6;
  static final int RECEIVED_BYTES = 7;
  static final int SENT_PACKETS = 8;
  static final int RECEIVED_PACKETS = 9;

  /** Epoch nanoseconds. */
  static final int FIRST_SEEN = 10;

  /** Epoch nanoseconds. */
  static final int LAST_SEEN = 11;

  /** Longs of a flow in the table: 96 bytes. */
  static final int TABLE_STRIDE = 12;

  /** Only in snapshots: rates of sent, received and both over each window. */
  static final int RATES = 12;

  /** Longs of a flow in a snapshot. */
  static final int SNAPSHOT_STRIDE = 21;

  /** Flag: the greater end is the local one. */
  static final long LOCAL_IS_B = 1;

  /** Flag: an earlier part of the flow is in the overflow bucket. */
  static final long PARTIAL = 2;

  /** Shift of the {@link DirectionRule} ordinal in the flags; 4 bits. */
  static final int RULE_SHIFT = 4;

  private FlowRecord() {}

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
    int leftEnd = leftAt + (leftB ? B_HIGH : A_HIGH);
    int rightEnd = rightAt + (rightB ? B_HIGH : A_HIGH);
    int order = Long.compareUnsigned(left[leftEnd], right[rightEnd]);
    if (order == 0) {
      order = Long.compareUnsigned(left[leftEnd + 1], right[rightEnd + 1]);
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
