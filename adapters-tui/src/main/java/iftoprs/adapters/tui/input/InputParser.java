package iftoprs.adapters.tui.input;

import com.googlecode.lanterna.input.KeyType;
import iftoprs.adapters.tui.input.InputEvent.Key;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns the bytes that a terminal sends into events, however they are cut into pieces.
 *
 * <p>Control sequences as in ECMA-48, mouse reports in xterm's SGR form (mode 1006), pasted text
 * between the brackets of mode 2004. What it does not know it swallows to the end, so no answer of
 * a terminal is ever taken for keys. Bytes that are not UTF-8 are dropped. Never throws; memory is
 * bounded. A lone Esc is known only by the silence after it: whoever reads calls {@link #expire}
 * when {@link #deadlineNanos} has passed without another byte.
 */
public final class InputParser {

  /** No byte is being waited for. */
  public static final long NO_DEADLINE = Long.MAX_VALUE;

  /** Longest time between Esc and the rest of a sequence, in nanoseconds. */
  static final long ESCAPE_NANOS = 25_000_000;

  /** Longest time between two bytes of the same sequence; a sequence that stalls is given up. */
  static final long STALL_NANOS = 500_000_000;

  private static final int ESC = 0x1B;
  private static final int CANCEL = 0x18;
  private static final int SUBSTITUTE = 0x1A;
  private static final int BELL = 0x07;

  private enum State {
    GROUND,
    UTF8,
    ESCAPE,
    CSI,
    LINUX_FUNCTION_KEY,
    SS3,
    STRING,
    STRING_ESCAPE,
    OLD_MOUSE,
    PASTE
  }

  private final Consumer<InputEvent> events;
  private final ControlSequence sequence = new ControlSequence();
  private final PasteBuffer paste = new PasteBuffer();
  private State state = State.GROUND;
  private long deadline = NO_DEADLINE;

  /** A second Esc was seen: the key that follows comes with Alt. */
  private boolean alt;

  private int codePoint;
  private int leastCodePoint;
  private int bytesMissing;

  public InputParser(Consumer<InputEvent> events) {
    this.events = events;
  }

  /** Takes bytes as they were read. */
  public void feed(byte[] bytes, int offset, int length, long nowNanos) {
    for (int i = offset; i < offset + length; i++) {
      take(bytes[i] & 0xFF);
    }
    deadline =
        switch (state) {
          case GROUND -> NO_DEADLINE;
          case ESCAPE -> nowNanos + ESCAPE_NANOS;
          case UTF8, CSI, LINUX_FUNCTION_KEY, SS3, STRING, STRING_ESCAPE, OLD_MOUSE, PASTE ->
              nowNanos + STALL_NANOS;
        };
  }

  /** When {@link #expire} has something to do, or {@link #NO_DEADLINE}. */
  public long deadlineNanos() {
    return deadline;
  }

  /** Resolves what has waited too long: Esc was the key, a stalled sequence is dropped. */
  public void expire(long nowNanos) {
    if (deadline == NO_DEADLINE || nowNanos - deadline < 0) {
      return;
    }
    deadline = NO_DEADLINE;
    switch (state) {
      case ESCAPE -> {
        if (alt) {
          emit(Key.of(KeyType.Escape));
        }
        emit(Key.of(KeyType.Escape));
      }
      case PASTE -> emit(new InputEvent.Paste(paste.take()));
      case GROUND, UTF8, CSI, LINUX_FUNCTION_KEY, SS3, STRING, STRING_ESCAPE, OLD_MOUSE -> {
        // Nothing that could be told.
      }
    }
    ground();
  }

  private void take(int octet) {
    switch (state) {
      case GROUND -> ground(octet);
      case UTF8 -> utf8(octet);
      case ESCAPE -> escape(octet);
      case CSI -> csi(octet);
      case LINUX_FUNCTION_KEY -> linuxFunctionKey(octet);
      case SS3 -> ss3(octet);
      case STRING -> string(octet);
      case STRING_ESCAPE -> stringEscape(octet);
      case OLD_MOUSE -> oldMouse();
      case PASTE -> paste(octet);
    }
  }

  private void ground() {
    state = State.GROUND;
    alt = false;
  }

  private void ground(int octet) {
    if (octet == ESC) {
      state = State.ESCAPE;
    } else if (octet < 0x80) {
      key(ControlKeys.key(octet));
    } else {
      startUtf8(octet);
    }
  }

  private void startUtf8(int octet) {
    if (octet >= 0xC2 && octet <= 0xDF) {
      expectUtf8(octet & 0x1F, 1, 0x80);
    } else if (octet >= 0xE0 && octet <= 0xEF) {
      expectUtf8(octet & 0x0F, 2, 0x800);
    } else if (octet >= 0xF0 && octet <= 0xF4) {
      expectUtf8(octet & 0x07, 3, 0x10000);
    } else {
      ground();
    }
  }

  private void expectUtf8(int bits, int missing, int least) {
    codePoint = bits;
    bytesMissing = missing;
    leastCodePoint = least;
    state = State.UTF8;
  }

  private void utf8(int octet) {
    if ((octet & 0xC0) != 0x80) {
      // The character is broken off; this byte begins something new.
      ground();
      ground(octet);
      return;
    }
    codePoint = codePoint << 6 | octet & 0x3F;
    if (--bytesMissing > 0) {
      return;
    }
    boolean valid =
        codePoint >= leastCodePoint
            && codePoint <= Character.MAX_CODE_POINT
            && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    if (valid && codePoint >= 0xA0) {
      key(Key.of(codePoint));
    } else {
      ground();
    }
  }

  private void escape(int octet) {
    switch (octet) {
      case ESC -> {
        if (alt) {
          emit(Key.of(KeyType.Escape));
        }
        alt = true;
      }
      case '[' -> {
        sequence.clear();
        state = State.CSI;
      }
      case 'O' -> {
        sequence.clear();
        state = State.SS3;
      }
      case ']', 'P', '_', '^', 'X' -> state = State.STRING;
      default -> {
        if (alt) {
          emit(Key.of(KeyType.Escape));
        }
        alt = true;
        state = State.GROUND;
        ground(octet);
      }
    }
  }

  private void csi(int octet) {
    if (abandons(octet)) {
      return;
    }
    if (octet == '[' && sequence.isEmpty()) {
      state = State.LINUX_FUNCTION_KEY;
    } else if (octet < 0x40) {
      sequence.add(octet);
    } else if (octet == 'M' && sequence.isEmpty()) {
      bytesMissing = 3;
      state = State.OLD_MOUSE;
    } else if (octet == '~' && sequence.isPasteStart()) {
      paste.clear();
      state = State.PASTE;
    } else {
      finish(sequence.event(octet));
    }
  }

  private void linuxFunctionKey(int octet) {
    if (abandons(octet)) {
      return;
    }
    boolean known = octet >= 'A' && octet <= 'E';
    finish(known ? Optional.of(ControlSequence.functionKey(octet - 'A' + 1)) : Optional.empty());
  }

  private void ss3(int octet) {
    if (abandons(octet)) {
      return;
    }
    if (octet >= '0' && octet <= '9' || octet == ';') {
      sequence.add(octet);
    } else {
      finish(sequence.applicationKey(octet));
    }
  }

  /** A new Esc, a cancel or a byte of UTF-8 ends a sequence before its time. */
  private boolean abandons(int octet) {
    if (octet == ESC || octet == CANCEL || octet == SUBSTITUTE || octet >= 0x7F) {
      ground();
      if (octet == ESC || octet >= 0x80) {
        ground(octet);
      }
      return true;
    }
    return false;
  }

  private void string(int octet) {
    switch (octet) {
      case ESC -> state = State.STRING_ESCAPE;
      case BELL, CANCEL, SUBSTITUTE -> ground();
      default -> {
        // Part of an answer that nobody asked for.
      }
    }
  }

  private void stringEscape(int octet) {
    if (octet == '\\') {
      ground();
    } else {
      ground();
      state = State.ESCAPE;
      escape(octet);
    }
  }

  private void oldMouse() {
    if (--bytesMissing == 0) {
      ground();
    }
  }

  private void paste(int octet) {
    if (paste.add(octet)) {
      emit(new InputEvent.Paste(paste.take()));
      ground();
    }
  }

  private void key(Key key) {
    emit(alt ? key.withAlt() : key);
    ground();
  }

  private void finish(Optional<InputEvent> event) {
    event.ifPresent(found -> emit(alt && found instanceof Key key ? key.withAlt() : found));
    ground();
  }

  private void emit(InputEvent event) {
    events.accept(event);
  }
}
