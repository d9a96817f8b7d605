package iftoprs.adapters.tui.theme;

import iftoprs.domain.screen.Ink;
import iftoprs.domain.screen.ThemeColours;
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

  /** What a palette of the settings looks like. */
  public static Palette of(ThemeColours colours) {
    return new Palette(colours.inks().stream().map(Ink::rgb).toList(), colours.light());
  }

  /** One of the six, counted from 1. */
  int c(int number) {
    return colours.get(number - 1);
  }
}
