package iftoprs.adapters.tui.input;

import com.googlecode.lanterna.input.KeyType;
import iftoprs.adapters.tui.input.InputEvent.Key;
import iftoprs.adapters.tui.input.InputEvent.Mouse;
import java.util.Optional;

/** The parameters of one control sequence, and what the sequence means. */
final class ControlSequence {

  private static final int MOST_PARAMETERS = 8;
  private static final int LARGEST = 9_999_999;
  private static final int PASTE_START = 200;
  private static final int MODIFY_OTHER_KEYS = 27;

  private static final KeyType[] FUNCTION_KEYS = {
    KeyType.F1,
    KeyType.F2,
    KeyType.F3,
    KeyType.F4,
    KeyType.F5,
    KeyType.F6,
    KeyType.F7,
    KeyType.F8,
    KeyType.F9,
    KeyType.F10,
    KeyType.F11,
    KeyType.F12,
  };

  private final int[] parameters = new int[MOST_PARAMETERS];
  private int index;
  private boolean empty;
  private int prefix;
  private boolean unknown;

  void clear() {
    for (int i = 0; i < MOST_PARAMETERS; i++) {
      parameters[i] = 0;
    }
    index = 0;
    empty = true;
    prefix = 0;
    unknown = false;
  }

  boolean isEmpty() {
    return empty;
  }

  boolean isPasteStart() {
    return prefix == 0 && !unknown && parameters[0] == PASTE_START;
  }

  /** Takes a byte between the introducer and the final byte. */
  void add(int octet) {
    if (octet < ' ') {
      return;
    }
    if (octet >= '0' && octet <= '9') {
      if (index < MOST_PARAMETERS) {
        parameters[index] = Math.min(LARGEST, parameters[index] * 10 + octet - '0');
      }
    } else if (octet == ';') {
      index = Math.min(index + 1, MOST_PARAMETERS);
    } else if (octet >= '<' && empty) {
      prefix = octet;
    } else {
      unknown = true;
    }
    empty = false;
  }

  /** What the sequence means that ends with this byte; empty for one that is not known. */
  Optional<InputEvent> event(int end) {
    if (unknown) {
      return Optional.empty();
    }
    if (prefix == '<') {
      return end == 'M' || end == 'm' ? Optional.of(mouse(end == 'm')) : Optional.empty();
    }
    if (prefix != 0) {
      return Optional.empty();
    }
    return switch (end) {
      case '~' -> tilde();
      case 'u' -> character(parameters[0], parameters[1]);
      case 'Z' -> Optional.of(new Key(KeyType.ReverseTab, 0, false, false, true));
      case 'I' -> focus(true);
      case 'O' -> focus(false);
      default -> cursorOrFunctionKey(end);
    };
  }

  /** What SS3 and this byte mean. */
  Optional<InputEvent> applicationKey(int end) {
    if (end == 'M') {
      return Optional.of(Key.of(KeyType.Enter));
    }
    if (end >= 'j' && end <= 'y') {
      return Optional.of(Key.of(end - 'j' + '*'));
    }
    if (end == 'X') {
      return Optional.of(Key.of('='));
    }
    return cursorOrFunctionKey(end);
  }

  static InputEvent functionKey(int number) {
    return Key.of(FUNCTION_KEYS[number - 1]);
  }

  private Optional<InputEvent> focus(boolean gained) {
    return empty ? Optional.of(new InputEvent.Focus(gained)) : Optional.empty();
  }

  private Optional<InputEvent> cursorOrFunctionKey(int end) {
    return switch (end) {
      case 'A' -> named(KeyType.ArrowUp);
      case 'B' -> named(KeyType.ArrowDown);
      case 'C' -> named(KeyType.ArrowRight);
      case 'D' -> named(KeyType.ArrowLeft);
      case 'H' -> named(KeyType.Home);
      case 'F' -> named(KeyType.End);
      case 'P' -> named(KeyType.F1);
      case 'Q' -> named(KeyType.F2);
      // With another first parameter this is the answer to a question for the cursor's place.
      case 'R' -> parameters[0] <= 1 ? named(KeyType.F3) : Optional.empty();
      case 'S' -> named(KeyType.F4);
      default -> Optional.empty();
    };
  }

