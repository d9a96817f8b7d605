package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.domain.screen.Row;

/** Cuts texts to a column: a host in the middle of its name, never in its port. */
final class HostText {

  private static final String CUT = "…";
  private static final int LEAST_NAME = 4;

  private HostText() {}

  /** An end in at most so many columns. */
  static String fit(Row.End end, int columns) {
    String whole = end.host() + end.port();
    if (DisplayWidth.of(whole) <= columns) {
      return whole;
    }
    int room = columns - DisplayWidth.of(end.port());
    if (room < LEAST_NAME) {
      return cut(whole, columns);
    }
    int head = room / 2;
    int tail = room - 1 - head;
    return end.host().substring(0, DisplayWidth.prefix(end.host(), head))
        + CUT
        + suffix(end.host(), tail)
        + end.port();
  }

  /** A text in at most so many columns, cut at its end. */
  static String cut(String text, int columns) {
    if (DisplayWidth.of(text) <= columns) {
      return text;
    }
    return columns < 1 ? "" : text.substring(0, DisplayWidth.prefix(text, columns - 1)) + CUT;
  }

  private static String suffix(String text, int columns) {
    int start = text.length();
    while (start > 0) {
      int before = text.offsetByCodePoints(start, -1);
      if (DisplayWidth.of(text.substring(before)) > columns) {
        break;
      }
      start = before;
    }
    return text.substring(start);
  }
}
