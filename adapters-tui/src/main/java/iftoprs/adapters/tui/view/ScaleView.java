package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Boxes;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.screen.Scale;

/** The scale of the bars: labels above a line with ticks. */
final class ScaleView {

  private ScaleView() {}

  static void draw(Grid grid, Scene scene) {
    if (scene.layout().scale().rows() == 0) {
      return;
    }
    Theme theme = scene.theme();
    int left = scene.layout().left();
    int width = scene.layout().width();
    int y = scene.layout().scale().top();
    long line = Paint.on(theme, theme.scaleLine());
    long label = Paint.on(theme, theme.scale());
    Boxes.horizontal(grid, left, y + 1, width, line);
    grid.set(left, y + 1, '└', line);
    int free = left;
    Scale scale = scene.scale();
    for (Scale.Tick tick : scale.ticks()) {
      int x = left + Math.min(width - 1, (int) Math.round(tick.fraction() * width));
      grid.set(x, y + 1, x == left + width - 1 ? '┘' : '┴', line);
      String text = scale.label(tick);
      int start = Math.min(x - text.length() / 2, left + width - text.length());
      if (start >= free) {
        grid.text(start, y, text, label);
        free = start + text.length() + 1;
      }
    }
  }
}
