package iftoprs.adapters.tui.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyDecodingProfile;
import com.googlecode.lanterna.terminal.MouseCaptureMode;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lanterna's ANSI terminal over our own device, with the modes that Lanterna does not know: SGR
 * mouse reports, bracketed paste, focus reports, no automatic wrap.
 *
 * <p>Lanterna's stock {@code UnixTerminal} reports no mouse beyond column 223, cannot tell Esc from
 * the start of a sequence and asks for the size through the input that keys come from; so input
 * does not pass through here at all (see {@code iftoprs.adapters.tui.input}) and the size is told
 * by {@link Stty}. What is written is buffered until {@link #flush}. Confined by the session's
 * lock.
 */
final class TtyTerminal extends ANSITerminal {

  /** Last byte of the answer that {@link #askForAnswer} asks for. */
  static final byte END_OF_ANSWER = 'n';

  private static final String MOUSE_BUTTONS = "?1000";
  private static final String MOUSE_DRAG = "?1002";
  private static final String MOUSE_MOTION = "?1003";
  private static final String MOUSE_SGR = "?1006";
  private static final String FOCUS = "?1004";
  private static final String PASTE = "?2004";
  private static final String WRAP = "?7";

  /** Lanterna's pushTitle and popTitle only throw. */
  private static final String KEEP_TITLE = "\033[22;0t";

  private static final String OLD_TITLE = "\033[23;0t";

  private final Supplier<TerminalSize> size;
  private boolean entered;

  TtyTerminal(Supplier<TerminalSize> size, OutputStream output) {
    super(InputStream.nullInputStream(), output, StandardCharsets.UTF_8);
    this.size = size;
  }

  /** Takes the screen. */
  void enter(TerminalOptions options) throws IOException {
    if (!entered) {
      enterPrivateMode();
      entered = true;
    }
    setCursorVisible(false);
    set(WRAP, false);
    set(PASTE, true);
    set(FOCUS, true);
    if (options.mouse()) {
      setMouseCaptureMode(
          options.motion()
              ? MouseCaptureMode.CLICK_RELEASE_DRAG_MOVE
              : MouseCaptureMode.CLICK_RELEASE_DRAG);
    }
    if (options.title().isPresent()) {
      write(KEEP_TITLE);
      setTitle(options.title().get().replaceAll("\\p{Cntrl}", ""));
    }
    flush();
  }

  /** Gives the screen back, with everything on it as it was. */
  void leave(TerminalOptions options) throws IOException {
    if (!entered) {
      return;
    }
    entered = false;
    setMouseCaptureMode(null);
    set(FOCUS, false);
    set(PASTE, false);
    set(WRAP, true);
    if (options.title().isPresent()) {
      write(OLD_TITLE);
    }
    exitPrivateMode();
    flush();
  }

  /** Asks for the terminal's status; every terminal answers {@code CSI 0 n} at once. */
  void askForAnswer() throws IOException {
    write("\033[5n");
    flush();
  }

  /** OSC 52. */
  void copy(byte[] text) throws IOException {
    write("\033]52;c;" + Base64.getEncoder().encodeToString(text) + "\007");
    flush();
  }

  /**
   * Turns reports on in the SGR form, or all of them off for {@code null}, as Lanterna calls it.
   */
  @Override
  public void setMouseCaptureMode(MouseCaptureMode mode) throws IOException {
    for (String each : List.of(MOUSE_MOTION, MOUSE_DRAG, MOUSE_BUTTONS, MOUSE_SGR)) {
      set(each, false);
    }
    if (mode == null) {
      return;
    }
    set(
        switch (mode) {
          case CLICK, CLICK_RELEASE -> MOUSE_BUTTONS;
          case CLICK_RELEASE_DRAG -> MOUSE_DRAG;
          case CLICK_RELEASE_DRAG_MOVE -> MOUSE_MOTION;
        },
        true);
    set(MOUSE_SGR, true);
  }

  @Override
  protected TerminalSize findTerminalSize() {
    return size.get();
  }

  /** No patterns: bytes are decoded elsewhere. */
  @Override
  protected KeyDecodingProfile getDefaultKeyDecodingProfile() {
    return List::of;
  }

  private void set(String mode, boolean on) throws IOException {
    write("\033[" + mode + (on ? 'h' : 'l'));
  }

  private void write(String sequence) throws IOException {
    writeToTerminal(sequence.getBytes(StandardCharsets.US_ASCII));
  }
}
