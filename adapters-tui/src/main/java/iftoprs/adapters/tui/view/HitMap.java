package iftoprs.adapters.tui.view;

import iftoprs.domain.screen.Segment;
import iftoprs.domain.screen.Spot;
import iftoprs.domain.screen.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Which cell of a frame belongs to what, as it was painted: a list of rectangles, of which the
 * later ones lie above the earlier.
 */
public final class HitMap {

  private record Area(int x, int y, int columns, int rows, Target target) {

    boolean holds(int column, int row) {
      return column >= x && column < x + columns && row >= y && row < y + rows;
    }
  }

  private static final Area NOWHERE = new Area(0, 0, 0, 0, Target.NOTHING);

  private final List<Area> areas = new ArrayList<>();
  private Area tip = NOWHERE;

  /** What no frame was painted of. */
  public static HitMap empty() {
    return new HitMap();
  }

  void add(int x, int y, int columns, int rows, Target target) {
    areas.add(new Area(x, y, columns, rows, target));
  }

  /** Where the tooltip lies, above all else. */
  void tip(int x, int y, int columns, int rows) {
    tip = new Area(x, y, columns, rows, Target.NOTHING);
  }

  /** Where a part of the bar begins; 0 if it was not painted. */
  int start(Segment segment) {
    Target wanted = new Target.Bar(segment);
    return areas.stream()
        .filter(area -> area.target().equals(wanted))
        .mapToInt(Area::x)
        .findFirst()
        .orElse(0);
  }

  /**
   * What is in a cell.
   *
   * @param x column, which may lie outside of the screen
   * @param y row, which may lie outside of the screen
   * @return the cell, and what it belongs to
   */
  public Spot at(int x, int y) {
    Target target = Target.NOTHING;
    for (Area area : areas) {
      if (area.holds(x, y)) {
        target = area.target();
      }
    }
    return new Spot(x, y, target, tip.holds(x, y));
  }
}
