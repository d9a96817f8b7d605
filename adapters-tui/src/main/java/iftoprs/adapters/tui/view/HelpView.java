package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Boxes;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.keys.Binding;
import iftoprs.adapters.tui.keys.KeyBindings;
import iftoprs.adapters.tui.theme.Theme;
import java.util.ArrayList;
import java.util.List;

/** The table of keys over the screen, in as many columns and pages as it takes. */
final class HelpView {

  private static final int COLUMN = 36;
  private static final int KEY = 9;
  private static final int WIDTH_FOR_MORE = 80;
  private static final String FOOT = "Esc closes · q quits";

  /** A line of a column: a heading, a key, or nothing. */
  private record Line(String key, String text) {

    static final Line BLANK = new Line("", "");

    boolean isHeading() {
      return key.isEmpty() && !text.isEmpty();
    }
  }

  private HelpView() {}

  static void draw(Grid grid, Scene scene, int page) {
    Theme theme = scene.theme();
    int columns = Math.clamp((grid.width() - 6) / COLUMN, 1, 3);
    int room = Math.max(1, grid.height() - 6);
    List<List<Line>> all = columns(lines(), Math.min(room, evenly(columns)));
    int pages = (all.size() + columns - 1) / columns;
    int shown = Math.floorMod(page, pages);
    int rows = all.stream().mapToInt(List::size).max().orElse(1);
    int width = Math.min(grid.width() - 2, columns * COLUMN + 3);
    int height = rows + 4;
    int x = (grid.width() - width) / 2;
    int y = Math.max(0, (grid.height() - height) / 2);
    Boxes.filled(
        grid,
        x,
        y,
        width,
        height,
        Paint.popup(theme, theme.popupBorder()),
        Paint.popup(theme, theme.text()));
    Popups.take(scene, x, y, width, height);
    String title = pages > 1 ? "Keys, page " + (shown + 1) + " of " + pages : "Keys";
    Boxes.title(grid, x, y, width, title, Paint.popupBold(theme, theme.key()));
    grid.clip(x + 1, y + 1, width - 2, height - 2);
    for (int i = 0; i < columns && shown * columns + i < all.size(); i++) {
      column(grid, theme, x + 2 + i * COLUMN, y + 1, all.get(shown * columns + i));
    }
    String more = width >= WIDTH_FOR_MORE ? "Tab tells of the bar at the foot · " : "";
    String foot = (pages > 1 ? "↓ ↑ turn pages · " : "") + more + FOOT;
    grid.text(x + 3, y + height - 2, foot, Paint.popup(theme, theme.dim()));
    grid.unclip();
  }

  private static void column(Grid grid, Theme theme, int x, int top, List<Line> lines) {
    int y = top;
    for (Line line : lines) {
      if (line.isHeading()) {
        grid.text(x, y, line.text(), Paint.popupBold(theme, theme.process()));
      } else {
        grid.text(x + 1, y, line.key(), Paint.popup(theme, theme.key()));
        grid.text(x + 1 + KEY, y, COLUMN - KEY - 2, line.text(), Paint.popup(theme, theme.text()));
      }
      y++;
    }
  }

  private static List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Binding.Group group : Binding.Group.values()) {
      if (!lines.isEmpty()) {
        lines.add(Line.BLANK);
      }
      lines.add(new Line("", group.title()));
      for (Binding binding : KeyBindings.table()) {
        if (binding.group() == group) {
          lines.add(new Line(binding.caption(), binding.help()));
        }
      }
    }
    return lines;
  }

  /** The height at which everything fits into so many columns. */
  private static int evenly(int columns) {
    int rows = lines().size() / columns;
    while (columns(lines(), rows).size() > columns) {
      rows++;
    }
    return rows;
  }

  /** Breaks before a heading that would stand alone at the foot, and drops blanks at the head. */
  private static List<List<Line>> columns(List<Line> lines, int rows) {
    List<List<Line>> columns = new ArrayList<>();
    List<Line> column = new ArrayList<>();
    for (Line line : lines) {
      boolean lonely = line.isHeading() && column.size() >= rows - 1 && rows > 1;
      if (column.size() >= rows || lonely) {
        columns.add(column);
        column = new ArrayList<>();
      }
      if (!(line.equals(Line.BLANK) && column.isEmpty())) {
        column.add(line);
      }
    }
    columns.add(column);
    return columns;
  }
}
