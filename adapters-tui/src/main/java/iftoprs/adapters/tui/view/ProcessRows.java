package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.view.Columns.Span;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.screen.LineMode;
import iftoprs.domain.screen.ProcessKey;
import iftoprs.domain.screen.ProcessRow;
import iftoprs.domain.text.Rates;
import java.util.Optional;

/** The processes in sight, in the same lines as flows. */
final class ProcessRows {

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final ProcessColumns columns;
  private final Figures figures;
  private final Bars bars;

  private ProcessRows(Grid grid, Scene scene) {
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.columns = ProcessColumns.of(scene);
    this.figures = new Figures(grid, scene);
    this.bars = new Bars(scene);
  }

  /** Draws the processes; returns the row behind the last. */
  static int draw(Grid grid, Scene scene) {
    return new ProcessRows(grid, scene).draw();
  }

  private int draw() {
    int y = scene.layout().flows().top();
    int index = scene.state().scroll();
    for (ProcessRow row : scene.processes()) {
      int top = y;
      y = process(y, row, scene.state().place().process().equals(Optional.of(row.key())));
      scene.hitRow(top, y, index++);
    }
    return y;
  }

  private int process(int y, ProcessRow row, boolean selected) {
    LineMode mode = scene.settings().lineMode();
    switch (mode) {
      case TWO_LINES -> {
        line(y, row, "=>", Side.SENT);
        identity(y, row);
        behind(y, row, Side.SENT, selected);
        line(y + 1, row, "<=", Side.RECEIVED);
        sum(y + 1, row.totals());
        behind(y + 1, row, Side.RECEIVED, selected);
      }
      case ONE_LINE -> single(y, row, "<=>", Side.BOTH, selected);
      case SENT -> single(y, row, "=>", Side.SENT, selected);
      case RECEIVED -> single(y, row, "<=", Side.RECEIVED, selected);
    }
    if (selected) {
      grid.set(scene.layout().left(), y, '▌', Paint.on(theme, theme.key()));
      grid.tint(scene.layout().left(), y, 1, theme.selectedBackground());
    }
    return y + mode.lines();
  }

  private void single(int y, ProcessRow row, String arrow, Side side, boolean selected) {
    line(y, row, arrow, side);
    identity(y, row);
    behind(y, row, side, selected);
  }

  private void line(int y, ProcessRow row, String arrow, Side side) {
    Totals totals = row.totals();
    bars.beneath(grid, y, barRate(totals, side));
    figures.draw(y, row.packets().of(side), totals.bytes(side), totals.rates(side)::over);
    int x = columns.arrow().x() - (arrow.length() > 2 ? 1 : 0);
    grid.text(x, y, arrow, Paint.on(theme, theme.arrow()));
  }

  private void behind(int y, ProcessRow row, Side side, boolean selected) {
    bars.behind(grid, y, barRate(row.totals(), side), selected);
  }

  private long barRate(Totals totals, Side side) {
    return totals.rates(side).over(scene.settings().sort().barWindow());
  }

  private void identity(int y, ProcessRow row) {
    Span name = columns.name();
    switch (row.key()) {
      case ProcessKey.Process process -> {
        String text = columns.pid().isShown() ? process.name() : process.label();
        cell(y, name, text, theme.process());
        if (columns.pid().isShown()) {
          right(y, columns.pid(), Integer.toString(process.pid()));
        }
      }
      case ProcessKey.Nobody nobody -> cell(y, name, nobody.name(), theme.dim());
    }
    right(y, columns.flows(), Integer.toString(row.flows()));
  }

  /** What found no column of its own stands in the second line. */
  private void sum(int y, Totals totals) {
    if (!scene.columns().total().isShown() && columns.name().width() >= Rates.WIDTH + 7) {
      String text = " " + Rates.BYTES.text(totals.bytes(Side.BOTH)) + " total";
      cell(y, columns.name(), text, theme.dim());
    }
  }

  private void cell(int y, Span span, String text, int colour) {
    String cut = HostText.cut(text, span.width());
    grid.text(span.x(), y, span.width(), cut, Paint.on(theme, colour));
  }

  private void right(int y, Span span, String text) {
    grid.textRight(span.end(), y, text, Paint.on(theme, theme.text()));
  }
}
