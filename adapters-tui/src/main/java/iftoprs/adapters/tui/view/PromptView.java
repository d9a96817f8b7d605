package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.view.Buttons.Button;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Prompt;
import java.util.List;
import java.util.stream.Stream;

/** The filter being typed, with its caret and what it hits. */
final class PromptView {

  /** Columns that remain for what is typed; below that, hints are brief, and then left out. */
  private static final int LEAST_TEXT = 20;

  private static final int GAP = 2;
  private static final String LABEL = "filter / ";
  private static final List<Button> KEYS =
      List.of(
          new Button("Enter", "keeps", new Command.Accept()),
          new Button("Esc", "takes back", new Command.Back()));
  private static final List<Button> BRIEF_KEYS =
      List.of(
          new Button("Enter", "", new Command.Accept()), new Button("Esc", "", new Command.Back()));

  private PromptView() {}

  static void draw(Grid grid, Scene scene, Prompt prompt) {
    Theme theme = scene.theme();
    int left = scene.layout().left();
    int width = scene.layout().width();
    int y = scene.layout().separator().top();
    grid.fill(left, y, width, 1, Paint.popup(theme, theme.text()));
    int end = left + width - 1;
    String hits = scene.list().flows() + " of " + scene.shown().flowCount() + " flows";
    int room = width - LABEL.length() - hits.length() - LEAST_TEXT - 2 * GAP;
    List<Button> keys =
        Stream.of(KEYS, BRIEF_KEYS)
            .filter(it -> Buttons.width(it) <= room)
            .findFirst()
            .orElse(List.of());
    if (!keys.isEmpty()) {
      end -= Buttons.width(keys);
      Buttons.draw(grid, scene, end, y, left + width - end, 1, keys);
      end -= GAP;
    }
    end = grid.textRight(end, y, hits, Paint.popup(theme, theme.dim()));
    int start = left + 1;
    start += grid.text(start, y, LABEL, Paint.popupBold(theme, theme.key()));
    LineView.draw(grid, scene, start, y, end - start - 2, prompt);
  }
}
