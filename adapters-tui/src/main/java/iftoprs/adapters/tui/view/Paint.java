package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;

/** Styles from a theme's colours. */
final class Paint {

  private Paint() {}

  /** On the screen's own background. */
  static long on(Theme theme, int colour) {
    return Style.of(colour, theme.background());
  }

  static long bold(Theme theme, int colour) {
    return Style.of(colour, theme.background(), Style.BOLD);
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
    return Style.of(theme.background(), colour, Style.BOLD);
  }
}
