package iftoprs.adapters.json;

import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A reused line of ASCII bytes: numbers, times and addresses are appended without a {@code String}.
 *
 * <p>A report of a million conversations holds eight million of them. Address forms equal {@link
 * IpAddress#toString}. Not thread-safe.
 */
final class AsciiText {

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  // The digits of 0 to 255, first one lowest, with their number on top: no division in addresses.
  private static final int[] OCTETS = octets();

  // Characters with an escape of their own, and its letter.
  private static final String NAMED = "\"\\\b\f\n\r\t";
  private static final String NAMES = "\"\\bfnrt";
  private static final String HEX = "0123456789ABCDEF";

  private static final int[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  // Both digits of 0 to 99: half as many divisions, which the first compiler leaves as they are.
  private static final byte[] PAIRS = pairs();

  private byte[] bytes = new byte[128];
  private int length;
  private final int[] groups = new int[8];

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

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int number = 0; number < 100; number++) {
      pairs[2 * number] = (byte) ('0' + number / 10);
      pairs[2 * number + 1] = (byte) ('0' + number % 10);
    }
    return pairs;
  }

  AsciiText clear() {
    length = 0;
    return this;
  }

  /** The bytes; only the first {@link #length} of them are text. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  AsciiText add(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  @SuppressWarnings("deprecation") // the one copy of bytes that does not encode
  AsciiText add(String ascii) {
    room(ascii.length());
    ascii.getBytes(0, ascii.length(), bytes, length);
    length += ascii.length();
    return this;
  }

  AsciiText add(AsciiText other) {
    room(other.length);
    System.arraycopy(other.bytes, 0, bytes, length, other.length);
    length += other.length;
    return this;
  }

  AsciiText add(long number) {
    room(20);
    if (number < 0) {
      if (number == Long.MIN_VALUE) {
        return add("-9223372036854775808");
      }
      bytes[length++] = '-';
      number = -number;
    }
    if (number <= Integer.MAX_VALUE) {
      digits((int) number, digitsOf((int) number));
    } else {
      long upper = number / POWERS[9];
      add(upper);
      digits((int) (number - upper * POWERS[9]), 9);
    }
    return this;
  }

  private static int digitsOf(int number) {
    int digits = 1;
    while (digits < POWERS.length && number >= POWERS[digits]) {
      digits++;
    }
    return digits;
  }

  /** So many digits of a number, with zeros before it; there must be room. */
  private void digits(int number, int count) {
    final byte[] bytes = this.bytes;
    final int start = length;
    int at = start + count;
    length = at;
    int rest = number;
    while (at - start >= 2) {
      final int upper = rest / 100;
      final int pair = rest - upper * 100 << 1;
      at -= 2;
      bytes[at] = PAIRS[pair];
      bytes[at + 1] = PAIRS[pair + 1];
      rest = upper;
    }
    if (at > start) {
      bytes[start] = (byte) ('0' + rest);
    }
  }

  /** A number of 0 or more with a comma before every third digit. */
  AsciiText addGrouped(long number) {
    int start = length;
    add(number);
    int digits = length - start;
    int commas = (digits - 1) / 3;
    room(commas);
    int to = length + commas - 1;
    for (int from = length - 1, moved = 0; commas > 0 && from >= start; from--) {
      bytes[to--] = bytes[from];
      if (++moved % 3 == 0 && from > start) {
        bytes[to--] = ',';
      }
    }
    length += commas;
    return this;
  }

  /** Nanoseconds as seconds, truncated to a number of decimals from 1 to 9. */
  AsciiText addSeconds(long nanos, int decimals) {
    if (nanos < 0) {
      add('-');
    }
    // The quotient of Long.MIN_VALUE has an absolute value, the number itself has none.
    long seconds = nanos / 1_000_000_000L;
    add(Math.abs(seconds)).add('.');
    room(decimals);
    digits(Math.abs((int) (nanos - seconds * 1_000_000_000L)) / POWERS[9 - decimals], decimals);
    return this;
  }

  /** {@code 192.0.2.1:443}, {@code [2001:db8::1]:443}, or the bare address without a port. */
  AsciiText add(Endpoint endpoint) {
    if (endpoint.port() == 0) {
      return add(endpoint.address());
    }
    if (endpoint.address().isIpv6()) {
      return add('[').add(endpoint.address()).add(']').add(':').add(endpoint.port());
    }
    return add(endpoint.address()).add(':').add(endpoint.port());
  }

  AsciiText add(IpAddress address) {
    return addAddress(address.isIpv6(), address.high(), address.low());
  }

  /** An address by its halves; of IPv4 the lower half of the last one. */
  AsciiText addAddress(boolean ipv6, long high, long low) {
    room(40);
    if (ipv6) {
      addIpv6(high, low);
    } else {
      addQuad((int) low);
    }
    return this;
  }

  private void addQuad(int address) {
    addOctet(address >>> 24);
    bytes[length++] = '.';
    addOctet(address >>> 16 & 0xff);
    bytes[length++] = '.';
    addOctet(address >>> 8 & 0xff);
    bytes[length++] = '.';
    addOctet(address & 0xff);
  }

  private void addOctet(int octet) {
    int text = OCTETS[octet];
    bytes[length] = (byte) text;
    bytes[length + 1] = (byte) (text >> 8);
    bytes[length + 2] = (byte) (text >> 16);
    length += text >> 24;
  }

  /** RFC 5952 section 4 and 5. */
  private void addIpv6(long high, long low) {
    if (high == 0 && low >>> 32 == 0xffff) {
      add("::ffff:");
      addQuad((int) low);
      return;
    }
    for (int i = 0; i < 4; i++) {
      groups[i] = (int) (high >>> 48 - 16 * i) & 0xffff;
      groups[i + 4] = (int) (low >>> 48 - 16 * i) & 0xffff;
    }
    int gapStart = -1;
    int gapLength = 1; // a single zero group is not shortened
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > gapLength) {
        gapStart = i;
        gapLength = end - i;
      }
      i = Math.max(i, end - 1);
    }
    for (int i = 0; i < 8; i++) {
      if (i == gapStart) {
        bytes[length++] = ':';
        i += gapLength - 1;
        if (i == 7) {
          bytes[length++] = ':';
        }
      } else {
        if (i > 0) {
          bytes[length++] = ':';
        }
        addHex(groups[i]);
      }
    }
  }

  private void addHex(int group) {
    for (int shift = group == 0 ? 0 : (31 - Integer.numberOfLeadingZeros(group)) / 4 * 4;
        shift >= 0;
        shift -= 4) {
      bytes[length++] = DIGITS[group >>> shift & 0xf];
    }
  }

  /** A JSON string, escaped down to printable ASCII. */
  AsciiText addQuoted(String value) {
    add('"');
    if (isPlain(value)) {
      add(value);
    } else {
      for (int i = 0; i < value.length(); i++) {
        addEscaped(value.charAt(i));
      }
    }
    return add('"');
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /** RFC 8259 section 7; half of a pair is escaped by itself. */
  private void addEscaped(char c) {
    int known = NAMED.indexOf(c);
    if (known >= 0) {
      add('\\').add(NAMES.charAt(known));
    } else if (c < ' ' || c > '~') {
      add("\\u");
      room(4);
      for (int shift = 12; shift >= 0; shift -= 4) {
        bytes[length++] = (byte) HEX.charAt(c >>> shift & 0xf);
      }
    } else {
      add(c);
    }
  }

  /** Fills up with spaces until a column. */
  AsciiText padTo(int column) {
    int spaces = column - length;
    if (spaces > 0) {
      room(spaces);
      Arrays.fill(bytes, length, column, (byte) ' ');
      length = column;
    }
    return this;
  }

  /** Moves what was added since a position to the right, so that it ends at a column. */
  AsciiText alignRight(int start, int column) {
    int spaces = column - length;
    if (spaces > 0) {
      room(spaces);
      System.arraycopy(bytes, start, bytes, start + spaces, length - start);
      Arrays.fill(bytes, start, start + spaces, (byte) ' ');
      length = column;
    }
    return this;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }
}
