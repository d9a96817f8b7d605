package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.view.Buttons.Button;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Prompt;
import java.util.List;

/** The filter being typed, with its caret and what it hits. */
final class PromptView {

  private static final int WIDTH_FOR_KEYS = 76;
  private static final int GAP = 2;
  private static final List<Button> KEYS =
      List.of(
          new Button("Enter", "keeps", new Command.Accept()),
          new Button("Esc", "takes back", new Command.Back()));

  private PromptView() {}

  static void draw(Grid grid, Scene scene, Prompt prompt) {
    Theme theme = scene.theme();
    int left = scene.layout().left();
    int width = scene.layout().width();
    int y = scene.layout().separator().top();
    grid.fill(left, y, width, 1, Paint.popup(theme, theme.text()));
    int end = left + width - 1;
    if (width >= WIDTH_FOR_KEYS) {
      end -= Buttons.width(KEYS);
      Buttons.draw(grid, scene, end, y, left + width - end, 1, KEYS);
      end -= GAP;
    }
    String hits = scene.list().flows() + " of " + scene.shown().flowCount() + " flows";
    end = grid.textRight(end, y, hits, Paint.popup(theme, theme.dim()));
    int start = left + 1;
    start += grid.text(start, y, "filter / ", Paint.popupBold(theme, theme.key()));
    int room = end - start - 2;
    LineView.draw(grid, scene, start, y, room, prompt);
  }
}
