package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.flow.LinkHistory;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.flow.Window;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.text.Rates;
import iftoprs.domain.text.Sparkline;

/**
 * The sums: sent, received, both; with a filter also those of the flows that it lets through.
 *
 * <p>The first three never follow the filter. Rates stand under the columns of the flows.
 */
final class TotalsView {

  /** Rows of sent, received and both. */
  private static final int FULL = 3;

  private static final int LABEL = 7;
  private static final int CUMULATIVE = 4 + Rates.WIDTH + 2;
  private static final int PEAK = 5 + Rates.WIDTH + 2;
  private static final int LEAST_HISTORY = 8;

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final int left;
  private final int end;
  private int y;

  private TotalsView(Grid grid, Scene scene) {
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.left = scene.layout().left() + 1;
    this.end = scene.columns().rates().getFirst().span().x() - 2;
    this.y = scene.layout().totals().top();
  }

  static void draw(Grid grid, Scene scene) {
    new TotalsView(grid, scene).draw();
  }

  private void draw() {
    Totals totals = scene.state().totals(scene.shown());
    if (scene.layout().totals().rows() == 1) {
      brief(totals);
      return;
    }
    LinkHistory link = scene.shown().head().link();
    row("TX", totals, Side.SENT, link.sent());
    row("RX", totals, Side.RECEIVED, link.received());
    row("TOTAL", totals, Side.BOTH, sum(link));
    if (scene.layout().totals().rows() > FULL) {
      grid.text(left, y, "SHOWN", Paint.bold(theme, theme.key()));
      scene.list().totals().ifPresentOrElse(this::shown, this::all);
    }
  }

  /** While a filter is typed that lets everything through, so that typing moves nothing. */
  private void all() {
    grid.text(left + LABEL, y, "all flows", Paint.on(theme, theme.dim()));
  }

  private void shown(Totals shown) {
    if (scene.settings().is(Toggle.CUMULATIVE) && left + LABEL + CUMULATIVE <= end) {
      figure(left + LABEL, "cum", Rates.BYTES, shown.bytes(Side.BOTH), theme.cumulative());
    }
    rates(shown, Side.BOTH);
  }

  /** One row for all where there is no room. */
  private void brief(Totals totals) {
    long tx = totals.rates(Side.SENT).over(Window.TWO);
    long rx = totals.rates(Side.RECEIVED).over(Window.TWO);
    int x = left;
    x += grid.text(x, y, "TX ", Paint.bold(theme, theme.totalLabel()));
    x += grid.text(x, y, scene.rates().text(tx), Paint.on(theme, theme.rate2()));
    x += grid.text(x, y, " RX ", Paint.bold(theme, theme.totalLabel()));
    grid.text(x, y, scene.rates().text(rx), Paint.on(theme, theme.rate2()));
    rates(totals, Side.BOTH);
  }

  private void row(String label, Totals totals, Side side, long[] history) {
    grid.text(left, y, label, Paint.bold(theme, theme.totalLabel()));
    int x = left + LABEL;
    if (scene.settings().is(Toggle.CUMULATIVE)) {
      if (x + CUMULATIVE - 2 <= end) {
        figure(x, "cum", Rates.BYTES, totals.bytes(side), theme.cumulative());
        x += CUMULATIVE;
      }
      if (x + PEAK - 2 <= end) {
        figure(x, "peak", scene.rates(), totals.peak(side), theme.peak());
        x += PEAK;
      }
    }
    if (end - x >= LEAST_HISTORY) {
      // Up to its own peak, which stands at its left: on one scale what is sent would mostly be
      // flat.
      String line = Sparkline.of(history, end - x, Sparkline.peak(history, end - x));
      grid.text(x, y, line, Paint.on(theme, side == Side.RECEIVED ? theme.rate10() : colour(side)));
    }
    rates(totals, side);
    y++;
  }

  private int colour(Side side) {
    return side == Side.SENT ? theme.rate2() : theme.rate40();
  }

  private void figure(int x, String label, Rates unit, long value, int colour) {
    int at = x + grid.text(x, y, label + " ", Paint.on(theme, theme.dim()));
    grid.text(at, y, unit.aligned(value), Paint.on(theme, colour));
  }

  private void rates(Totals totals, Side side) {
    for (Columns.Rate rate : scene.columns().rates()) {
      long value = totals.rates(side).over(rate.window());
      int colour =
          switch (rate.window()) {
            case TWO -> theme.rate2();
            case TEN -> theme.rate10();
            case FORTY -> theme.rate40();
          };
      grid.text(
          rate.span().x(),
          y,
          scene.rates().aligned(value),
          Paint.bold(theme, value == 0 ? theme.dim() : colour));
    }
  }

  private static long[] sum(LinkHistory link) {
    long[] sum = new long[link.sent().length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = link.sent()[i] + link.received()[i];
    }
    return sum;
  }
}
