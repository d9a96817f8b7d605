package iftoprs.domain.screen;

import iftoprs.domain.flow.LinkHistory;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.text.Rates;
import java.util.ArrayList;
import java.util.List;

/**
 * The scale of the bars: how far a rate reaches.
 *
 * <p>Logarithmic from 1 to 10^9, 10^10 or 10^11 bits (one decade less in bytes), the smallest that
 * holds the link's peak; or linear from 0 to the next 1, 2 or 5 above the peak of the last minutes.
 *
 * @param unit what the labels count
 * @param linear whether it is linear
 * @param top the upper end in units
 */
public record Scale(Rates unit, boolean linear, double top) {

  /**
   * A mark on the scale.
   *
   * @param fraction where, 0 to 1
   * @param bytes which rate, bytes per second, rounded up
   */
  public record Tick(double fraction, double bytes) {}

  private static final int LINEAR_TICKS = 5;

  /**
   * The scale for what was seen.
   *
   * @param snapshot what was seen
   * @param settings unit and kind
   * @return its scale
   */
  public static Scale of(Snapshot snapshot, Settings settings) {
    Rates unit = settings.is(Toggle.BYTES) ? Rates.BYTES : Rates.BITS;
    if (settings.is(Toggle.LINEAR)) {
      long peak = recentPeak(snapshot.head().link());
      return new Scale(unit, true, step((double) peak * unit.perByte()));
    }
    double seen = (double) snapshot.head().totals().peakBoth() * unit.perByte();
    double top = unit == Rates.BITS ? 1e9 : 1e8;
    for (int decade = 0; decade < 2 && top < seen; decade++) {
      top *= 10;
    }
    return new Scale(unit, false, top);
  }

  private static long recentPeak(LinkHistory link) {
    long peak = 0;
    for (int i = 0; i < link.sent().length; i++) {
      peak = Math.max(peak, link.sent()[i] + link.received()[i]);
    }
    return peak;
  }

  /** The smallest of 1, 2, 5 times a power of ten that is not below a value, at least 1000. */
  private static double step(double value) {
    double decade = 1000;
    while (decade * 10 <= value) {
      decade *= 10;
    }
    for (int factor : new int[] {1, 2, 5}) {
      if (decade * factor >= value) {
        return decade * factor;
      }
    }
    return decade * 10;
  }

  /**
   * How far a rate reaches.
   *
   * @param bytes bytes per second
   * @return 0 to 1
   */
  public double fraction(long bytes) {
    double value = (double) bytes * unit.perByte();
    if (linear) {
      return Math.clamp(value / top, 0, 1);
    }
    return value <= 1 ? 0 : Math.min(1, Math.log10(value) / Math.log10(top));
  }

  /** The marks, from the left. */
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    if (linear) {
      for (int i = 1; i <= LINEAR_TICKS; i++) {
        double fraction = (double) i / LINEAR_TICKS;
        ticks.add(new Tick(fraction, top * fraction / unit.perByte()));
      }
      return List.copyOf(ticks);
    }
    int decades = (int) Math.round(Math.log10(top));
    for (int power = decades % 2 == 0 ? 2 : 1; power <= decades; power += 2) {
      ticks.add(new Tick((double) power / decades, Math.pow(10, power) / unit.perByte()));
    }
    return List.copyOf(ticks);
  }

  /**
   * What stands at a mark.
   *
   * @param tick one of {@link #ticks}
   * @return such as {@code 100kb}
   */
  public String label(Tick tick) {
    return unit.rounded(tick.bytes() * unit.perByte());
  }
}
