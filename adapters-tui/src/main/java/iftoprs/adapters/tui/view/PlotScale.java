package iftoprs.adapters.tui.view;

import iftoprs.domain.text.Rates;

/**
 * How far rates reach in the plot of the link, sent ones upwards and received ones downwards, both
 * on one scale: linear, or logarithmic like that of the bars.
 *
 * @param unit of the labels
 * @param linear which of them
 * @param base the rate at the common line; 0 if linear
 * @param perRow what a row stands for: in units, or in decades
 * @param up rows of what was sent
 * @param down rows of what was received
 */
record PlotScale(Rates unit, boolean linear, double base, double perRow, int up, int down) {

  /** Rows of the smaller side: one for its name, one for its label. */
  private static final int LEAST_SIDE = 2;

  /** Rows between two labels of a linear scale; its steps are round when taken so many times. */
  private static final int LABELLED = 5;

  /** The least that a side reaches, in units: an idle link is not blown up to single bits. */
  private static final int LEAST_REACH = 1000;

  /** Whole decades below that of the peak: with all of them bursts would look like the rest. */
  private static final int DECADES = 2;

  private static final int LEAST_BASE = 100;

  /** What a row may stand for: five of them make a whole number. */
  private static final double[] STEPS = {
    1, 1.2, 1.4, 1.6, 1.8, 2, 2.4, 2.8, 3.2, 3.6, 4, 5, 6, 7, 8, 9, 10
  };

  /**
   * The scale for two peaks.
   *
   * @param unit of the labels
   * @param linear whether it is linear
   * @param sent the peak of what was sent, bytes per second
   * @param received the peak of what was received
   * @param rows of both sides together
   */
  static PlotScale of(Rates unit, boolean linear, long sent, long received, int rows) {
    double most = Math.max(LEAST_REACH, (double) Math.max(sent, received) * unit.perByte());
    double base =
        linear
            ? 0
            : Math.max(LEAST_BASE, Math.pow(10, Math.floor(Math.log10(most) + 1e-9) - DECADES));
    double above = reach(unit, base, Math.max(1, sent));
    double below = reach(unit, base, Math.max(1, received));
    double share = above + below > 0 ? above / (above + below) : 0.5;
    int up = Math.clamp(Math.round(share * rows), LEAST_SIDE, rows - LEAST_SIDE);
    int down = rows - up;
    double exact = Math.max(above / up, below / down);
    double least = (linear ? LEAST_REACH : 1.0) / Math.max(up, down);
    double perRow = linear ? roundUp(Math.max(exact, least)) : partOfDecade(Math.max(exact, least));
    return new PlotScale(unit, linear, base, perRow, up, down);
  }

  /** How far bytes reach from the common line: in units, or in decades. */
  private static double reach(Rates unit, double base, long bytes) {
    double value = (double) bytes * unit.perByte();
    return base == 0 ? value : Math.max(0, Math.log10(value / base));
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

  /** The next one with quarters of rows in a decade: the axis stays here, too. */
  private static double partOfDecade(double exact) {
    return 4 / Math.max(1, Math.floor(4 / exact));
  }

  /** How many rows a rate reaches, in bytes per second. */
  double rows(long bytes) {
    return reach(unit, base, bytes) / perRow;
  }

  /**
   * What stands at a row.
   *
   * @param row counted from 1 at the common line, where the side's name stands
   * @param rows rows of its side
   * @return a round rate, or nothing
   */
  String label(int row, int rows) {
    if (linear) {
      return row % Math.min(LABELLED, rows) == 0 ? unit.rounded(perRow * row) : "";
    }
    long decades = Math.round(perRow * row);
    boolean here = row > 1 && decades > 0 && Math.round(decades / perRow) == row;
    return here ? unit.rounded(base * Math.pow(10, decades)) : "";
  }
}
