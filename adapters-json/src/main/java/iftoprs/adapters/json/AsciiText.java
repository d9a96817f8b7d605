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
 * <p>A report of a million conversations holds eight million of them; see {@link Ascii}. Not
 * thread-safe.
 */
final class AsciiText {

  // Characters with an escape of their own, and its letter.
  private static final String NAMED = "\"\\\b\f\n\r\t";
  private static final String NAMES = "\"\\bfnrt";
  private static final String HEX = "0123456789ABCDEF";

  private byte[] bytes = new byte[128];
  private int length;

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

  /** The text alone. */
  byte[] copy() {
    return Arrays.copyOf(bytes, length);
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
    length = Ascii.number(room(Ascii.LONGEST_NUMBER), length, number);
    return this;
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
    length = Ascii.seconds(room(2 * Ascii.LONGEST_NUMBER), length, nanos, decimals);
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
    byte[] to = room(Ascii.LONGEST_ADDRESS);
    length = Ascii.address(to, length, address.isIpv6(), address.high(), address.low());
    return this;
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

  /** The bytes, with room for so many behind the text: who writes there calls {@link #end}. */
  byte[] room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
    return bytes;
  }

  /** Says where the text ends now. */
  void end(int length) {
    this.length = length;
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }
}