  private Optional<InputEvent> tilde() {
    int number = parameters[0];
    if (number >= 11 && number <= 15) {
      return named(FUNCTION_KEYS[number - 11]);
    }
    if (number >= 17 && number <= 21) {
      return named(FUNCTION_KEYS[number - 12]);
    }
    if (number == 23 || number == 24) {
      return named(FUNCTION_KEYS[number - 13]);
    }
    return switch (number) {
      case 1, 7 -> named(KeyType.Home);
      case 2 -> named(KeyType.Insert);
      case 3 -> named(KeyType.Delete);
      case 4, 8 -> named(KeyType.End);
      case 5 -> named(KeyType.PageUp);
      case 6 -> named(KeyType.PageDown);
      case MODIFY_OTHER_KEYS -> character(parameters[2], parameters[1]);
      default -> Optional.empty();
    };
  }

  private Optional<InputEvent> named(KeyType type) {
    int modifiers = modifiers(parameters[1]);
    return Optional.of(
        new Key(type, 0, (modifiers & 4) != 0, (modifiers & 2) != 0, (modifiers & 1) != 0));
  }

  /** A character with modifiers, as xterm's modifyOtherKeys and kitty's protocol send it. */
  private Optional<InputEvent> character(int codePoint, int modifierParameter) {
    int modifiers = modifiers(modifierParameter);
    boolean ctrl = (modifiers & 4) != 0;
    boolean alt = (modifiers & 2) != 0;
    boolean shift = (modifiers & 1) != 0;
    KeyType type =
        switch (codePoint) {
          case 9 -> shift ? KeyType.ReverseTab : KeyType.Tab;
          case 10, 13 -> KeyType.Enter;
          case 27 -> KeyType.Escape;
          case 8, 127 -> KeyType.Backspace;
          default -> KeyType.Character;
        };
    if (type != KeyType.Character) {
      return Optional.of(new Key(type, 0, ctrl, alt, shift));
    }
    boolean printable =
        codePoint >= ' '
            && codePoint <= Character.MAX_CODE_POINT
            && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    if (!printable) {
      return Optional.empty();
    }
    int typed = shift && !ctrl ? Character.toUpperCase(codePoint) : codePoint;
    return Optional.of(new Key(type, typed, ctrl, alt, shift && ctrl));
  }

  private static int modifiers(int parameter) {
    return parameter == 0 ? 0 : parameter - 1;
  }

  private InputEvent mouse(boolean release) {
    int code = parameters[0];
    boolean wheel = (code & 64) != 0;
    boolean motion = (code & 32) != 0;
    Mouse.Button button = wheel ? Mouse.Button.NONE : button(code);
    return new Mouse(
        action(code, wheel, motion, release),
        button,
        Math.max(0, parameters[1] - 1),
        Math.max(0, parameters[2] - 1),
        (code & 16) != 0,
        (code & 8) != 0,
        (code & 4) != 0);
  }

  private static Mouse.Button button(int code) {
    if (code >= 128) {
      return Mouse.Button.OTHER;
    }
    return switch (code & 3) {
      case 0 -> Mouse.Button.LEFT;
      case 1 -> Mouse.Button.MIDDLE;
      case 2 -> Mouse.Button.RIGHT;
      default -> Mouse.Button.NONE;
    };
  }

  private static Mouse.Action action(int code, boolean wheel, boolean motion, boolean release) {
    if (wheel) {
      return switch (code & 3) {
        case 0 -> Mouse.Action.WHEEL_UP;
        case 1 -> Mouse.Action.WHEEL_DOWN;
        case 2 -> Mouse.Action.WHEEL_LEFT;
        default -> Mouse.Action.WHEEL_RIGHT;
      };
    }
    if (motion) {
      return (code & 3) == 3 ? Mouse.Action.MOVE : Mouse.Action.DRAG;
    }
    return release ? Mouse.Action.RELEASE : Mouse.Action.PRESS;
  }
}
