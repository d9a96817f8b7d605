package iftoprs.domain.flow;

import iftoprs.domain.packet.PacketDecoder;
import iftoprs.ports.Frame.Direction;

/**
 * A few decoded packets that are not credited to their flows yet, as rows of longs.
 *
 * <p>Taken together, the look-ups of all rows can wait for memory at the same time instead of one
 * after the other. The key is canonical: see {@link FlowRecord#order}. One thread.
 */
final class PendingPackets {

  /** Most packets that wait: 2 KiB of rows. Other sizes were not compared. */
  static final int CAPACITY = 32;

  static final int A_HIGH = 0;
  static final int A_LOW = 1;
  static final int B_HIGH = 2;
  static final int B_LOW = 3;
  static final int META = 4;
  static final int HASH = 5;
  static final int TIME = 6;

  /** Bit 0: the source is the greater end; bits 1 and 2: {@link Direction}; above: wire length. */
  static final int SIZE = 7;

  static final int STRIDE = 8;

  private static final int DIRECTION_SHIFT = 1;
  private static final int LENGTH_SHIFT = 3;
  private static final Direction[] DIRECTIONS = Direction.values();

  private final long[] rows = new long[CAPACITY * STRIDE];
  private int end;

  /** The rows; only those before {@link #end} are in use. */
  long[] rows() {
    return rows;
  }

  /** Where the next row begins. */
  int end() {
    return end;
  }

  boolean isFull() {
    return end == CAPACITY * STRIDE;
  }

  void clear() {
    end = 0;
  }

  /** Adds what the decoder holds. Without a branch on which end is smaller: that is a coin toss. */
  void add(PacketDecoder packet, Direction direction, long time, long wireLength) {
    final long sourceHigh = packet.sourceHigh();
    final long sourceLow = packet.sourceLow();
    final long destinationHigh = packet.destinationHigh();
    final long destinationLow = packet.destinationLow();
    final int sourcePort = packet.sourcePort();
    final int destinationPort = packet.destinationPort();
    final long swap =
        FlowRecord.order(
            sourceHigh, sourceLow, sourcePort, destinationHigh, destinationLow, destinationPort);
    final long high = (sourceHigh ^ destinationHigh) & swap;
    final long low = (sourceLow ^ destinationLow) & swap;
    final int port = (sourcePort ^ destinationPort) & (int) swap;
    final long aHigh = sourceHigh ^ high;
    final long aLow = sourceLow ^ low;
    final long bHigh = destinationHigh ^ high;
    final long bLow = destinationLow ^ low;
    final long meta =
        FlowRecord.meta(
            sourcePort ^ port, destinationPort ^ port, packet.transport(), packet.isIpv6());
    final long[] rows = this.rows;
    final int at = end;
    rows[at + A_HIGH] = aHigh;
    rows[at + A_LOW] = aLow;
    rows[at + B_HIGH] = bHigh;
    rows[at + B_LOW] = bLow;
    rows[at + META] = meta;
    rows[at + HASH] = FlowTable.hash(aHigh, aLow, bHigh, bLow, meta);
    rows[at + TIME] = time;
    rows[at + SIZE] =
        wireLength << LENGTH_SHIFT | (long) direction.ordinal() << DIRECTION_SHIFT | swap & 1;
    end = at + STRIDE;
  }

  static long wireLength(long size) {
    return size >>> LENGTH_SHIFT;
  }

  /** What is known of a packet's direction. */
  Direction direction(int at) {
    return DIRECTIONS[(int) rows[at + SIZE] >>> DIRECTION_SHIFT & 3];
  }

  boolean isIpv6(int at) {
    return FlowRecord.ipv6(rows[at + META]);
  }

  long sourceHigh(int at) {
    return rows[at + (sourceIsB(at) ? B_HIGH : A_HIGH)];
  }

  long sourceLow(int at) {
    return rows[at + (sourceIsB(at) ? B_LOW : A_LOW)];
  }

  long destinationHigh(int at) {
    return rows[at + (sourceIsB(at) ? A_HIGH : B_HIGH)];
  }

  long destinationLow(int at) {
    return rows[at + (sourceIsB(at) ? A_LOW : B_LOW)];
  }

  int sourcePort(int at) {
    long meta = rows[at + META];
    return sourceIsB(at) ? FlowRecord.portB(meta) : FlowRecord.portA(meta);
  }

  int destinationPort(int at) {
    long meta = rows[at + META];
    return sourceIsB(at) ? FlowRecord.portA(meta) : FlowRecord.portB(meta);
  }

  boolean sourceIsB(int at) {
    return (rows[at + SIZE] & 1) != 0;
  }
}
