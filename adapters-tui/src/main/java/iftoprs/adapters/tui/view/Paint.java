package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;

/** Styles from a theme's colours. */
final class Paint {

  private Paint() {}

  /** On the screen's own background. */
  static long on(Theme theme, int colour) {
    return Style.of(colour, theme.surface());
  }

  static long bold(Theme theme, int colour) {
    return Style.of(colour, theme.surface(), Style.BOLD);
  }

  /** In a popup. */
  static long popup(Theme theme, int colour) {
    return Style.of(colour, theme.popupBackground());
  }

  static long popupBold(Theme theme, int colour) {
    return Style.of(colour, theme.popupBackground(), Style.BOLD);
  }

  /** A line of news, a cursor: the theme's colours turned round. */
  static long inverse(Theme theme, int colour) {
    return Style.plus(cutOut(theme, colour), Style.BOLD);
  }

  /** Something in the background's colour, whatever that is, on another. */
  static long cutOut(Theme theme, int colour) {
    return theme.surface() == Style.DEFAULT
        ? Style.of(colour, Style.DEFAULT, Style.REVERSE)
        : Style.of(theme.surface(), colour);
  }
}
