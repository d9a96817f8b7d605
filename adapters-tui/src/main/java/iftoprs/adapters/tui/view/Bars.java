package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Colours;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Window;
import iftoprs.domain.screen.Toggle;

/**
 * Bars under the rows of flows.
 *
 * <p>They are background tints, so text keeps its colour across their end. The length follows the
 * scale; the strength follows the share of the link, so that the biggest flow stands out on a
 * logarithmic scale, too.
 */
final class Bars {

  /** Cells of one colour: finer steps cost bytes and show no better. */
  private static final int STEP = 6;

  private static final int STRENGTHS = 101;
  private static final double FAINTEST = 0.4;

  private final Scene scene;
  private final Theme theme;
  private final int left;
  private final int width;
  private final long link;

  Bars(Scene scene) {
    this.scene = scene;
    this.theme = scene.theme();
    this.left = scene.layout().left();
    this.width = scene.layout().width();
    Window window = scene.sort().barWindow();
    this.link = Math.max(1, scene.shown().head().totals().rates(Side.BOTH).over(window));
  }

  /** Draws what has to be there before the text is. */
  void beneath(Grid grid, int y, long rate) {
    if (!isOn()) {
      return;
    }
    long line = Paint.on(theme, theme.scaleLine());
    switch (scene.settings().barStyle()) {
      case GRADIENT, SOLID -> {
        // Tints come behind the text.
      }
      case THIN -> grid.fill(left, y, length(rate), 1, line);
      case ASCII -> {
        for (int x = 0; x < length(rate); x++) {
          grid.set(left + x, y, '#', line);
        }
      }
    }
  }

  /** Draws the rest, around and under the text. */
  void behind(Grid grid, int y, long rate, boolean selected) {
    if (selected) {
      grid.tint(left, y, width, theme.selectedBackground());
    }
    if (!isOn()) {
      return;
    }
    int length = length(rate);
    switch (scene.settings().barStyle()) {
      case GRADIENT -> gradient(grid, y, length, strength(rate), selected);
      case SOLID -> grid.tint(left, y, length, colour(1, 1, strength(rate), selected));
      case THIN -> grid.emphasise(left, y, length, Style.UNDERLINE);
      case ASCII -> makeRoom(grid, y, length, selected);
    }
  }

  /** Takes away the hash signs that touch text, which could not be read otherwise. */
  private void makeRoom(Grid grid, int y, int length, boolean selected) {
    int surface = selected ? theme.selectedBackground() : theme.surface();
    long line = Style.of(theme.scaleLine(), surface);
    boolean[] text = new boolean[width + 2];
    for (int x = 0; x < width; x++) {
      String cell = grid.textAt(left + x, y);
      text[x + 1] = !cell.isBlank() && !cell.equals("#");
    }
    for (int x = 0; x < length; x++) {
      if (!text[x + 1] && (text[x] || text[x + 2])) {
        grid.set(left + x, y, ' ', line);
      }
    }
  }

  private boolean isOn() {
    return scene.settings().is(Toggle.BARS);
  }

  private int length(long rate) {
    int length = (int) Math.round(scene.scale().fraction(rate) * width);
    return rate > 0 ? Math.max(1, length) : 0;
  }

  private int strength(long rate) {
    double share = Math.min(1, (double) rate / link);
    return (int) Math.round((FAINTEST + (1 - FAINTEST) * Math.cbrt(share)) * (STRENGTHS - 1));
  }

  private void gradient(Grid grid, int y, int length, int strength, boolean selected) {
    for (int x = 0; x < length; x += STEP) {
      int cells = Math.min(STEP, length - x);
      grid.tint(left + x, y, cells, colour(x, length, strength, selected));
    }
  }

  private int colour(int x, int length, int strength, boolean selected) {
    int full = selected ? theme.selectedBar(x + STEP, length) : theme.bar(x + STEP, length);
    int none = selected ? theme.selectedBackground() : theme.background();
    return Colours.between(none, full, strength, STRENGTHS);
  }
}
