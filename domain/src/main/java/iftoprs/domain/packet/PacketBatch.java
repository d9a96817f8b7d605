package iftoprs.domain.packet;

import iftoprs.ports.Frame.Direction;
import iftoprs.ports.FrameBatch;

/**
 * Decoded frames as rows of longs, in the order of their frames: what a {@link PacketDecoder} makes
 * of a {@link FrameBatch}.
 *
 * <p>A frame that belongs to a flow has its canonical key (see {@link KeyBits}); any other has
 * {@link #NO_FLOW} and the reason. Taken together, the look-ups of all rows can wait for memory at
 * the same time instead of one after the other. One thread.
 */
public final class PacketBatch {

  /** Column: first 64 bits of the smaller end's address. */
  public static final int A_HIGH = 0;

  /** Column: last 64 bits of the smaller end's address. */
  public static final int A_LOW = 1;

  /** Column: first 64 bits of the greater end's address. */
  public static final int B_HIGH = 2;

  /** Column: last 64 bits of the greater end's address. */
  public static final int B_LOW = 3;

  /** Column: see {@link KeyBits#meta}, or {@link #NO_FLOW}. */
  public static final int META = 4;

  /** Column: see {@link KeyBits#hash}. */
  public static final int HASH = 5;

  /** Column: epoch nanoseconds. */
  public static final int TIME = 6;

  /** Column, bit 0: the source is the greater end; bits 1, 2: {@link Direction}; wire length. */
  public static final int SIZE = 7;

  /** Longs of a row. */
  public static final int STRIDE = 8;

  /** In {@link #META}: no flow. The outcome is in {@link #A_LOW}, the EtherType in B_LOW. */
  public static final long NO_FLOW = -1;

  private static final int DIRECTION_SHIFT = 1;
  private static final int LENGTH_SHIFT = 3;
  private static final Direction[] DIRECTIONS = Direction.values();
  private static final Outcome[] OUTCOMES = Outcome.values();

  private final long[] rows = new long[FrameBatch.CAPACITY * STRIDE];
  private int end;
  private boolean holdsNoFlows;

  /** The rows; only those before {@link #end} are in use. */
  public long[] rows() {
    return rows;
  }

  /** Where the row behind the last one begins. */
  public int end() {
    return end;
  }

  /** Whether some row is {@link #NO_FLOW}. */
  public boolean holdsNoFlows() {
    return holdsNoFlows;
  }

  void filled(int rowsEnd, boolean noFlows) {
    end = rowsEnd;
    holdsNoFlows = noFlows;
  }

  /**
   * Writes a row. Without a branch on which end is smaller: that is a coin toss.
   *
   * @param ports the source's in the upper half
   */
  static void put(
      long[] rows,
      int at,
      long sourceHigh,
      long sourceLow,
      long destinationHigh,
      long destinationLow,
      int ports,
      long transportAndFamily) {
    final long swap =
        KeyBits.order(
            sourceHigh, sourceLow, ports >>> 16, destinationHigh, destinationLow, ports & 0xffff);
    final long high = (sourceHigh ^ destinationHigh) & swap;
    final long low = (sourceLow ^ destinationLow) & swap;
    final long aHigh = sourceHigh ^ high;
    final long aLow = sourceLow ^ low;
    final long bHigh = destinationHigh ^ high;
    final long bLow = destinationLow ^ low;
    final int swapped = Integer.rotateLeft(ports, (int) swap & 16);
    final long meta = (long) swapped << 32 | transportAndFamily;
    rows[at + A_HIGH] = aHigh;
    rows[at + A_LOW] = aLow;
    rows[at + B_HIGH] = bHigh;
    rows[at + B_LOW] = bLow;
    rows[at + META] = meta;
    rows[at + HASH] = KeyBits.hash(aHigh, aLow, bHigh, bLow, meta);
    rows[at + SIZE] |= swap & 1;
  }

  /** Writes a row of a frame that is no flow. */
  static void putNoFlow(long[] rows, int at, Outcome outcome, int etherType) {
    rows[at + META] = NO_FLOW;
    rows[at + A_LOW] = outcome.ordinal();
    rows[at + B_LOW] = etherType;
    rows[at + HASH] = 0;
  }

  /** The {@link #SIZE} column of a row whose source is the smaller end. */
  static long size(long wireLength, int direction) {
    return wireLength << LENGTH_SHIFT | (long) direction << DIRECTION_SHIFT;
  }

  /** Wire length of a {@link #SIZE} column. */
  public static long wireLength(long size) {
    return size >>> LENGTH_SHIFT;
  }

  /** Why a row is {@link #NO_FLOW}. */
  public Outcome outcome(int row) {
    return OUTCOMES[(int) rows[row + A_LOW]];
  }

  /** EtherType of a row that is {@link Outcome#OTHER_L2}, 0 where there is none. */
  public int etherType(int row) {
    return (int) rows[row + B_LOW];
  }

  /** What is known of a packet's direction. */
  public Direction direction(int row) {
    return DIRECTIONS[(int) rows[row + SIZE] >>> DIRECTION_SHIFT & 3];
  }

  /** Whether the addresses are IPv6. */
  public boolean isIpv6(int row) {
    return KeyBits.ipv6(rows[row + META]);
  }

  /** First 64 bits of the source. */
  public long sourceHigh(int row) {
    return rows[row + (sourceIsB(row) ? B_HIGH : A_HIGH)];
  }

  /** Last 64 bits of the source. */
  public long sourceLow(int row) {
    return rows[row + (sourceIsB(row) ? B_LOW : A_LOW)];
  }

  /** First 64 bits of the destination. */
  public long destinationHigh(int row) {
    return rows[row + (sourceIsB(row) ? A_HIGH : B_HIGH)];
  }

  /** Last 64 bits of the destination. */
  public long destinationLow(int row) {
    return rows[row + (sourceIsB(row) ? A_LOW : B_LOW)];
  }

  /** Source port; 0 where there is none. */
  public int sourcePort(int row) {
    long meta = rows[row + META];
    return sourceIsB(row) ? KeyBits.portB(meta) : KeyBits.portA(meta);
  }

  /** Destination port; 0 where there is none. */
  public int destinationPort(int row) {
    long meta = rows[row + META];
    return sourceIsB(row) ? KeyBits.portA(meta) : KeyBits.portB(meta);
  }

  /** Whether the source is the greater end of the key. */
  public boolean sourceIsB(int row) {
    return (rows[row + SIZE] & 1) != 0;
  }
}
