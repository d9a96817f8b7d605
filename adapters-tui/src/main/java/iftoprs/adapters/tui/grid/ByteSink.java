package iftoprs.adapters.tui.grid;

import java.util.Arrays;

/** Bytes of one frame, collected in an array that grows to the largest frame and stays. */
final class ByteSink {

  private byte[] bytes = new byte[1 << 14];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void rewind(int newLength) {
    length = newLength;
  }

  /** Cuts out the bytes between two places. */
  void cut(int from, int to) {
    System.arraycopy(bytes, to, bytes, from, length - to);
    length -= to - from;
  }

  /** The introducer of a control sequence. */
  void control() {
    ascii(0x1B);
    ascii('[');
  }

  void ascii(int character) {
    reserve(1);
    bytes[length++] = (byte) character;
  }

  void ascii(byte[] text) {
    reserve(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
  }

  /** Writes a number from 0 to 99999. */
  void number(int number) {
    reserve(5);
    int digits = digits(number);
    int rest = number;
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  void utf8(int codePoint) {
    reserve(4);
    byte[] out = bytes;
    if (codePoint < 0x80) {
      out[length++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      out[length++] = (byte) (0xC0 | codePoint >> 6);
      out[length++] = continuation(codePoint, 0);
    } else if (codePoint < 0x10000) {
      out[length++] = (byte) (0xE0 | codePoint >> 12);
      out[length++] = continuation(codePoint, 6);
      out[length++] = continuation(codePoint, 0);
    } else {
      out[length++] = (byte) (0xF0 | codePoint >> 18);
      out[length++] = continuation(codePoint, 12);
      out[length++] = continuation(codePoint, 6);
      out[length++] = continuation(codePoint, 0);
    }
  }

  static int digits(int number) {
    if (number < 10) {
      return 1;
    }
    if (number < 100) {
      return 2;
    }
    if (number < 1000) {
      return 3;
    }
    return number < 10_000 ? 4 : 5;
  }

  private static byte continuation(int codePoint, int shift) {
    return (byte) (0x80 | codePoint >> shift & 0x3F);
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2 + more);
    }
  }
}
