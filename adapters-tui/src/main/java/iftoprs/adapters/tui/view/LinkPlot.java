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
 * The link's last five minutes in the room that the flows leave: sent upwards, received downwards
 * from a common line. Where there are not that many columns, one stands for some seconds.
 */
final class LinkPlot {

  private static final int LEAST_ROWS = 6;
  private static final int AXIS = Rates.WIDTH + 2;
  private static final int EIGHTHS = 8;
  private static final int MINUTE = 60;
  private static final long SECOND = 1_000_000_000L;

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final int left;
  private final int width;
  private final int top;
  private final PlotSpan span;
  private final PlotScale scale;

  private LinkPlot(Grid grid, Scene scene, int firstFree) {
    Layout layout = scene.layout();
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.left = layout.left() + AXIS;
    this.width = Math.min(LinkHistory.CAPACITY, layout.width() - AXIS - 1);
    int rows = layout.plot().end() - firstFree - 1;
    this.top = layout.plot().end() - rows;
    LinkHistory link = scene.shown().head().link();
    this.span = PlotSpan.of(link, width, Math.max(link.sent().length, elapsed()) - 1);
    long sent = Sparkline.peak(span.sent(), width);
    long received = Sparkline.peak(span.received(), width);
    boolean linear = scene.settings().is(Toggle.LINEAR);
    this.scale = PlotScale.of(scene.rates(), linear, sent, received, rows);
  }

  /** Closed seconds of the capture. */
  private long elapsed() {
    return Math.round((double) scene.shown().elapsedNanos() / SECOND);
  }

  /** Draws the plot below row {@code firstFree} if there is room for it. */
  static void draw(Grid grid, Scene scene, int firstFree) {
    boolean fits = scene.layout().plot().end() - firstFree >= LEAST_ROWS + 1;
    boolean hasHistory = scene.shown().head().link().sent().length > 0;
    if (fits && hasHistory && scene.settings().is(Toggle.PLOT)) {
      new LinkPlot(grid, scene, firstFree).draw();
    }
  }

  private void draw() {
    title();
    int middle = top + scale.up();
    int first = left + width - span.columns();
    for (int column = 0; column < span.columns(); column++) {
      column(first + column, middle, span.sent()[column], true);
      column(first + column, middle, span.received()[column], false);
    }
    axis(scale.up(), middle - 1, -1, "TX ↑");
    axis(scale.down(), middle, 1, "RX ↓");
  }

  private void title() {
    int y = top - 1;
    int x = scene.layout().left() + 1;
    long line = Paint.on(theme, theme.headerBackground());
    Boxes.horizontal(grid, x, y, scene.layout().width() - 2, line);
    int seconds = span.seconds();
    String peaks = span.perColumn() == 1 ? "" : ", peaks of " + span.perColumn() + " s";
    String text = " link, last " + Times.duration(seconds * SECOND) + peaks + " ";
    int free = x + 2 + grid.text(x + 2, y, text, Paint.on(theme, theme.dim()));
    for (int minute = 1; minute * MINUTE < seconds; minute++) {
      int at = left + width - 1 - span.columnsBefore(minute * MINUTE);
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
    for (int row = 2; row <= rows; row++) {
      String label = scale.label(row, rows);
      if (!label.isEmpty()) {
        int y = innermost + outward * (row - 1);
        grid.textRight(left - 2, y, label, Paint.on(theme, theme.scale()));
        mark(y, '┤');
      }
    }
  }

  private void mark(int y, char line) {
    grid.set(left - 1, y, line, Paint.on(theme, theme.border()));
  }

  /** A column of whole cells and a part of one: blocks grow upwards, their complement downwards. */
  private void column(int x, int middle, long value, boolean sent) {
    int eighths = (int) Math.round(scale.rows(value) * EIGHTHS);
    if (value > 0) {
      eighths = Math.max(1, eighths);
    }
    int rows = sent ? scale.up() : scale.down();
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
    return Colours.between(theme.barHigh(), full, cell + 2, Math.max(scale.up(), scale.down()) + 2);
  }
}
