package iftoprs.adapters.tui.view;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.Interest;
import iftoprs.domain.sample.SampleTraffic;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Prompt;
import iftoprs.domain.screen.ThemeEdit;
import iftoprs.domain.screen.Toggle;
import iftoprs.ports.Transport;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person has to be able to read: nothing touches, jumps, or says what is not so. */
class LegibilityTest {

  private static final Command[] ASCII = {
    new Command.NextBarStyle(), new Command.NextBarStyle(), new Command.NextBarStyle()
  };

  private static Command filter(String text) {
    return new Command.EditFilter(new Prompt.Insert(text));
  }

  private static String row(Stage stage, int y) {
    return stage.grid().rowText(y);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_unit_of_the_rates_never_touches_the_title_before(boolean border) {
    for (int columns = 40; columns <= 170; columns++) {
      for (int tab = 0; tab < 3; tab++) {
        Stage stage = Stage.office(columns, 24).press(new Command.NextTab(tab));
        if (!border) {
          stage.press(new Command.Flip(Toggle.BORDER));
        }
        for (int mode = 0; mode < 4; mode++) {
          stage.press(new Command.NextLineMode(), new Command.Flip(Toggle.BYTES));
          assertThat(stage.text().lines().filter(it -> it.contains("2s▼")).findFirst())
              .as("%d columns, tab %d, mode %d", columns, tab, mode)
              .hasValueSatisfying(
                  it -> assertThat(it).doesNotContainPattern("[A-Z](bit|byte|[bB]/)"));
        }
      }
    }
  }

  @Test
  void hash_signs_leave_no_holes_in_the_selected_row() {
    Stage stage = Stage.office(80, 24).press(ASCII).press(new Command.Move(1));
    Grid grid = stage.grid();
    Theme theme = Themes.standard();
    int y =
        stage
            .text()
            .lines()
            .toList()
            .indexOf(stage.text().lines().filter(it -> it.contains("▌")).findFirst().orElseThrow());

    for (int x = 1; x < 79; x++) {
      assertThat(Style.background(grid.styleAt(x, y + 1)))
          .as("column %d of %s", x, grid.rowText(y + 1))
          .isEqualTo(theme.selectedBackground());
    }
  }

  @Test
  void a_zero_is_offered_only_where_it_clears_the_filter() {
    Stage stage = Stage.office(80, 24).press(new Command.OpenFilter(), filter("nowhere"));

    assertThat(stage.text()).contains("‘nowhere’, Esc takes it back").doesNotContain("0 clears");
    assertThat(stage.press(new Command.Accept()).text()).contains("‘nowhere’, 0 clears the filter");
  }

  @Test
  void why_nothing_is_shown_is_said_in_whole_words_at_40_columns() {
    Stage stage =
        Stage.office(40, 10)
            .press(new Command.OpenFilter(), filter("nowhere"), new Command.Accept());

    assertThat(stage.text())
        .contains(" no flow matches ‘nowhere’ ")
        .contains(" 0 clears the filter ");
    assertThat(Stage.office(40, 10).press(new Command.ShowAlerts()).text())
        .contains("--alert 10Mbit")
        .contains("settings file.");
  }

  @Test
  void a_name_being_typed_at_40_columns_names_the_keys() {
    Stage stage =
        Stage.office(40, 10)
            .press(new Command.EditTheme(new ThemeEdit.Open()), new Command.Accept());

    assertThat(stage.text()).contains("name:").contains("Enter saves").contains("Esc goes back");
  }

  @Test
  void the_history_of_a_flow_grows_in_place() {
    SampleTraffic traffic = new SampleTraffic();
    FlowKey key = traffic.tcp("192.168.1.20:1", "198.51.100.1:443", 9000, 0).tick().flow(0).key();
    traffic.watch(new Interest(Set.of(key)));
    String early = history(traffic, 80);
    String late = history(traffic, 80);

    assertThat(early).contains("last 2 s").contains("TX+RX peak");
    assertThat(late).contains("last 3 s");
    assertThat(late.indexOf("last")).isEqualTo(early.indexOf("last"));
    assertThat(history(traffic, 60)).contains("peak").contains("/s");
  }

  private static String history(SampleTraffic traffic, int columns) {
    traffic.tcp("192.168.1.20:1", "198.51.100.1:443", 9000, 0).tick();
    Stage stage = new Stage(traffic.newest(), columns, 24).press(new Command.Move(1));
    List<String> lines = stage.text().lines().toList();
    return lines.get(stage.state().settings().lineMode().lines() + 4);
  }

  @Test
  void typing_a_filter_moves_no_line() {
    Stage stage = Stage.office(80, 24).press(new Command.OpenFilter());
    int prompt = line(stage, "filter /");

    assertThat(stage.text()).contains("SHOWN  all flows");
    assertThat(line(stage.press(filter("u")), "filter /")).isEqualTo(prompt);
    assertThat(stage.text()).doesNotContain("all flows");
  }

  private static int line(Stage stage, String text) {
    for (int y = 0; y < 24; y++) {
      if (row(stage, y).contains(text)) {
        return y;
      }
    }
    throw new AssertionError(text);
  }

  @Test
  void a_small_list_of_themes_has_all_colours_and_keys() {
    Stage stage = Stage.office(40, 10).press(new Command.OpenThemes());

    assertThat(row(stage, line(stage, "▸"))).contains("█ █ █ █ █ █");
    assertThat(stage.text()).contains("Enter keeps").contains("Esc back").contains("C edits");
  }

  @Test
  void a_filter_is_whole_in_the_bar_as_long_as_there_is_room_for_it() {
    Stage stage =
        Stage.office(80, 24)
            .press(new Command.OpenFilter(), filter("udp !ntp"), new Command.Accept());

    assertThat(row(stage, 22)).contains("/udp !ntp").contains("│ ▶");
  }

  @Test
  void the_elapsed_time_does_not_look_like_a_time_zone() {
    assertThat(row(Stage.office(120, 35), 33)).contains("14:04:20 (01:00)");
  }

  @Test
  void a_process_says_what_it_runs_where_there_is_room() {
    Stage wide = Stage.office(120, 35).press(new Command.NextTab(1));

    assertThat(row(wide, 3)).contains("COMMAND");
    assertThat(wide.text()).contains("/usr/lib/firefox-esr/firefox-esr").contains(" -P default");
    assertThat(Stage.office(80, 24).press(new Command.NextTab(1)).text()).contains(" total  /usr");
  }

  @Test
  void what_a_group_is_made_of_has_a_column_of_its_own() {
    Stage publishers = Stage.office(120, 35).press(new Command.NextTab(2));
    Stage programs =
        Stage.office(120, 35).press(new Command.NextTab(1), new Command.Flip(Toggle.ROLL_UP));

    assertThat(row(publishers, 3)).contains("PROGRAMS");
    assertThat(row(programs, 3)).contains("PATH");
  }

  @Test
  void a_process_with_a_long_name_is_whole_where_hosts_are_short() {
    SampleTraffic traffic = new SampleTraffic();
    String local = "192.168.1.20:1";
    String remote = "198.51.100.1:443";
    traffic.owner(Transport.TCP, local, remote, 123456, "gnome-software").tcp(local, remote, 9, 9);
    traffic.tick();

    assertThat(new Stage(traffic.newest(), 120, 35).text()).contains("123456:gnome-software");
  }
}
