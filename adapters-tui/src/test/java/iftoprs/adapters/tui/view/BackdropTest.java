package iftoprs.adapters.tui.view;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.domain.screen.Backdrop;
import iftoprs.domain.screen.BuiltInThemes;
import iftoprs.domain.screen.Command;
import iftoprs.ports.Preferences.Text;
import org.junit.jupiter.api.Test;

class BackdropTest {

  private static final Stage OURS = Stage.office(120, 35).press(new Command.Move(1));
  private static final Stage TERMINALS =
      Stage.office(120, 35).choosing("background", new Text("terminal")).press(new Command.Move(1));

  @Test
  void a_theme_paints_its_own_background() {
    assertThat(cells(OURS.grid(), Style.DEFAULT)).isZero();
  }

  @Test
  void the_terminals_background_shows_where_the_theme_would_paint_its_own() {
    int own = Themes.standard().background();

    assertThat(cells(OURS.grid(), own)).isPositive();
    assertThat(cells(TERMINALS.grid(), own)).isZero();
    assertThat(TERMINALS.text()).isEqualTo(OURS.text());
  }

  @Test
  void everything_else_keeps_its_surface() {
    Grid ours = OURS.grid();
    Grid terminals = TERMINALS.grid();
    int own = Themes.standard().background();
    for (int y = 0; y < ours.height(); y++) {
      for (int x = 0; x < ours.width(); x++) {
        int surface = Style.background(ours.styleAt(x, y));
        boolean cutOut = Style.foreground(ours.styleAt(x, y)) == own;
        if (surface != own && !cutOut) {
          assertThat(terminals.styleAt(x, y)).isEqualTo(ours.styleAt(x, y));
        }
      }
    }
  }

  @Test
  void what_is_cut_out_of_a_colour_is_reversed() {
    long cutOut = Paint.inverse(Themes.of(BuiltInThemes.ALL.getFirst(), Backdrop.TERMINAL), 0xFF00);

    assertThat(cutOut).isEqualTo(Style.of(0xFF00, Style.DEFAULT, Style.REVERSE | Style.BOLD));
  }

  private static int cells(Grid grid, int surface) {
    int count = 0;
    for (int y = 0; y < grid.height(); y++) {
      for (int x = 0; x < grid.width(); x++) {
        count += Style.background(grid.styleAt(x, y)) == surface ? 1 : 0;
      }
    }
    return count;
  }
}
