package iftoprs.adapters.tui.theme;

import iftoprs.adapters.tui.grid.XtermPalette;
import java.util.List;

/**
 * The six colours that a theme grows from, each 0xRRGGBB.
 *
 * @param colours c1 titles and labels, c2 hosts and the newest rate, c3 processes, c4 the middle
 *     rate, c5 arrows and the slowest rate, c6 bars and lines
 * @param light whether the theme is for a light background
 */
public record Palette(List<Integer> colours, boolean light) {

  static final int SIZE = 6;

  public Palette {
    colours = List.copyOf(colours);
    if (colours.size() != SIZE) {
      throw new IllegalArgumentException("a palette has six colours, not " + colours.size());
    }
  }

  /** A palette for a dark background from six xterm indexes, as configurations store them. */
  public static Palette ofIndexes(int c1, int c2, int c3, int c4, int c5, int c6) {
    return new Palette(
        List.of(
            XtermPalette.rgb(c1),
            XtermPalette.rgb(c2),
            XtermPalette.rgb(c3),
            XtermPalette.rgb(c4),
            XtermPalette.rgb(c5),
            XtermPalette.rgb(c6)),
        false);
  }

  /** One of the six, counted from 1. */
  int c(int number) {
    return colours.get(number - 1);
  }
}
