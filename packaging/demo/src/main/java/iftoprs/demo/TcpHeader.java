package iftoprs.demo;

import java.nio.ByteBuffer;

/**
 * The header of a segment.
 *
 * @param options padded to a multiple of four bytes
 */
record TcpHeader(
    int fromPort, int toPort, int sequence, int acknowledged, int flags, byte[] options) {

  static final int FIN = 0x01;
  static final int SYN = 0x02;
  static final int RST = 0x04;
  static final int PSH = 0x08;
  static final int ACK = 0x10;

  /** Largest segment 1440 bytes, window scaled by 2^8: holds for both versions of IP. */
  static final byte[] SYN_OPTIONS = {2, 4, 0x05, (byte) 0xa0, 1, 3, 3, 8};

  static final byte[] NO_OPTIONS = {};

  private static final int WINDOW = 0xfaf0;

  /** Wire form with a checksum of 0. */
  byte[] bytes() {
    int length = 20 + options.length;
    ByteBuffer header = ByteBuffer.allocate(length);
    header.putShort((short) fromPort).putShort((short) toPort);
    header.putInt(sequence).putInt(acknowledged);
    header.put((byte) (length / 4 << 4)).put((byte) flags).putShort((short) WINDOW);
    header.putInt(0).put(options);
    return header.array();
  }
}
