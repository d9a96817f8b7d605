package iftoprs.domain.screen;

import java.util.OptionalInt;

/**
 * Which rows of the screen belong to what, at any size. A region with no rows is not drawn.
 *
 * <p>From top to bottom: border, scale, column header, flows, plot, separator, totals, bar, border.
 * What matters least goes first on a low screen: scale, then two of the three totals, then the
 * rest.
 *
 * @param left first column inside the border
 * @param width columns inside the border
 * @param scale labels and line
 * @param columnHeader titles of the columns
 * @param flows the list
 * @param plot rows below the list that are kept for the plot of the link
 * @param separator tabs and counts
 * @param totals the sums
 * @param bar the status bar
 * @param flowLines rows of one flow
 * @param sparkline whether the selected flow takes one row more
 */
public record Layout(
    int left,
    int width,
    Region scale,
    Region columnHeader,
    Region flows,
    Region plot,
    Region separator,
    Region totals,
    Region bar,
    int flowLines,
    boolean sparkline) {

  /** Fewest columns for which there is a layout. */
  public static final int MIN_COLUMNS = 40;

  /** Fewest rows for which there is a layout. */
  public static final int MIN_ROWS = 10;

  private static final int ROWS_FOR_SCALE = 14;
  private static final int ROWS_FOR_ALL_TOTALS = 12;

  /** A title, and the fewest rows that make a plot. */
  private static final int ROWS_OF_PLOT = 7;

  private static final int ROWS_BESIDE_PLOT = 6;

  /** On a lower list the history of one flow would take the place of another flow. */
  private static final int ROWS_FOR_SPARKLINE = 6;

  /**
   * Consecutive rows.
   *
   * @param top the first
   * @param rows how many
   */
  public record Region(int top, int rows) {

    /** The row behind the last. */
    public int end() {
      return top + rows;
    }
  }

  /**
   * Divides the screen.
   *
   * @param state size and toggles
   * @return the regions
   */
  public static Layout of(ScreenState state) {
    Settings settings = state.settings();
    int edge = settings.is(Toggle.BORDER) ? 1 : 0;
    int inner = Math.max(0, state.rows() - 2 * edge);
    boolean tall = inner >= ROWS_FOR_ALL_TOTALS;
    int scaleRows = inner >= ROWS_FOR_SCALE ? 2 : 0;
    int headerRows = settings.is(Toggle.COLUMN_HEADER) ? 1 : 0;
    boolean narrows = state.isNarrowed() || state.overlay() instanceof Overlay.FilterPrompt;
    int totalsRows = tall ? narrows ? 4 : 3 : 1;
    Region scale = new Region(edge, scaleRows);
    Region header = new Region(scale.end(), headerRows);
    int flowRows = Math.max(0, inner - scaleRows - headerRows - 1 - totalsRows - 1);
    int plotRows = plotRows(settings, flowRows);
    Region flows = new Region(header.end(), flowRows - plotRows);
    Region plot = new Region(flows.end(), plotRows);
    Region separator = new Region(plot.end(), 1);
    Region totals = new Region(separator.end(), totalsRows);
    return new Layout(
        edge,
        Math.max(0, state.columns() - 2 * edge),
        scale,
        header,
        flows,
        plot,
        separator,
        totals,
        new Region(totals.end(), 1),
        settings.lineMode().lines(),
        !(state.place().view() instanceof View.Groups)
            && state.selection().isPresent()
            && settings.is(Toggle.SPARKLINE)
            && flows.rows() >= ROWS_FOR_SPARKLINE);
  }

  /** A third of the list, and what the plot needs at least; none where few flows would be left. */
  private static int plotRows(Settings settings, int flowRows) {
    boolean pinned = settings.is(Toggle.PLOT) && settings.is(Toggle.PLOT_PINNED);
    int wanted = Math.max(ROWS_OF_PLOT, flowRows / 3);
    return pinned && flowRows - wanted >= ROWS_BESIDE_PLOT ? wanted : 0;
  }

  /** Whether the screen is too small to show anything. */
  public static boolean isTooSmall(ScreenState state) {
    return state.columns() < MIN_COLUMNS || state.rows() < MIN_ROWS;
  }

  /** How many rows of the list fit, at least 1. */
  public int page() {
    return Math.max(1, (flows.rows() - (sparkline ? 1 : 0)) / flowLines);
  }

  /**
   * Which of the list's rows in sight stands in a row of the screen.
   *
   * @param row of the screen
   * @param selected place among the rows in sight of the selected one; less than 0 if it is not
   * @return a place among the rows in sight, as if they filled the region; empty outside of it
   */
  public OptionalInt rowAt(int row, int selected) {
    int inside = row - flows.top();
    if (inside < 0 || inside >= flows.rows()) {
      return OptionalInt.empty();
    }
    boolean below = sparkline && selected >= 0 && inside >= (selected + 1) * flowLines;
    int place = (below ? inside - 1 : inside) / flowLines;
    return place < page() ? OptionalInt.of(place) : OptionalInt.empty();
  }
}
