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
    if (number < 0) {
      if (number == Long.MIN_VALUE) {
        return copy(to, start, LOWEST);
      }
      to[start] = '-';
      return number(to, start + 1, -number);
    }
    int digits = 1;
    while (digits < POWERS.length && number >= POWERS[digits]) {
      digits++;
    }
    int left = digits;
    long rest = number;
    while (rest > Integer.MAX_VALUE) {
      final long upper = rest / 100;
      final int pair = (int) (rest - upper * 100) << 1;
      left -= 2;
      to[start + left] = PAIRS[pair];
      to[start + left + 1] = PAIRS[pair + 1];
      rest = upper;
    }
    digits(to, start, (int) rest, left);
    return start + digits;
  }

  /** So many digits of a number, with zeros before it. */
  private static void digits(byte[] to, int start, int number, int count) {
    int at = start + count;
    int rest = number;
    while (at - start >= 2) {
      final int upper = rest / 100;
      final int pair = rest - upper * 100 << 1;
      at -= 2;
      to[at] = PAIRS[pair];
      to[at + 1] = PAIRS[pair + 1];
      rest = upper;
    }
    if (at > start) {
      to[start] = (byte) ('0' + rest);
    }
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
    to[at++] = '.';
    final int fraction = Math.abs((int) (nanos - seconds * 1_000_000_000L));
    digits(to, at, fraction / (int) POWERS[9 - decimals], decimals);
    return at + decimals;
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
      int shift = group < 0x100 ? group < 0x10 ? 0 : 4 : group < 0x1000 ? 8 : 12;
      while (shift >= 0) {
        to[at++] = HEX_DIGITS[group >>> shift & 0xf];
        shift -= 4;
      }
    }
    return at;
  }
}
