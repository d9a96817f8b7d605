package iftoprs.adapters.tui.view;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.domain.screen.Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparatorTest {

  private static final Command RING = new Command.Ring("⚠ ALERT: backup.example.org 11.6Mb/s", 7);

  private static Command say(String message) {
    return new Command.Say(message);
  }

  /** The line with the tabs. */
  private static String line(Stage stage) {
    List<String> lines = stage.text().lines().toList();
    return lines.stream().filter(it -> it.startsWith("├")).findFirst().orElseThrow();
  }

  private static int colourBehind(Stage stage, String text) {
    Grid grid = stage.grid();
    for (int y = 0; y < grid.height(); y++) {
      int x = grid.rowText(y).indexOf(text);
      if (x >= 0) {
        return Style.background(grid.styleAt(x, y));
      }
    }
    throw new AssertionError("no " + text);
  }

  @Test
  void an_alert_is_in_its_colour_as_long_as_it_stands() {
    Stage stage = Stage.office(80, 24).press(RING);
    int lit = colourBehind(stage, "ALERT");
    for (int i = 0; i < 8; i++) {
      stage.press(new Command.Blink());
    }

    assertThat(lit).isEqualTo(Themes.standard().alert());
    assertThat(colourBehind(stage, "ALERT")).isEqualTo(lit);
  }

  @Test
  void a_message_is_no_alarm_though_the_border_blinks() {
    Stage stage = Stage.office(80, 24).press(RING, say("Exported 12 flows"));

    assertThat(stage.state().alarm().blinks()).isPositive();
    assertThat(colourBehind(stage, "Exported")).isEqualTo(Themes.standard().key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Select a flow first: j, ↓ or a click", "Exported 64 flows to ~/x"})
  void a_message_takes_the_place_of_tabs_where_room_is_short(String message) {
    Stage stage = Stage.office(40, 10).press(say(message));

    assertThat(line(stage)).contains(message);
    assertThat(line(stage.press(new Command.Hush()))).contains("[Flows] Procs  Pubs");
  }

  @Test
  void what_was_opened_gives_way_to_a_message() {
    String message = "Processes by executable: off";
    Stage stage =
        Stage.office(80, 24)
            .press(new Command.NextTab(1), new Command.Move(1), new Command.Enter(), say(message));

    assertThat(line(stage)).contains(message);
    assertThat(line(stage.press(new Command.Hush()))).contains("›").contains("[Processes]");
  }

  @Test
  void that_figures_are_held_is_told_at_40_columns() {
    Stage stage = Stage.office(40, 10).press(new Command.Pause(), new Command.Hush());

    assertThat(line(stage)).contains("[Flows]").contains("⏸ 0 s old, P resumes");
  }

  @Test
  void the_count_is_not_drawn_over_a_tab() {
    Stage stage = Stage.office(40, 10).press(new Command.NextTab(2));

    assertThat(line(stage)).contains("[Pubs]");
    assertThat(line(Stage.office(40, 10))).contains("Pubs ").containsPattern("1–2 of 16 ");
  }
}
