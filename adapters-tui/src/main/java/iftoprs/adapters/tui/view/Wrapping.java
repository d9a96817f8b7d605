package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines, between words where that is possible. */
final class Wrapping {

  private Wrapping() {}

  /** The text in lines of at most so many columns; at least one line. */
  static List<String> lines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    int room = Math.max(1, columns);
    while (DisplayWidth.of(rest) > room) {
      int fits = Math.max(rest.offsetByCodePoints(0, 1), DisplayWidth.prefix(rest, room));
      int blank = rest.charAt(fits) == ' ' ? fits : rest.lastIndexOf(' ', fits - 1);
      int end = blank > 0 ? blank : fits;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }
}
