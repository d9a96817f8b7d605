package iftoprs.adapters.tui.theme;

import iftoprs.adapters.tui.grid.Colours;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.domain.screen.Backdrop;

/**
 * The colours of one theme by role, each 0xRRGGBB.
 *
 * <p>Every text colour has a contrast of at least 4.5:1 (WCAG 2) to every colour it can stand on:
 * background, bars at any point of their gradient, selection, header, popup and alert row. Lines
 * and borders have 3:1.
 *
 * @param id name in the config file
 * @param displayName name on screen
 * @param palette where the colours come from
 * @param background of the whole screen, and what faint bars fade into
 * @param text ordinary text, and text without a role of its own
 * @param dim less important text: hints, inactive tabs, units
 * @param barLow background of a bar at its start
 * @param barHigh background of a bar at its end
 * @param selectedBarLow the same on the selected row
 * @param selectedBarHigh the same on the selected row
 * @param selectedBackground of the selected row, outside its bar
 * @param alertBackground of a row above the alert threshold
 * @param scale the labels of the scale
 * @param scaleLine the scale's line and ticks
 * @param border of the screen, and separators
 * @param key a key in help and hints
 * @param backdrop whether the screen is painted with the background
 */
public record Theme(
    String id,
    String displayName,
    Palette palette,
    int background,
    int text,
    int dim,
    int source,
    int destination,
    int arrow,
    int barLow,
    int barHigh,
    int selectedBarLow,
    int selectedBarHigh,
    int selectedBackground,
    int alertBackground,
    int rate2,
    int rate10,
    int rate40,
    int scale,
    int scaleLine,
    int border,
    int totalLabel,
    int cumulative,
    int peak,
    int process,
    int headerBackground,
    int headerText,
    int popupBackground,
    int popupBorder,
    int key,
    int alert,
    Backdrop backdrop) {

  /**
   * What the screen is painted with; {@link Style#DEFAULT} leaves it to the terminal, and then
   * nothing is known of the contrast to it.
   */
  public int surface() {
    return backdrop == Backdrop.TERMINAL ? Style.DEFAULT : background;
  }

  /** The bar's background at one of {@code steps} places along it; step 0 is its start. */
  public int bar(int step, int steps) {
    return Colours.between(barLow, barHigh, step, steps);
  }

  /** The same for a bar on the selected row. */
  public int selectedBar(int step, int steps) {
    return Colours.between(selectedBarLow, selectedBarHigh, step, steps);
  }

  /** Whether dark text stands on a light background. */
  public boolean light() {
    return palette.light();
  }
}
