package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Target;
import java.util.List;

/** Hints that name a key and can be clicked in its stead. */
final class Buttons {

  private static final int GAP = 3;
  private static final int NARROW_GAP = 2;

  /**
   * One hint.
   *
   * @param key the key as a person reads it
   * @param words what it does
   * @param brief the same where room is short; empty where the key speaks for itself
   * @param command what both ask for
   */
  record Button(String key, String words, String brief, Command command) {

    Button(String key, String words, Command command) {
      this(key, words, words, command);
    }

    /** Both in one. */
    String text() {
      return key + " " + words;
    }

    private Button shortened() {
      return new Button(key, brief, brief, command);
    }

    private int width() {
      return DisplayWidth.of(key) + (words.isEmpty() ? 0 : 1 + DisplayWidth.of(words));
    }
  }

  private Buttons() {}

  /** Columns of all of them on one line. */
  static int width(List<Button> all) {
    return all.stream().mapToInt(Button::width).sum() + GAP * (all.size() - 1);
  }

  /**
   * Draws hints one behind the other, all of them in their brief form where the whole words do not
   * fit into the rows; one that does not fit begins a new line.
   */
  static void draw(Grid grid, Scene scene, int x, int y, int width, int rows, List<Button> all) {
    if (rows(all, GAP, width) <= rows) {
      draw(grid, scene, x, y, width, rows, all, GAP);
    } else {
      List<Button> brief = all.stream().map(Button::shortened).toList();
      draw(grid, scene, x, y, width, rows, brief, NARROW_GAP);
    }
  }

  private static int rows(List<Button> all, int gap, int width) {
    int rows = 1;
    int used = 0;
    for (Button button : all) {
      if (used > 0 && used + button.width() > width) {
        rows++;
        used = 0;
      }
      used += button.width() + gap;
    }
    return rows;
  }

  private static void draw(
      Grid grid, Scene scene, int x, int y, int width, int rows, List<Button> all, int gap) {
    Theme theme = scene.theme();
    int at = x;
    int row = 0;
    for (Button button : all) {
      if (at > x && at + button.width() > x + width) {
        at = x;
        row++;
      }
      if (row == rows) {
        return;
      }
      int words = at + DisplayWidth.of(button.key()) + 1;
      grid.text(at, y + row, button.key(), Paint.popupBold(theme, theme.key()));
      grid.text(words, y + row, button.words(), Paint.popup(theme, theme.dim()));
      Target target = new Target.Action(button.command());
      scene.hits().add(at, y + row, button.width(), 1, target);
      at += button.width() + gap;
    }
  }
}
