package iftoprs.adapters.json;

import iftoprs.ports.IpAddress;
import java.nio.charset.StandardCharsets;

/**
 * Numbers, times and addresses as ASCII bytes. Each is written from a place in an array on, where
 * there must be room, and returns where it ends.
 *
 * <p>Few methods with loops of their own: a report of ten thousand rows is over before the
 * just-in-time compiler has dealt with many.
 */
final class Ascii {

  /** Room for any number. */
  static final int LONGEST_NUMBER = 20;

  /** Room for any address. */
  static final int LONGEST_ADDRESS = 40;

  private static final byte[] LOWEST = of(Long.toString(Long.MIN_VALUE));
  private static final byte[] MAPPED = of("::ffff:");
  private static final byte[] HEX_DIGITS = of("0123456789abcdef");

  // The digits of 0 to 255, first one lowest, with their number on top: no division in addresses.
  private static final int[] OCTETS = octets();

  private static final long[] POWERS = powers();

  // Both digits of 0 to 99: half as many divisions, which the first compiler leaves as they are.
  private static final byte[] PAIRS = pairs();

  private Ascii() {}

  private static int[] octets() {
    int[] octets = new int[256];
    for (int octet = 0; octet < octets.length; octet++) {
      String digits = Integer.toString(octet);
      for (int i = 0; i < digits.length(); i++) {
        octets[octet] |= digits.charAt(i) << 8 * i;
      }
      octets[octet] |= digits.length() << 24;
    }
    return octets;
  }

  private static long[] powers() {
    long[] powers = new long[19];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int number = 0; number < 100; number++) {
      pairs[2 * number] = (byte) ('0' + number / 10);
      pairs[2 * number + 1] = (byte) ('0' + number % 10);
    }
    return pairs;
  }

  /** The bytes of text that is ASCII. */
  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static int copy(byte[] to, int at, byte[] ascii) {
    System.arraycopy(ascii, 0, to, at, ascii.length);
    return at + ascii.length;
  }

  static int number(byte[] to, int start, long number) {
    if (number >= 0 && number <= Integer.MAX_VALUE) {
      return number(to, start, (int) number);
    }
    if (number == Long.MIN_VALUE) {
      return copy(to, start, LOWEST);
    }
    if (number < 0) {
      to[start] = '-';
      return number(to, start + 1, -number);
    }
    return pair(to, number(to, start, number / 100), (int) (number % 100));
  }

  // Calls itself: loops over digits, and over places to count them, take the compilers longer.
  private static int number(byte[] to, int start, int number) {
    if (number >= 10_000) {
      final int upper = number / 10_000;
      final int lower = number - upper * 10_000;
      final int middle = lower / 100;
      final int at = number(to, start, upper);
      return pair(to, pair(to, at, middle), lower - middle * 100);
    }
    if (number >= 100) {
      final int upper = number / 100;
      return pair(to, small(to, start, upper), number - upper * 100);
    }
    return small(to, start, number);
  }

  /** 0 to 99. */
  private static int small(byte[] to, int start, int number) {
    if (number >= 10) {
      return pair(to, start, number);
    }
    to[start] = (byte) ('0' + number);
    return start + 1;
  }

  private static int pair(byte[] to, int at, int number) {
    to[at] = PAIRS[2 * number];
    to[at + 1] = PAIRS[2 * number + 1];
    return at + 2;
  }

  /** Nanoseconds as seconds, truncated to a number of decimals from 1 to 9. */
  static int seconds(byte[] to, int start, long nanos, int decimals) {
    int at = start;
    if (nanos < 0) {
      to[at++] = '-';
    }
    // The quotient of Long.MIN_VALUE has an absolute value, the number itself has none.
    final long seconds = nanos / 1_000_000_000L;
    at = number(to, at, Math.abs(seconds));
    final int fraction = Math.abs((int) (nanos - seconds * 1_000_000_000L));
    // With a one before it, which the point replaces, it has all its zeros.
    final int end = number(to, at, POWERS[decimals] + fraction / (int) POWERS[9 - decimals]);
    to[at] = '.';
    return end;
  }

  /**
   * As {@link IpAddress#toString} has it: by its halves; of IPv4 the lower half of the last one.
   */
  static int address(byte[] to, int at, boolean ipv6, long high, long low) {
    return ipv6 ? ipv6(to, at, high, low) : ipv4(to, at, (int) low);
  }

  private static int ipv4(byte[] to, int start, int address) {
    int at = start;
    for (int shift = 24; shift >= 0; shift -= 8) {
      final int digits = OCTETS[address >>> shift & 0xff];
      to[at] = (byte) digits;
      to[at + 1] = (byte) (digits >> 8);
      to[at + 2] = (byte) (digits >> 16);
      at += digits >> 24;
      to[at++] = '.';
    }
    return at - 1;
  }

  /** RFC 5952 section 4 and 5. */
  private static int ipv6(byte[] to, int start, long high, long low) {
    if (high == 0 && low >>> 32 == 0xffff) {
      return ipv4(to, copy(to, start, MAPPED), (int) low);
    }
    int gapStart = -1;
    int gapLength = 1; // a single zero group is not shortened
    int zeros = 0;
    for (int i = 0; i < 8; i++) {
      zeros = ((i < 4 ? high : low) >>> 48 - 16 * (i & 3) & 0xffff) == 0 ? zeros + 1 : 0;
      if (zeros > gapLength) {
        gapStart = i + 1 - zeros;
        gapLength = zeros;
      }
    }
    int at = start;
    for (int i = 0; i < 8; i++) {
      if (i > 0 || gapStart == 0) {
        to[at++] = ':';
      }
      if (i == gapStart) {
        i += gapLength - 1;
        if (i == 7) {
          to[at++] = ':';
        }
        continue;
      }
      final int group = (int) ((i < 4 ? high : low) >>> 48 - 16 * (i & 3)) & 0xffff;
      if (group >= 0x1000) {
        to[at++] = HEX_DIGITS[group >>> 12];
      }
      if (group >= 0x100) {
        to[at++] = HEX_DIGITS[group >>> 8 & 0xf];
      }
      if (group >= 0x10) {
        to[at++] = HEX_DIGITS[group >>> 4 & 0xf];
      }
      to[at++] = HEX_DIGITS[group & 0xf];
    }
    return at;
  }
}
