package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Boxes;
import iftoprs.adapters.tui.grid.Colours;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.flow.LinkHistory;
import iftoprs.domain.screen.Layout;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.text.Rates;
import iftoprs.domain.text.Sparkline;

/**
 * The link's last minutes in the room that the flows leave: sent upwards, received downwards from a
 * common line, one column a second, both on one linear scale.
 */
final class LinkPlot {

  private static final int LEAST_ROWS = 6;
  private static final int AXIS = Rates.WIDTH + 2;
  private static final int EIGHTHS = 8;

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final int left;
  private final int width;
  private final int top;
  private final int half;
  private final long peak;

  private LinkPlot(Grid grid, Scene scene, int firstFree) {
    Layout layout = scene.layout();
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.left = layout.left() + AXIS;
    this.width = Math.min(LinkHistory.CAPACITY, layout.width() - AXIS - 1);
    int rows = layout.flows().end() - firstFree - 1;
    this.half = rows / 2;
    this.top = layout.flows().end() - 2 * half;
    LinkHistory link = scene.shown().head().link();
    this.peak =
        Math.max(
            1,
            Math.max(Sparkline.peak(link.sent(), width), Sparkline.peak(link.received(), width)));
  }

  /** Draws the plot below row {@code firstFree} if there is room for it. */
  static void draw(Grid grid, Scene scene, int firstFree) {
    boolean fits = scene.layout().flows().end() - firstFree >= LEAST_ROWS + 1;
    boolean hasHistory = scene.shown().head().link().sent().length > 0;
    if (fits && hasHistory && scene.settings().is(Toggle.PLOT)) {
      new LinkPlot(grid, scene, firstFree).draw();
    }
  }

  private void draw() {
    LinkHistory link = scene.shown().head().link();
    title();
    int middle = top + half;
    for (int column = 0; column < width; column++) {
      int at = link.sent().length - width + column;
      if (at >= 0) {
        column(left + column, middle, link.sent()[at], true);
        column(left + column, middle, link.received()[at], false);
      }
    }
    axis(top, peak);
    axis(top + 2 * half - 1, peak);
    long dim = Paint.on(theme, theme.dim());
    grid.textRight(left - 2, middle - 1, "TX ↑", dim);
    grid.textRight(left - 2, middle, "RX ↓", dim);
  }

  private void title() {
    int y = top - 1;
    int x = scene.layout().left() + 1;
    long line = Paint.on(theme, theme.headerBackground());
    Boxes.horizontal(grid, x, y, scene.layout().width() - 2, line);
    int seconds = Math.min(width, scene.shown().head().link().sent().length);
    String text = " link, last " + Times.duration(seconds * 1_000_000_000L) + " ";
    grid.text(x + 2, y, text, Paint.on(theme, theme.dim()));
  }

  private void axis(int y, long value) {
    String label = scene.rates().text(value);
    grid.textRight(left - 2, y, label, Paint.on(theme, theme.scale()));
  }

  /** A column of whole cells and a part of one: blocks grow upwards, their complement downwards. */
  private void column(int x, int middle, long value, boolean up) {
    int eighths = (int) Math.round((double) value / peak * half * EIGHTHS);
    if (value > 0) {
      eighths = Math.max(1, eighths);
    }
    for (int cell = 0; cell < half && eighths > 0; cell++, eighths -= EIGHTHS) {
      int y = up ? middle - 1 - cell : middle + cell;
      int colour = colour(cell, up);
      if (eighths >= EIGHTHS) {
        grid.set(x, y, '█', Style.of(colour, theme.background()));
      } else if (up) {
        grid.set(x, y, '▁' + eighths - 1, Style.of(colour, theme.background()));
      } else {
        int rest = EIGHTHS - eighths;
        grid.set(x, y, '▁' + rest - 1, Style.of(theme.background(), colour));
      }
    }
  }

  private int colour(int cell, boolean up) {
    int full = up ? theme.rate2() : theme.rate10();
    return Colours.between(theme.barHigh(), full, cell + 1, half + 2);
  }
}
