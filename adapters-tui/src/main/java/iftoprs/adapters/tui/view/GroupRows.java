package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.view.Columns.Span;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.screen.GroupKey;
import iftoprs.domain.screen.GroupRow;
import iftoprs.domain.screen.LineMode;
import iftoprs.domain.text.Rates;

/** The groups in sight, in the same lines as flows. */
final class GroupRows {

  private static final int NONE = -1;
  private static final int LEAST_DETAIL = 8;

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final GroupColumns columns;
  private final Figures figures;
  private final Bars bars;

  private GroupRows(Grid grid, Scene scene) {
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.columns = GroupColumns.of(scene);
    this.figures = new Figures(grid, scene);
    this.bars = new Bars(scene);
  }

  /** Draws the groups; returns the row behind the last. */
  static int draw(Grid grid, Scene scene) {
    return new GroupRows(grid, scene).draw();
  }

  private int draw() {
    int y = scene.layout().flows().top();
    int index = scene.state().scroll();
    int selected = scene.list().selected(scene.state()).orElse(NONE);
    for (GroupRow row : scene.groups()) {
      int top = y;
      y = group(y, row, index == selected);
      scene.hitRow(top, y, index++);
    }
    return y;
  }

  private int group(int y, GroupRow row, boolean selected) {
    LineMode mode = scene.settings().lineMode();
    switch (mode) {
      case TWO_LINES -> {
        line(y, row, "=>", Side.SENT);
        line(y + 1, row, "<=", Side.RECEIVED);
        identity(y, row);
        behind(y, row, Side.SENT, selected);
        more(y + 1, row);
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

  private void single(int y, GroupRow row, String arrow, Side side, boolean selected) {
    line(y, row, arrow, side);
    identity(y, row);
    behind(y, row, side, selected);
  }

  private void line(int y, GroupRow row, String arrow, Side side) {
    Totals totals = row.totals();
    bars.beneath(grid, y, barRate(totals, side));
    figures.draw(y, row.packets().of(side), totals.bytes(side), totals.rates(side)::over);
    int x = columns.arrow().x() - (arrow.length() > 2 ? 1 : 0);
    grid.text(x, y, arrow, Paint.on(theme, theme.arrow()));
  }

  private void behind(int y, GroupRow row, Side side, boolean selected) {
    bars.behind(grid, y, barRate(row.totals(), side), selected);
  }

  private long barRate(Totals totals, Side side) {
    return totals.rates(side).over(scene.sort().barWindow());
  }

  private void identity(int y, GroupRow row) {
    int colour = row.key().isNamed() ? theme.process() : theme.dim();
    boolean apart = columns.number().isShown();
    cell(y, columns.name(), apart ? row.key().name() : withNumber(row), colour);
    if (apart && !row.owners().isEmpty()) {
      right(y, columns.number(), Integer.toString(row.number()));
    }
    right(y, columns.flows(), Integer.toString(row.flows()));
    if (columns.detail().isShown()) {
      detail(y, row.detail());
    }
  }

  /** In as many lines as a row has. */
  private void detail(int y, String whole) {
    String text = whole.strip();
    Span span = columns.detail();
    int lines = scene.settings().lineMode().lines();
    String first = lines > 1 ? Wrapping.lines(text, span.width()).getFirst() : text;
    cell(y, span, first, theme.dim());
    if (lines > 1) {
      cell(y + 1, span, text.substring(first.length()).strip(), theme.dim());
    }
  }

  private static String withNumber(GroupRow row) {
    boolean isProcess = row.key() instanceof GroupKey.Process;
    String several = isProcess || row.owners().size() < 2 ? "" : " ×" + row.owners().size();
    return row.key().label() + several;
  }

  /** In the second line stands what found no column of its own, and what else is to be said. */
  private void more(int y, GroupRow row) {
    StringBuilder text = new StringBuilder(" ");
    if (!scene.columns().total().isShown() && columns.name().width() >= Rates.WIDTH + 7) {
      text.append(Rates.BYTES.text(row.totals().bytes(Side.BOTH))).append(" total  ");
    }
    boolean fits = columns.name().width() - text.length() >= LEAST_DETAIL;
    if (!columns.detail().isShown() && fits) {
      text.append(row.detail());
    }
    cell(y, columns.name(), text.toString().stripTrailing(), theme.dim());
  }

  private void cell(int y, Span span, String text, int colour) {
    String cut = HostText.cut(text, span.width());
    grid.text(span.x(), y, span.width(), cut, Paint.on(theme, colour));
  }

  private void right(int y, Span span, String text) {
    grid.textRight(span.end(), y, text, Paint.on(theme, theme.text()));
  }
}
