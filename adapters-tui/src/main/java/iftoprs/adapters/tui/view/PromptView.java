package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.screen.Prompt;

/** The filter being typed, with its caret and what it hits. */
final class PromptView {

  private PromptView() {}

  static void draw(Grid grid, Scene scene, Prompt prompt) {
    Theme theme = scene.theme();
    int left = scene.layout().left();
    int width = scene.layout().width();
    int y = scene.layout().separator().top();
    grid.fill(left, y, width, 1, Paint.popup(theme, theme.text()));
    String hits = scene.list().flows() + " of " + scene.shown().flowCount() + " flows";
    String hint = "  Enter keeps  Esc takes back ";
    String right = width >= 76 ? hits + hint : hits + " ";
    int end = grid.textRight(left + width, y, right, Paint.popup(theme, theme.dim()));
    int start = left + 1;
    start += grid.text(start, y, "filter / ", Paint.popupBold(theme, theme.key()));
    int room = end - start - 2;
    // The caret stays in sight: what is left of it scrolls out first.
    String before = prompt.text().substring(0, prompt.caret());
    int skipped = skip(before, room);
    int caret = start + DisplayWidth.of(before.substring(skipped));
    String shown = prompt.text().substring(skipped);
    grid.text(start, y, Math.max(0, room), shown, Paint.popup(theme, theme.text()));
    String under =
        prompt.caret() < prompt.text().length()
            ? Character.toString(prompt.text().codePointAt(prompt.caret()))
            : " ";
    grid.text(caret, y, under, Paint.inverse(theme, theme.text()));
  }

  private static int skip(String before, int room) {
    int skipped = 0;
    while (skipped < before.length() && DisplayWidth.of(before.substring(skipped)) >= room) {
      skipped = before.offsetByCodePoints(skipped, 1);
    }
    return skipped;
  }
}
