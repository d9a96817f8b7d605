package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.adapters.tui.view.Buttons.Button;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.ThemeEdit;
import java.util.List;

/** The list of palettes, scrolled so that the chosen one is in sight. */
final class ThemesView {

  private static final int WIDTH = 44;
  private static final int BORDERS = 2;
  private static final int NAME = 18;

  private static final List<Button> KEYS =
      List.of(
          new Button("Enter", "keeps", new Command.Accept()),
          new Button("Esc", "takes back", "back", new Command.Back()),
          new Button("C", "edits", new Command.EditTheme(new ThemeEdit.Open())));

  private ThemesView() {}

  static void draw(Grid grid, Scene scene) {
    Theme theme = scene.theme();
    List<String> names = scene.state().themeNames();
    int width = Math.min(WIDTH, grid.width() - 2);
    int rows = Math.min(names.size(), Math.max(1, grid.height() - 5));
    int height = rows + 3;
    int x = (grid.width() - width) / 2;
    int y = Math.max(0, (grid.height() - height) / 2);
    int chosen = Math.max(0, names.indexOf(scene.state().colours().name()));
    String title = "Themes, " + (chosen + 1) + " of " + names.size();
    Popups.draw(grid, scene, x, y, width, height, title);
    int first = Math.clamp(chosen - rows / 2L, 0, names.size() - rows);
    grid.clip(x + 1, y + 1, width - 2, height - 2);
    Popups.take(scene, x, y, width, height);
    for (int i = 0; i < rows; i++) {
      scene.hits().add(x + 1, y + 1 + i, width - 2, 1, new Target.Entry(first + i));
      row(
          grid,
          theme,
          x + 1,
          y + 1 + i,
          width - 2,
          offered(scene, names.get(first + i)),
          first + i == chosen);
    }
    Buttons.draw(grid, scene, x + 3, y + height - 2, width - 4, 1, KEYS);
    grid.unclip();
  }

  private static Theme offered(Scene scene, String name) {
    return scene.settings().customThemes().called(name).map(Themes::of).orElseGet(Themes::standard);
  }

  private static void row(
      Grid grid, Theme theme, int x, int y, int width, Theme offered, boolean chosen) {
    long style = chosen ? Paint.popupBold(theme, theme.key()) : Paint.popup(theme, theme.text());
    grid.text(x + 1, y, chosen ? "▸" : " ", style);
    grid.text(x + 3, y, NAME, offered.displayName(), style);
    int at = x + 3 + NAME + 1;
    String swatch = width + BORDERS == WIDTH ? "██" : "█";
    for (int sample : samples(offered)) {
      at += grid.text(at, y, swatch, Style.of(sample, theme.popupBackground())) + 1;
    }
    if (chosen) {
      grid.tint(x, y, width, theme.selectedBackground());
    }
  }

  /** The colours by which a palette is recognised. */
  static int[] samples(Theme theme) {
    return new int[] {
      theme.source(),
      theme.process(),
      theme.rate10(),
      theme.rate40(),
      theme.barHigh(),
      theme.border()
    };
  }
}
