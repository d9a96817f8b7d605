package iftoprs.ports;

import iftoprs.ports.Frame.Direction;

/**
 * A few frames that lie in one buffer, as rows of longs: what a file reader hands over at once.
 *
 * <p>Handing over many frames with one call lets each stage of the packet path (read, decode,
 * count) be a short loop of its own, which the just-in-time compiler sees once; see ADR 14. A
 * source owns a single batch and fills it anew, so it is valid only during the {@link
 * FrameHandler#onFrames} call. The rows may be read and written directly. Used by the polling
 * thread only.
 */
public final class FrameBatch {

  /** Most frames of a batch: rows of 8 KiB. */
  public static final int CAPACITY = 256;

  /** Column: epoch nanoseconds. */
  public static final int TIME = 0;

  /** Column: bytes on the wire (pcap {@code len}), 0 or more, below 2^48. */
  public static final int WIRE = 1;

  /**
   * Column: index of the first captured byte in the upper half, number of captured bytes in the
   * lower one.
   */
  public static final int PLACE = 2;

  /** Column: {@code linkType << 2 | direction.ordinal()}. */
  public static final int KIND = 3;

  /** Longs of a row. */
  public static final int STRIDE = 4;

  private static final Direction[] DIRECTIONS = Direction.values();

  private final long[] rows = new long[CAPACITY * STRIDE];
  private final Frame frame = new Frame();
  private byte[] bytes = new byte[0];
  private int end;
  private long oldest;
  private long newest;
  private long wireBytes;

  /** The rows; only those before {@link #end} are in use. */
  public long[] rows() {
    return rows;
  }

  /** Where the row behind the last one begins: number of frames times {@link #STRIDE}. */
  public int end() {
    return end;
  }

  /** The buffer that holds the captured bytes of all frames. */
  public byte[] bytes() {
    return bytes;
  }

  /** Number of frames. */
  public int size() {
    return end / STRIDE;
  }

  /** The oldest time of all rows, {@code Long.MAX_VALUE} without any. */
  public long oldest() {
    return oldest;
  }

  /** The newest time of all rows, {@code Long.MIN_VALUE} without any. */
  public long newest() {
    return newest;
  }

  /** Bytes on the wire of all rows. */
  public long wireBytes() {
    return wireBytes;
  }

  /**
   * Says that rows were written, and sums them up.
   *
   * @param buffer holds the captured bytes of all of them
   * @param rowsEnd see {@link #end}
   * @return this batch
   */
  public FrameBatch filled(byte[] buffer, int rowsEnd) {
    final long[] rows = this.rows;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long sum = 0;
    for (int row = 0; row < rowsEnd; row += STRIDE) {
      final long time = rows[row + TIME];
      first = Math.min(first, time);
      last = Math.max(last, time);
      sum += rows[row + WIRE];
    }
    return filled(buffer, rowsEnd, first, last, sum);
  }

  /**
   * Says that rows were written, by who has summed them up on the way: in the loop that reads
   * records this costs nothing, and a loop less is compiled.
   *
   * @param buffer holds the captured bytes of all of them
   * @param rowsEnd see {@link #end}
   * @param oldestTime see {@link #oldest}
   * @param newestTime see {@link #newest}
   * @param bytesOnWire see {@link #wireBytes}
   * @return this batch
   */
  public FrameBatch filled(
      byte[] buffer, int rowsEnd, long oldestTime, long newestTime, long bytesOnWire) {
    oldest = oldestTime;
    newest = newestTime;
    wireBytes = bytesOnWire;
    bytes = buffer;
    end = rowsEnd;
    return this;
  }

  /**
   * Holds one frame and nothing else.
   *
   * @param frame read now, not kept
   * @return this batch
   */
  public FrameBatch only(Frame frame) {
    rows[TIME] = frame.timeNanos();
    rows[WIRE] = frame.wireLength();
    rows[PLACE] = (long) frame.offset() << 32 | frame.capturedLength();
    rows[KIND] = (long) frame.linkType() << 2 | frame.direction().ordinal();
    // Each frame of a live capture comes this way: no loop for one row.
    oldest = frame.timeNanos();
    newest = frame.timeNanos();
    wireBytes = frame.wireLength();
    bytes = frame.bytes();
    end = STRIDE;
    return this;
  }

  /**
   * One frame of the batch.
   *
   * @param row where the row begins, below {@link #end}
   * @return this batch's only frame object, moved there
   */
  public Frame at(int row) {
    long place = rows[row + PLACE];
    int kind = (int) rows[row + KIND];
    return frame
        .set(
            kind >> 2, rows[row + TIME], rows[row + WIRE], bytes, (int) (place >>> 32), (int) place)
        .direction(DIRECTIONS[kind & 3]);
  }
}
