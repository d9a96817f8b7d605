package iftoprs.ports.contract;

import iftoprs.ports.Frame;
import java.util.Arrays;

/**
 * One frame of a test, made by {@link TestFrames}; its methods return changed copies.
 *
 * @param timeNanos epoch nanoseconds
 * @param linkType LINKTYPE_ number
 * @param wireLength bytes on the wire; not below the captured ones
 * @param direction what the capture says of it
 * @param bytes captured bytes
 */
public record TestFrame(
    long timeNanos, int linkType, long wireLength, Frame.Direction direction, byte[] bytes)
    implements ScriptedCapture.Step {

  private static final int ETHERNET_HEADER = 14;

  /** Copies the bytes. */
  public TestFrame {
    bytes = bytes.clone();
  }

  /** A copy of a frame that a source has just delivered. */
  public static TestFrame copyOf(Frame frame) {
    byte[] bytes =
        Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.capturedLength());
    return new TestFrame(
        frame.timeNanos(), frame.linkType(), frame.wireLength(), frame.direction(), bytes);
  }

  /** The same at another time, in epoch nanoseconds. */
  public TestFrame at(long nanos) {
    return new TestFrame(nanos, linkType, wireLength, direction, bytes);
  }

  /** The same at another time, in epoch seconds. */
  public TestFrame atSeconds(double seconds) {
    return at(Math.round(seconds * 1e9));
  }

  /** The same with only the first bytes captured; the wire length stays. */
  public TestFrame snapped(int length) {
    byte[] kept = Arrays.copyOf(bytes, Math.min(length, bytes.length));
    return new TestFrame(timeNanos, linkType, wireLength, direction, kept);
  }

  /** The same said to have been longer on the wire, without more bytes captured. */
  public TestFrame onWire(long length) {
    return new TestFrame(timeNanos, linkType, length, direction, bytes);
  }

  /** The same with a direction that the capture knows. */
  public TestFrame going(Frame.Direction known) {
    return new TestFrame(timeNanos, linkType, wireLength, known, bytes);
  }

  /** The same Ethernet frame with a VLAN tag (IEEE 802.1Q), four bytes longer. */
  public TestFrame inVlan(int id) {
    return tagged(0x8100, id);
  }

  /** The same Ethernet frame in a VLAN of a provider's (IEEE 802.1ad, S-TAG), around its own. */
  public TestFrame inServiceVlan(int id) {
    return tagged(0x88a8, id);
  }

  private TestFrame tagged(int etherType, int id) {
    byte[] tagged = new byte[bytes.length + 4];
    System.arraycopy(bytes, 0, tagged, 0, 12);
    tagged[12] = (byte) (etherType >> 8);
    tagged[13] = (byte) etherType;
    tagged[14] = (byte) (id >> 8);
    tagged[15] = (byte) id;
    System.arraycopy(bytes, 12, tagged, 16, bytes.length - 12);
    return new TestFrame(timeNanos, linkType, wireLength + 4, direction, tagged);
  }

  /** The same Ethernet frame without its link header, as a tunnel device shows it. */
  public TestFrame withoutLinkHeader() {
    byte[] packet = Arrays.copyOfRange(bytes, ETHERNET_HEADER, bytes.length);
    return new TestFrame(
        timeNanos, TestFrames.RAW_IP, wireLength - ETHERNET_HEADER, direction, packet);
  }

  /** Points a frame at this one, as a source does. */
  public Frame toFrame() {
    return new Frame()
        .set(linkType, timeNanos, wireLength, bytes, 0, bytes.length)
        .direction(direction);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TestFrame that
        && timeNanos == that.timeNanos
        && linkType == that.linkType
        && wireLength == that.wireLength
        && direction == that.direction
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes) * 31 + Long.hashCode(timeNanos);
  }

  @Override
  public String toString() {
    return "frame of %d bytes (%d captured), link type %d, at %d ns, %s"
        .formatted(wireLength, bytes.length, linkType, timeNanos, direction);
  }
}
