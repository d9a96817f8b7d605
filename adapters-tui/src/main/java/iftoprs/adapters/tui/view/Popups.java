package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Boxes;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.screen.Target;

/** Boxes over the flows. */
final class Popups {

  private Popups() {}

  /** An empty box with a title. */
  static void draw(Grid grid, Scene scene, int x, int y, int columns, int rows, String title) {
    Theme theme = scene.theme();
    grid.boxed(theme.popupBackground());
    long border = Paint.popup(theme, theme.popupBorder());
    Boxes.filled(grid, x, y, columns, rows, border, Paint.popup(theme, theme.text()));
    Boxes.title(grid, x, y, columns, title, Paint.popupBold(theme, theme.key()));
  }

  /** What lies over the flows takes the mouse. */
  static void take(Scene scene, int x, int y, int columns, int rows) {
    scene.hits().add(x, y, columns, rows, Target.POPUP);
  }
}
