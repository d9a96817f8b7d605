package iftoprs.adapters.tui.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects pasted bytes up to the closing bracket; more than the bound are dropped. */
final class PasteBuffer {

  static final int LIMIT = 64 * 1024;
  private static final byte[] END = "\033[201~".getBytes(StandardCharsets.US_ASCII);
  private static final int FIRST_SIZE = 256;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;
  private int matched;

  void clear() {
    bytes = new byte[FIRST_SIZE];
    length = 0;
    matched = 0;
  }

  /** Takes a byte; true when it completes the closing bracket. */
  boolean add(int octet) {
    if (octet == END[matched]) {
      matched++;
      return matched == END.length;
    }
    // Esc occurs in the bracket only at its start, so a broken-off match can restart only there.
    for (int i = 0; i < matched; i++) {
      keep(END[i]);
    }
    matched = 0;
    if (octet == END[0]) {
      matched = 1;
    } else {
      keep((byte) octet);
    }
    return false;
  }

  String take() {
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    clear();
    return text;
  }

  private void keep(byte octet) {
    if (length == LIMIT) {
      return;
    }
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(LIMIT, length * 2));
    }
    bytes[length++] = octet;
  }
}
