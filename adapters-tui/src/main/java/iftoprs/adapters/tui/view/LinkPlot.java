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
import iftoprs.domain.text.Times;

/**
 * The link's last minutes in the room that the flows leave: sent upwards, received downwards from a
 * common line, one column a second, both on one linear scale.
 */
final class LinkPlot {

  private static final int LEAST_ROWS = 6;
  private static final int AXIS = Rates.WIDTH + 2;
  private static final int EIGHTHS = 8;
  private static final int MINUTE = 60;

  /** Rows of the smaller side: one for its name, one for its label. */
  private static final int LEAST_SIDE = 2;

  /** Rows between two labels; the steps below are round when taken so many times. */
  private static final int LABELLED = 5;

  /** The least that a side reaches, in units: an idle link is not blown up to single bits. */
  private static final int LEAST_REACH = 1000;

  /** What a row may stand for: five of them make a whole number. */
  private static final double[] STEPS = {
    1, 1.2, 1.4, 1.6, 1.8, 2, 2.4, 2.8, 3.2, 3.6, 4, 5, 6, 7, 8, 9, 10
  };

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final int left;
  private final int width;
  private final int top;
  private final int up;
  private final int down;

  /** In the unit of the rates. */
  private final double perRow;

  private LinkPlot(Grid grid, Scene scene, int firstFree) {
    Layout layout = scene.layout();
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.left = layout.left() + AXIS;
    this.width = Math.min(LinkHistory.CAPACITY, layout.width() - AXIS - 1);
    int rows = layout.flows().end() - firstFree - 1;
    LinkHistory link = scene.shown().head().link();
    long sent = Math.max(1, Sparkline.peak(link.sent(), width));
    long received = Math.max(1, Sparkline.peak(link.received(), width));
    double share = (double) sent / ((double) sent + received);
    this.up = Math.clamp(Math.round(share * rows), LEAST_SIDE, rows - LEAST_SIDE);
    this.down = rows - up;
    this.top = layout.flows().end() - rows;
    double exact = Math.max((double) sent / up, (double) received / down) * scene.rates().perByte();
    this.perRow = roundUp(Math.max(exact, (double) LEAST_REACH / Math.max(up, down)));
  }

  /** The next round step: the axis stays when the peak changes a little. */
  private static double roundUp(double exact) {
    double decade = Math.pow(10, Math.floor(Math.log10(exact)));
    for (double step : STEPS) {
      if (step * decade >= exact) {
        return step * decade;
      }
    }
    return 10 * decade;
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
    int middle = top + up;
    for (int column = 0; column < width; column++) {
      int at = link.sent().length - width + column;
      if (at >= 0) {
        column(left + column, middle, link.sent()[at], true);
        column(left + column, middle, link.received()[at], false);
      }
    }
    axis(up, middle - 1, -1, "TX ↑");
    axis(down, middle, 1, "RX ↓");
  }

  private void title() {
    int y = top - 1;
    int x = scene.layout().left() + 1;
    long line = Paint.on(theme, theme.headerBackground());
    Boxes.horizontal(grid, x, y, scene.layout().width() - 2, line);
    int seconds = Math.min(width, scene.shown().head().link().sent().length);
    String text = " link, last " + Times.duration(seconds * 1_000_000_000L) + " ";
    int free = x + 2 + grid.text(x + 2, y, text, Paint.on(theme, theme.dim()));
    for (int minute = 1; minute * MINUTE < seconds; minute++) {
      int at = left + width - minute * MINUTE;
      if (at > free) {
        grid.text(at, y, "╷-" + minute + "m", Paint.on(theme, theme.dim()));
      }
    }
  }

  /** Labels a side: its name at the common line, round rates on the way out. */
  private void axis(int rows, int innermost, int outward, String name) {
    for (int row = 0; row < rows; row++) {
      mark(innermost + outward * row, '│');
    }
    grid.textRight(left - 2, innermost, name, Paint.on(theme, theme.dim()));
    int step = Math.min(LABELLED, rows);
    for (int row = step; row <= rows; row += step) {
      int y = innermost + outward * (row - 1);
      String rate = scene.rates().rounded(perRow * row);
      grid.textRight(left - 2, y, rate, Paint.on(theme, theme.scale()));
      mark(y, '┤');
    }
  }

  private void mark(int y, char line) {
    grid.set(left - 1, y, line, Paint.on(theme, theme.border()));
  }

  /** A column of whole cells and a part of one: blocks grow upwards, their complement downwards. */
  private void column(int x, int middle, long value, boolean sent) {
    int eighths = (int) Math.round(value * scene.rates().perByte() / perRow * EIGHTHS);
    if (value > 0) {
      eighths = Math.max(1, eighths);
    }
    int rows = sent ? up : down;
    for (int cell = 0; cell < rows && eighths > 0; cell++, eighths -= EIGHTHS) {
      int y = sent ? middle - 1 - cell : middle + cell;
      int colour = colour(cell, sent);
      if (eighths >= EIGHTHS) {
        grid.set(x, y, '█', Style.of(colour, theme.surface()));
      } else if (sent) {
        grid.set(x, y, '▁' + eighths - 1, Style.of(colour, theme.surface()));
      } else {
        int rest = EIGHTHS - eighths;
        grid.set(x, y, '▁' + rest - 1, Paint.cutOut(theme, colour));
      }
    }
  }

  private int colour(int cell, boolean sent) {
    int full = sent ? theme.rate2() : theme.rate10();
    return Colours.between(theme.barHigh(), full, cell + 2, Math.max(up, down) + 2);
  }
}
