package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.keys.Binding;
import iftoprs.adapters.tui.keys.KeyBindings;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.view.Buttons.Button;
import iftoprs.domain.screen.Command;
import java.util.ArrayList;
import java.util.List;

/** The table of keys over the screen, in as many columns and pages as it takes. */
final class HelpView {

  private static final int COLUMN = 36;
  private static final int KEY = 9;
  private static final int BORDERS = 2;

  /** Rows that a group begins with at least: a heading and two keys. */
  private static final int FEWEST = 3;

  private static final int ROWS_FOR_A_GAP = 16;
  private static final int ROWS_FOR_A_MARGIN = 30;

  private static final List<Button> PAGES =
      List.of(
          new Button("↓", "next", "", new Command.TurnPage(1)),
          new Button("↑", "before", "", new Command.TurnPage(-1)));
  private static final List<Button> KEYS =
      List.of(
          new Button("Tab", "the bar at the foot", "bar", new Command.OpenSegments()),
          new Button("Esc", "closes", new Command.Back()),
          new Button("q", "quits", new Command.Quit()));

  /** A line of a column: a heading, a key, or nothing. */
  private record Line(String key, String text) {

    static final Line BLANK = new Line("", "");

    boolean isHeading() {
      return key.isEmpty() && !text.isEmpty();
    }
  }

  private HelpView() {}

  static void draw(Grid grid, Scene scene, int page) {
    int columns = Math.clamp((grid.width() - 6) / COLUMN, 1, 3);
    int gap = grid.height() < ROWS_FOR_A_GAP ? 0 : 1;
    int margin = grid.height() < ROWS_FOR_A_MARGIN ? 0 : 2;
    int room = Math.max(1, grid.height() - BORDERS - margin - gap - 1);
    List<List<Line>> all = columns(evenly(columns, room));
    int pages = pages(all, columns);
    int shown = Math.floorMod(page, pages);
    int rows = all.stream().mapToInt(List::size).max().orElse(1);
    int width = Math.min(grid.width() - 2, columns * COLUMN + 3);
    int height = rows + BORDERS + gap + 1;
    int x = (grid.width() - width) / 2;
    int y = Math.max(0, (grid.height() - height) / 2);
    String title = pages > 1 ? "Keys, page " + (shown + 1) + " of " + pages : "Keys";
    Popups.draw(grid, scene, x, y, width, height, title);
    Popups.take(scene, x, y, width, height);
    grid.clip(x + 1, y + 1, width - BORDERS, height - BORDERS);
    for (int i = 0; i < columns && shown * columns + i < all.size(); i++) {
      int left = x + 2 + i * COLUMN;
      column(grid, scene.theme(), left, y + 1, all.get(shown * columns + i));
    }
    List<Button> keys = new ArrayList<>(pages > 1 ? PAGES : List.of());
    keys.addAll(KEYS);
    Buttons.draw(grid, scene, x + 2, y + height - 2, width - 4, 1, keys);
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

  /** The keys of one group, below its heading. */
  private static List<Line> block(Binding.Group group) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("", group.title()));
    for (Binding binding : KeyBindings.table()) {
      if (binding.group() == group) {
        lines.add(new Line(binding.caption(), binding.help()));
      }
    }
    return lines;
  }

  private static int pages(List<List<Line>> all, int columns) {
    return (all.size() + columns - 1) / columns;
  }

  /** The least height, up to a most, at which the keys take no more pages than at that. */
  private static int evenly(int columns, int most) {
    int pages = pages(columns(most), columns);
    int rows = most;
    while (rows > 1 && pages(columns(rows - 1), columns) == pages) {
      rows--;
    }
    return rows;
  }

  /**
   * All groups in columns of at most so many rows. A group stays together where it fits into a
   * column; one that does not begins where there is room for some of it, and the rest comes below
   * its heading again.
   */
  private static List<List<Line>> columns(int rows) {
    List<List<Line>> columns = new ArrayList<>();
    List<Line> column = new ArrayList<>();
    for (Binding.Group group : Binding.Group.values()) {
      List<Line> block = block(group);
      int free = rows - column.size() - 1;
      boolean together = block.size() <= rows || free < FEWEST;
      if (!column.isEmpty() && together && block.size() > free) {
        columns.add(column);
        column = new ArrayList<>();
      } else if (!column.isEmpty()) {
        column.add(Line.BLANK);
      }
      for (Line line : block) {
        if (column.size() >= rows) {
          columns.add(column);
          column = new ArrayList<>(rows > 2 ? block.subList(0, 1) : List.of());
        }
        column.add(line);
      }
    }
    columns.add(column);
    return columns;
  }
}
