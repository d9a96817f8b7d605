package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.view.Columns.Span;
import iftoprs.domain.flow.Window;
import iftoprs.domain.text.Rates;
import java.util.function.ToLongFunction;

/** The figures at the right of a line, the same for flows and for processes. */
final class Figures {

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;

  Figures(Grid grid, Scene scene) {
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
  }

  /** Draws one line of them. */
  void draw(int y, long packets, long bytes, ToLongFunction<Window> rates) {
    Columns columns = scene.columns();
    for (Columns.Rate rate : columns.rates()) {
      long value = rates.applyAsLong(rate.window());
      number(y, rate.span(), scene.rates(), value, colour(rate.window()));
    }
    number(y, columns.total(), Rates.BYTES, bytes, theme.text());
    if (columns.packets().isShown()) {
      int colour = packets == 0 ? theme.dim() : theme.text();
      grid.textRight(columns.packets().end(), y, Long.toString(packets), Paint.on(theme, colour));
    }
  }

  private void number(int y, Span span, Rates unit, long value, int colour) {
    if (span.isShown()) {
      int shade = value == 0 ? theme.dim() : colour;
      grid.text(span.x(), y, span.width(), unit.aligned(value), Paint.on(theme, shade));
    }
  }

  private int colour(Window window) {
    return switch (window) {
      case TWO -> theme.rate2();
      case TEN -> theme.rate10();
      case FORTY -> theme.rate40();
    };
  }
}
