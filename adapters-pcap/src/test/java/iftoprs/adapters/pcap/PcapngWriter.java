package iftoprs.adapters.pcap;

import iftoprs.ports.Frame.Direction;
import iftoprs.ports.contract.TestFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Writes pcapng block by block. */
public final class PcapngWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteOrder order;

  public PcapngWriter(ByteOrder order) {
    this.order = order;
  }

  public PcapngWriter section() {
    ByteBuffer body = body(16).putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0);
    return block(0x0a0d0d0a, body.putLong(-1).array());
  }

  /** An interface with the resolution's byte and an offset in seconds. */
  public PcapngWriter describe(int linkType, int snapLength, int resolution, long offset) {
    ByteBuffer body = body(32).putShort((short) linkType).putShort((short) 0).putInt(snapLength);
    body.putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]);
    body.putShort((short) 14).putShort((short) 8).putLong(offset).putInt(0);
    return block(1, body.array());
  }

  /** An Enhanced Packet Block whose interface counts nanoseconds, with flags if they are known. */
  public PcapngWriter packet(int id, TestFrame frame) {
    return stamped(id, frame.timeNanos(), frame);
  }

  /** The same with a raw time stamp. */
  public PcapngWriter stamped(int id, long stamp, TestFrame frame) {
    byte[] data = padded(frame.bytes());
    byte[] options = flags(frame.direction());
    ByteBuffer body = body(20 + data.length + options.length);
    body.putInt(id).putInt((int) (stamp >>> 32)).putInt((int) stamp);
    body.putInt(frame.bytes().length).putInt((int) frame.wireLength());
    return block(6, body.put(data).put(options).array());
  }

  /** The obsolete Packet Block. */
  public PcapngWriter oldPacket(int id, TestFrame frame) {
    byte[] data = padded(frame.bytes());
    ByteBuffer body = body(20 + data.length).putShort((short) id).putShort((short) 0);
    body.putInt((int) (frame.timeNanos() >>> 32)).putInt((int) frame.timeNanos());
    body.putInt(frame.bytes().length).putInt((int) frame.wireLength());
    return block(2, body.put(data).array());
  }

  public PcapngWriter simplePacket(TestFrame frame) {
    byte[] data = padded(frame.bytes());
    return block(3, body(4 + data.length).putInt((int) frame.wireLength()).put(data).array());
  }

  public PcapngWriter block(int type, byte[] body) {
    ByteBuffer block = body(12 + body.length).putInt(type).putInt(12 + body.length);
    out.writeBytes(block.put(body).putInt(12 + body.length).array());
    return this;
  }

  public byte[] toBytes() {
    return out.toByteArray();
  }

  private byte[] flags(Direction direction) {
    if (direction == Direction.UNKNOWN) {
      return new byte[0];
    }
    int flags = direction == Direction.INBOUND ? 1 : 2;
    return body(12).putShort((short) 2).putShort((short) 4).putInt(flags).putInt(0).array();
  }

  private ByteBuffer body(int size) {
    return ByteBuffer.allocate(size).order(order);
  }

  private static byte[] padded(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length + 3 & ~3);
  }
}
