package iftoprs.adapters.tui.input;

import com.googlecode.lanterna.input.KeyType;
import iftoprs.adapters.tui.input.InputEvent.Key;

/** The keys that send a single byte below 0x80. */
final class ControlKeys {

  private static final int DELETE = 0x7F;

  private ControlKeys() {}

  static Key key(int octet) {
    return switch (octet) {
      case '\r', '\n' -> Key.of(KeyType.Enter);
      case '\t' -> Key.of(KeyType.Tab);
      case '\b', DELETE -> Key.of(KeyType.Backspace);
      case 0 -> Key.ctrl(' ');
      default -> {
        if (octet >= ' ') {
          yield Key.of(octet);
        }
        yield Key.ctrl(octet <= 26 ? octet + 'a' - 1 : octet + '@');
      }
    };
  }
}
