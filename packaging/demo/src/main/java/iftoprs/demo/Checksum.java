package iftoprs.demo;

/** The Internet checksum (RFC 1071). */
final class Checksum {

  private long sum;

  Checksum add(byte[] bytes) {
    return add(bytes, 0, bytes.length);
  }

  /** Adds bytes as 16-bit words; an odd last byte counts as the high half of a word. */
  Checksum add(byte[] bytes, int from, int length) {
    for (int i = 0; i < length; i++) {
      int value = bytes[from + i] & 0xff;
      sum += (i & 1) == 0 ? value << 8 : value;
    }
    return this;
  }

  Checksum add(int value) {
    sum += value & 0xffffffffL;
    return this;
  }

  short value() {
    long folded = sum;
    while (folded > 0xffff) {
      folded = (folded & 0xffff) + (folded >> 16);
    }
    return (short) ~folded;
  }
}
