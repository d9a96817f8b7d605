package iftoprs.adapters.tui.terminal;

import iftoprs.adapters.tui.grid.ColourMode;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.input.InputEvent;
import java.util.function.Consumer;

/**
 * A screen's hold on the terminal, from taking it over to giving it back.
 *
 * <p>While it is open, the terminal is raw and shows the alternate screen, and {@code System.out}
 * and {@code System.err} are held back. It is given back once, by whichever comes first: {@link
 * #close}, the end of the process, or an exception that nothing caught; what was held back then
 * appears on standard error. All methods may be called from any thread and never after one
 * another's half: one lock covers every byte written.
 */
public final class TerminalSession implements AutoCloseable {

  private TerminalSession() {}

  /**
   * Takes the terminal over.
   *
   * @param events receives everything that comes from the terminal, on a thread of this class; must
   *     not block
   */
  public static TerminalSession open(TerminalOptions options, Consumer<InputEvent> events)
      throws TerminalRefusal {
    throw new TerminalRefusal("not yet");
  }

  /** Columns when last asked; a {@link InputEvent.Resize} tells of a change. */
  public int columns() {
    return 0;
  }

  public int rows() {
    return 0;
  }

  public ColourMode colourMode() {
    return ColourMode.NONE;
  }

  /** Brings the terminal to show this frame, with one write; nothing is written if it does. */
  public void show(Grid grid) {}

  /** Sends the next frame completely, in case something else wrote to the terminal. */
  public void repaint() {}

  public void bell() {}

  /** Asks the terminal to put a text into the clipboard of the machine that shows it (OSC 52). */
  public void copy(String text) {}

  /**
   * Gives the terminal back and stops the process group (Ctrl+Z); returns after its continuation.
   */
  public void suspend() {}

  @Override
  public void close() {}
}
