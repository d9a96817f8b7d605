package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Prompt;
import iftoprs.domain.screen.Target;

/** A line being typed, in a popup's colours. A click puts the caret. */
final class LineView {

  private LineView() {}

  /**
   * Draws the line. The caret stays in sight: what is left of it scrolls out first.
   *
   * @param room columns, the last of which only the caret reaches
   */
  static void draw(Grid grid, Scene scene, int x, int y, int room, Prompt prompt) {
    Theme theme = scene.theme();
    String text = prompt.text();
    int skipped = skip(text.substring(0, prompt.caret()), room);
    grid.text(x, y, Math.max(0, room), text.substring(skipped), Paint.popup(theme, theme.text()));
    int first = text.codePointCount(0, skipped);
    int at = x;
    for (int i = skipped; i < text.length() && at < x + room; i = text.offsetByCodePoints(i, 1)) {
      int columns = DisplayWidth.of(text.codePointAt(i));
      put(scene, at, y, columns, first++);
      at += columns;
    }
    put(scene, at, y, x + room - at, first);
    int caret = x + DisplayWidth.of(text.substring(skipped, prompt.caret()));
    String under =
        prompt.caret() < text.length() ? Character.toString(text.codePointAt(prompt.caret())) : " ";
    grid.text(caret, y, under, Paint.inverse(theme, theme.text()));
  }

  private static void put(Scene scene, int x, int y, int columns, int character) {
    Command command = new Command.EditFilter(new Prompt.PutCaret(character));
    scene.hits().add(x, y, columns, 1, new Target.Action(command));
  }

  private static int skip(String before, int room) {
    int skipped = 0;
    while (skipped < before.length() && DisplayWidth.of(before.substring(skipped)) >= room) {
      skipped = before.offsetByCodePoints(skipped, 1);
    }
    return skipped;
  }
}
