package iftoprs.domain.screen;

import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Window;
import iftoprs.domain.screen.TipText.Figures;
import iftoprs.domain.screen.TipText.Line;
import iftoprs.domain.text.Rates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;

/** Rates and sums of a row, by direction, for its tooltip. */
final class TipFigures {

  /** Columns of the terminal that sums beside the rates take. */
  private static final int WIDE = 64;

  private final Rates unit;
  private final boolean wide;
  private final ToLongBiFunction<Window, Side> rates;
  private final ToLongFunction<Side> bytes;
  private final ToLongFunction<Side> packets;
  private final List<Line> lines = new ArrayList<>();

  private TipFigures(
      ScreenState state,
      ToLongBiFunction<Window, Side> rates,
      ToLongFunction<Side> bytes,
      ToLongFunction<Side> packets) {
    this.unit = state.settings().is(Toggle.BYTES) ? Rates.BYTES : Rates.BITS;
    this.wide = state.columns() >= WIDE;
    this.rates = rates;
    this.bytes = bytes;
    this.packets = packets;
  }

  /**
   * The figures as lines.
   *
   * @param state unit and width
   * @param rates bytes per second
   * @param bytes since the flows began
   * @param packets since the flows began
   * @return headings and figures
   */
  static List<Line> of(
      ScreenState state,
      ToLongBiFunction<Window, Side> rates,
      ToLongFunction<Side> bytes,
      ToLongFunction<Side> packets) {
    return new TipFigures(state, rates, bytes, packets).lines();
  }

  private List<Line> lines() {
    heading(unit.perSecond(), wide ? "2s,10s,40s,total,packets" : "2s,10s,40s");
    for (Side side : Side.values()) {
      rates(side);
    }
    if (!wide) {
      heading("since start", "total,packets");
      for (Side side : Side.values()) {
        lines.add(new Figures(label(side), sums(side), false));
      }
    }
    return lines;
  }

  private void heading(String label, String titles) {
    lines.add(new Figures(label, List.of(titles.split(",")), true));
  }

  private void rates(Side side) {
    List<String> cells = new ArrayList<>();
    for (Window window : Window.values()) {
      cells.add(unit.aligned(rates.applyAsLong(window, side)));
    }
    if (wide) {
      cells.addAll(sums(side));
    }
    lines.add(new Figures(label(side), cells, false));
  }

  private List<String> sums(Side side) {
    return List.of(
        Rates.BYTES.aligned(bytes.applyAsLong(side)), Long.toString(packets.applyAsLong(side)));
  }

  private static String label(Side side) {
    return switch (side) {
      case SENT -> "TX";
      case RECEIVED -> "RX";
      case BOTH -> "TX+RX";
    };
  }
}
