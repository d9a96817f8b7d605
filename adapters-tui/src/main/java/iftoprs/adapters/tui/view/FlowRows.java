package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.view.Columns.Span;
import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Side;
import iftoprs.domain.screen.LineMode;
import iftoprs.domain.screen.Row;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.text.Rates;
import iftoprs.domain.text.Sparkline;
import iftoprs.domain.text.Times;
import iftoprs.ports.Transport;
import java.util.Optional;

/** The flows in sight, and a row of history under the selected one. */
final class FlowRows {

  private static final int HISTORY = 40;
  private static final int MARGINS = 4;

  /** Columns of a peak, with blanks before it, where there is no room for more words. */
  private static final int BRIEF_WORDS = 2 + "peak /s".length() + Rates.WIDTH;

  private static final int WIDTH_FOR_WORDS = 78;
  private static final long SECOND = 1_000_000_000L;

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final Columns columns;
  private final Figures figures;
  private final Bars bars;

  private FlowRows(Grid grid, Scene scene) {
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.columns = scene.columns();
    this.figures = new Figures(grid, scene);
    this.bars = new Bars(scene);
  }

  /** Draws the flows; returns the row behind the last. */
  static int draw(Grid grid, Scene scene) {
    return new FlowRows(grid, scene).draw();
  }

  private int draw() {
    int y = scene.layout().flows().top();
    int index = scene.state().scroll();
    for (Row row : scene.rows()) {
      boolean selected = scene.state().selection().equals(Optional.of(row.key()));
      int top = y;
      y = flow(y, row, selected);
      if (selected && scene.layout().sparkline()) {
        history(y++, row.flow());
      }
      scene.hitRow(top, y, index++);
    }
    return y;
  }

  private int flow(int y, Row row, boolean selected) {
    LineMode mode = scene.settings().lineMode();
    switch (mode) {
      case TWO_LINES -> {
        head(y, row, "=>", Side.SENT, selected);
        line(y + 1, row.flow(), Side.RECEIVED);
        details(y + 1, row);
        arrow(y + 1, "<=");
        behind(y + 1, row.flow(), Side.RECEIVED, selected);
      }
      case ONE_LINE -> head(y, row, "<=>", Side.BOTH, selected);
      case SENT -> head(y, row, "=>", Side.SENT, selected);
      case RECEIVED -> head(y, row, "<=", Side.RECEIVED, selected);
    }
    if (selected && !row.pinned()) {
      grid.set(scene.layout().left(), y, '▌', Paint.on(theme, theme.key()));
      grid.tint(scene.layout().left(), y, 1, theme.selectedBackground());
    }
    return y + mode.lines();
  }

  private void head(int y, Row row, String arrow, Side side, boolean selected) {
    line(y, row.flow(), side);
    if (row.pinned()) {
      grid.text(scene.layout().left(), y, "★", Paint.on(theme, theme.key()));
    }
    host(y, columns.source(), row.source(), theme.source());
    arrow(y, arrow);
    host(y, columns.destination(), row.destination(), theme.destination());
    cell(y, columns.protocol(), protocol(row), theme.dim());
    cell(y, columns.service(), row.service(), theme.dim());
    cell(y, columns.process(), row.process(), theme.process());
    behind(y, row.flow(), side, selected);
  }

  /** The figures of one side, over what of the bar lies beneath text. */
  private void line(int y, FlowSnapshot flow, Side side) {
    bars.beneath(grid, y, barRate(flow, side));
    figures.draw(y, flow.packetRate(side), flow.bytes(side), window -> flow.rate(window, side));
  }

  private void behind(int y, FlowSnapshot flow, Side side, boolean selected) {
    bars.behind(grid, y, barRate(flow, side), selected);
  }

  private long barRate(FlowSnapshot flow, Side side) {
    return flow.rate(scene.sort().barWindow(), side);
  }

  /** What found no column of its own stands in the second line. */
  private void details(int y, Row row) {
    StringBuilder text = new StringBuilder();
    if (!columns.protocol().isShown()) {
      text.append(protocol(row));
    }
    boolean wantsOwner = scene.settings().is(Toggle.PROCESSES) && scene.list().hasOwners();
    if (wantsOwner && !columns.process().isShown() && !row.process().isEmpty()) {
      text.append(text.isEmpty() ? "" : " ").append(row.process());
    }
    Span source = columns.source();
    grid.text(
        source.x() + 1,
        y,
        source.width() - 1,
        HostText.cut(text.toString(), source.width() - 1),
        Paint.on(theme, theme.dim()));
    if (!columns.total().isShown() && columns.destination().width() >= Rates.WIDTH + 6) {
      long bytes = row.flow().bytes(Side.BOTH);
      grid.text(
          columns.destination().x(),
          y,
          columns.destination().width(),
          Rates.BYTES.text(bytes) + " total",
          Paint.on(theme, theme.dim()));
    }
  }

  /** The one usual keyword that is long. */
  private static String protocol(Row row) {
    return row.key().transport().equals(Transport.ICMPV6) ? "ICMP6" : row.protocol();
  }

  private void host(int y, Span span, Row.End end, int colour) {
    // The service stands in its own column where there is one, and is not told twice.
    Row.End shown = columns.service().isShown() ? end.numeric() : end;
    cell(y, span, HostText.fit(shown, span.width()), colour);
  }

  private void arrow(int y, String arrow) {
    grid.text(columns.arrow().x(), y, arrow, Paint.on(theme, theme.arrow()));
  }

  private void cell(int y, Span span, String text, int colour) {
    if (span.isShown()) {
      grid.text(
          span.x(), y, span.width(), HostText.cut(text, span.width()), Paint.on(theme, colour));
    }
  }

  private void history(int y, FlowSnapshot flow) {
    long[] samples = flow.history();
    int left = scene.layout().left();
    boolean wide = scene.layout().width() >= WIDTH_FOR_WORDS;
    int width = Math.min(HISTORY, scene.layout().width() - MARGINS - (wide ? 0 : BRIEF_WORDS));
    grid.fill(left, y, scene.layout().width(), 1, Paint.on(theme, theme.text()));
    if (samples.length == 0) {
      // A held snapshot has the histories of what was selected when it was made.
      String words =
          scene.state().paused().isPresent()
              ? "its history is shown once P resumes"
              : "history begins with the next tick";
      grid.text(left + 3, y, words, Paint.on(theme, theme.dim()));
    } else {
      long peak = Sparkline.peak(samples, width);
      // The newest sample stays where it is, so that nothing moves while a history grows.
      String line = Sparkline.of(samples, width, peak);
      grid.text(left + 3, y, line, Paint.on(theme, theme.peak()));
      long seconds = (long) Math.min(width, samples.length) * scene.shown().head().refreshSeconds();
      String most = scene.rates().text(peak) + "/s";
      String words =
          wide
              ? "last " + Times.duration(seconds * SECOND) + ", TX+RX peak " + most
              : "peak " + most;
      grid.text(left + 3 + width + 2, y, words, Paint.on(theme, theme.dim()));
    }
    grid.set(left, y, '▌', Paint.on(theme, theme.key()));
    grid.tint(left, y, scene.layout().width(), theme.selectedBackground());
  }
}
