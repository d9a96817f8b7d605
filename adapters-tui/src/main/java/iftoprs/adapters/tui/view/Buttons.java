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

  /**
   * One hint.
   *
   * @param key the key as a person reads it
   * @param words what it does
   * @param command what both ask for
   */
  record Button(String key, String words, Command command) {

    private int width() {
      return DisplayWidth.of(key) + 1 + DisplayWidth.of(words);
    }
  }

  private Buttons() {}

  /** Columns of all of them on one line. */
  static int width(List<Button> all) {
    return all.stream().mapToInt(Button::width).sum() + GAP * (all.size() - 1);
  }

  /**
   * Draws hints one behind the other; one that does not fit begins a new line.
   *
   * @return the rows that were used, never more than allowed
   */
  static int draw(Grid grid, Scene scene, int x, int y, int width, int rows, List<Button> all) {
    Theme theme = scene.theme();
    int at = x;
    int row = 0;
    for (Button button : all) {
      if (at > x && at + button.width() > x + width) {
        at = x;
        row++;
      }
      if (row == rows) {
        return rows;
      }
      int start = at;
      at += grid.text(at, y + row, button.key(), Paint.popupBold(theme, theme.key())) + 1;
      at += grid.text(at, y + row, button.words(), Paint.popup(theme, theme.dim()));
      scene.hits().add(start, y + row, at - start, 1, new Target.Action(button.command()));
      at += GAP;
    }
    return row + 1;
  }
}
