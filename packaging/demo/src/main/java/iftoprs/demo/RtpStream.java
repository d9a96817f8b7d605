package iftoprs.demo;

import java.nio.ByteBuffer;

/** Sound or pictures in one direction (RFC 3550), packets numbered in order. */
final class RtpStream {

  private static final int HEADER = 12;
  private static final int LARGEST = 1_150;

  private final Wire wire;
  private final Route route;
  private final int fromPort;
  private final int toPort;
  private final int payloadType;
  private int sequence;

  RtpStream(Wire wire, Route route, int fromPort, int toPort, int payloadType) {
    this.wire = wire;
    this.route = route;
    this.fromPort = fromPort;
    this.toPort = toPort;
    this.payloadType = payloadType;
  }

  /** A picture, in as many packets as it needs. */
  void picture(long at, int length) {
    long when = at;
    for (int left = length; left > 0; left -= LARGEST) {
      packet(when, Math.min(left, LARGEST));
      when += 350;
    }
  }

  void packet(long at, int length) {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.put((byte) 0x80).put((byte) payloadType).putShort((short) sequence++);
    header.putInt((int) (at / 11)).putInt(fromPort << 16 | toPort);
    wire.udp(at, route, fromPort, toPort, header.array(), HEADER + length);
  }
}
