package iftoprs.ports;

/**
 * One captured frame: where its bytes lie, and what the capture said of it.
 *
 * <p>A source owns a single frame and moves it over its buffer, so the values are valid only during
 * the {@link FrameHandler#onFrame} call; keep nothing of it. Not thread-safe, used by the polling
 * thread only.
 */
public final class Frame {

  /** Whether the capture itself knows which way the frame went. */
  public enum Direction {
    /** Not known. */
    UNKNOWN,
    /** To this host. */
    INBOUND,
    /** From this host. */
    OUTBOUND
  }

  private byte[] bytes = new byte[0];
  private int offset;
  private int capturedLength;
  private long wireLength;
  private long timeNanos;
  private int linkType;
  private Direction direction = Direction.UNKNOWN;

  /**
   * Points the frame at a record.
   *
   * @param linkType LINKTYPE_ number of the interface that saw it
   * @param timeNanos epoch nanoseconds
   * @param wireLength bytes on the wire (pcap {@code len}), 0 or more
   * @param bytes buffer that holds the captured bytes
   * @param offset index of the first captured byte
   * @param capturedLength number of captured bytes (pcap {@code caplen})
   * @return this frame, its direction reset to {@link Direction#UNKNOWN}
   */
  public Frame set(
      int linkType, long timeNanos, long wireLength, byte[] bytes, int offset, int capturedLength) {
    this.linkType = linkType;
    this.timeNanos = timeNanos;
    this.wireLength = wireLength;
    this.bytes = bytes;
    this.offset = offset;
    this.capturedLength = capturedLength;
    this.direction = Direction.UNKNOWN;
    return this;
  }

  /**
   * Adds what the capture knows of the direction (pcapng {@code epb_flags}).
   *
   * @param direction known direction
   * @return this frame
   */
  public Frame direction(Direction direction) {
    this.direction = direction;
    return this;
  }

  /**
   * The buffer that holds the captured bytes; only [{@link #offset}, {@link #offset} + {@link
   * #capturedLength}) belongs to this frame.
   */
  public byte[] bytes() {
    return bytes;
  }

  /** Index of the first captured byte in {@link #bytes}. */
  public int offset() {
    return offset;
  }

  /** Number of captured bytes (pcap {@code caplen}). */
  public int capturedLength() {
    return capturedLength;
  }

  /** Bytes on the wire (pcap {@code len}), link header included. */
  public long wireLength() {
    return wireLength;
  }

  /** Epoch nanoseconds. */
  public long timeNanos() {
    return timeNanos;
  }

  /** LINKTYPE_ number; per frame, because a pcapng file may hold several interfaces. */
  public int linkType() {
    return linkType;
  }

  /** Which way the capture says the frame went. */
  public Direction direction() {
    return direction;
  }
}
