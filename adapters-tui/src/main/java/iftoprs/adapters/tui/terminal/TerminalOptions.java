package iftoprs.adapters.tui.terminal;

import iftoprs.adapters.tui.grid.ColourMode;
import java.util.Optional;

/**
 * What a screen asks of its terminal.
 *
 * @param mouse whether clicks and the wheel are reported
 * @param motion whether moves without a button are reported, too; means nothing without mouse
 * @param colours how many colours to use, or what the environment says
 * @param title of the terminal's window while the screen is up
 */
public record TerminalOptions(
    boolean mouse, boolean motion, Optional<ColourMode> colours, Optional<String> title) {

  /** Mouse with motion, colours as the environment says, no title. */
  public static TerminalOptions standard() {
    return new TerminalOptions(true, true, Optional.empty(), Optional.empty());
  }
}
