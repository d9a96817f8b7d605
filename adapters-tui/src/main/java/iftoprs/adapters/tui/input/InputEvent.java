package iftoprs.adapters.tui.input;

import com.googlecode.lanterna.input.KeyType;

/** What can come from the terminal. */
public sealed interface InputEvent {

  /**
   * A key.
   *
   * @param type {@link KeyType#Character}, or which named key
   * @param codePoint the character; 0 for a named key. With {@code ctrl} it is the lower-case
   *     letter
   */
  record Key(KeyType type, int codePoint, boolean ctrl, boolean alt, boolean shift)
      implements InputEvent {

    public static Key of(int codePoint) {
      return new Key(KeyType.Character, codePoint, false, false, false);
    }

    public static Key of(KeyType type) {
      return new Key(type, 0, false, false, false);
    }

    public static Key ctrl(int codePoint) {
      return new Key(KeyType.Character, codePoint, true, false, false);
    }

    Key withAlt() {
      return new Key(type, codePoint, ctrl, true, shift);
    }
  }

  /** A mouse report. Column and row count from 0 and may lie outside a screen that has shrunk. */
  record Mouse(Action action, Button button, int x, int y, boolean ctrl, boolean alt, boolean shift)
      implements InputEvent {

    /** What the mouse did. */
    public enum Action {
      PRESS,
      RELEASE,
      /** Moved with a button held. */
      DRAG,
      /** Moved with no button held. */
      MOVE,
      WHEEL_UP,
      WHEEL_DOWN,
      WHEEL_LEFT,
      WHEEL_RIGHT
    }

    /** Which button; NONE for moves and the wheel. */
    public enum Button {
      LEFT,
      MIDDLE,
      RIGHT,
      OTHER,
      NONE
    }
  }

  /** Pasted text as it came, bounded in length; it may hold any character. */
  record Paste(String text) implements InputEvent {}

  /** The terminal's window got or lost the keyboard. */
  record Focus(boolean gained) implements InputEvent {}

  /** The terminal has a new size, or may have lost its contents: repaint. */
  record Resize(int columns, int rows) implements InputEvent {}

  /** The terminal is gone, or was given back after a failure; nothing more will come. */
  record TerminalLost() implements InputEvent {}
}
