package iftoprs.adapters.tui.view;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.tui.grid.Colours;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.Office;
import iftoprs.domain.sample.SampleTraffic;
import iftoprs.domain.screen.CaptureScope;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.LineMode;
import iftoprs.domain.screen.Prompt;
import iftoprs.domain.screen.Row;
import iftoprs.domain.screen.SortBy;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.Toggle;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.SourceState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainScreenTest {

  private static final Snapshot OFFICE = new Office().after(60);

  private static List<Command> variations() {
    List<Command> variations = new ArrayList<>();
    for (Toggle toggle : Toggle.values()) {
      variations.add(new Command.Flip(toggle));
    }
    for (SortBy by : SortBy.values()) {
      variations.add(new Command.Sort(by));
    }
    for (LineMode mode : LineMode.values()) {
      variations.add(new Command.NextLineMode());
    }
    variations.add(new Command.NextBarStyle());
    variations.add(new Command.MoveToLast());
    variations.add(new Command.TogglePin());
    variations.add(new Command.NextTab(1));
    variations.add(new Command.MoveToFirst());
    variations.add(new Command.NextLineMode());
    variations.add(new Command.Enter());
    variations.add(new Command.Pause());
    variations.add(new Command.Help());
    variations.add(new Command.TurnPage(1));
    variations.add(new Command.OpenThemes());
    variations.add(new Command.Accept());
    variations.add(new Command.OpenFilter());
    variations.add(new Command.EditFilter(new Prompt.Insert("例え☃".repeat(30))));
    variations.add(new Command.Back());
    return variations;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 2",
    "39, 9",
    "40, 10",
    "41, 11",
    "47, 12",
    "48, 13",
    "60, 14",
    "66, 16",
    "80, 24",
    "87, 24",
    "99, 30",
    "120, 35",
    "158, 40",
    "200, 50",
    "300, 100",
    "1000, 10",
    "40, 300",
  })
  void every_size_draws_in_every_variation(int columns, int rows) {
    Stage stage = new Stage(OFFICE, columns, rows);
    for (Command command : variations()) {
      stage.press(command);
      assertThat(stage.grid().width()).as(command.toString()).isEqualTo(columns);
    }
  }

  @ParameterizedTest
  @CsvSource({"40, 10", "80, 24", "120, 35", "200, 50", "300, 100"})
  void the_border_is_never_drawn_over(int columns, int rows) {
    Stage stage = new Stage(OFFICE, columns, rows).press(new Command.MoveToFirst());
    Grid grid = stage.grid();
    for (int y = 1; y < rows - 1; y++) {
      assertThat(grid.textAt(0, y)).as("row %d", y).isIn("│", "├");
      assertThat(grid.textAt(columns - 1, y)).as("row %d", y).isIn("│", "┤");
    }
  }

  @Test
  void figures_of_a_column_have_their_points_below_each_other() {
    Stage stage = new Stage(OFFICE, 120, 35);
    Grid grid = stage.grid();
    Scene scene = sceneOf(stage);
    int point = scene.columns().rates().getFirst().span().x() + 3;

    int flows = scene.layout().flows().top();
    for (int y = flows; y < flows + 2 * scene.layout().page(); y++) {
      assertThat(grid.textAt(point, y)).isIn(".", "b");
    }
    for (int y = scene.layout().totals().top(); y < scene.layout().totals().end(); y++) {
      assertThat(grid.textAt(point, y)).isEqualTo(".");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 48, 66, 80, 88, 120, 158, 200, 300})
  void every_title_of_a_column_orders_by_it_and_then_carries_the_mark(int columns) {
    for (int tab = 0; tab < 3; tab++) {
      Stage stage = new Stage(OFFICE, columns, 35).press(new Command.NextTab(tab));
      Scene scene = sceneOf(stage);
      int y = scene.layout().columnHeader().top();
      HitMap hits = stage.hits();
      String titles = stage.grid().rowText(y);
      for (int x = 1; x < columns - 1; x++) {
        if (isTitle(titles.charAt(x))) {
          Target target = hits.at(x, y).target();
          assertThat(target).as("%s at %d", titles, x).isInstanceOf(Target.Column.class);
          SortBy by = ((Target.Column) target).sort();
          assertThat(marks(stage.press(new Command.Sort(by)), y)).as("%s", by).isEqualTo(1);
          stage.press(new Command.Sort(SortBy.TWO));
        }
      }
    }
  }

  /** The small letters before the figures are their unit. */
  private static boolean isTitle(char cell) {
    return cell >= 'A' && cell <= 'Z' || cell >= '0' && cell <= '9' || cell == '▼';
  }

  private static long marks(Stage stage, int y) {
    return stage.grid().rowText(y).chars().filter(cell -> cell == '▲' || cell == '▼').count();
  }

  @Test
  void text_can_be_read_over_every_bar_in_every_theme() {
    for (String theme : Themes.names()) {
      Stage stage = new Stage(OFFICE, 120, 35).press(new Command.OpenThemes());
      while (!stage.state().settings().theme().equals(theme)) {
        stage.press(new Command.MoveTheme(1));
      }
      stage.press(new Command.Accept(), new Command.MoveToFirst());
      Grid grid = stage.grid();
      Scene scene = sceneOf(stage);
      for (int y = scene.layout().columnHeader().top(); y < scene.layout().flows().end(); y++) {
        for (int x = 1; x < 119; x++) {
          if (!grid.textAt(x, y).isBlank()) {
            long style = grid.styleAt(x, y);
            assertThat(Colours.contrast(Style.foreground(style), Style.background(style)))
                .as("%s at %d,%d: %s", theme, x, y, grid.textAt(x, y))
                .isGreaterThanOrEqualTo(4.5);
          }
        }
      }
    }
  }

  private static Scene sceneOf(Stage stage) {
    return Scene.of(
        stage.state(), stage.list(), OFFICE, Themes.standard(), Stage.moment(Themes.standard()));
  }

  @Test
  void the_bar_of_the_heaviest_flow_is_the_longest() {
    Stage stage = new Stage(OFFICE, 120, 35).press(new Command.NextLineMode());
    Grid grid = stage.grid();
    int background = Themes.standard().background();
    int before = Integer.MAX_VALUE;
    for (int y = 4; y < 4 + stage.list().size(); y++) {
      int length = 0;
      while (length < 118 && Style.background(grid.styleAt(1 + length, y)) != background) {
        length++;
      }
      assertThat(length).as("row %d", y).isPositive().isLessThanOrEqualTo(before);
      before = length;
    }
  }

  @ParameterizedTest
  @CsvSource({"40, 10", "60, 20", "80, 24", "120, 35", "300, 100"})
  void no_segment_of_the_bar_disappears(int columns, int rows) {
    Office office = new Office();
    office.traffic().source(new CaptureStats(10, 700_000, 5), SourceState.CAPTURING);
    Stage stage =
        new Stage(office.after(2), columns, rows)
            .within(new CaptureScope("tcp port 443 or udp", "192.168.0.0/16"))
            .press(new Command.OpenFilter(), filter("tcp"), new Command.Accept())
            .press(new Command.NextTab(1));
    String bar = stage.grid().rowText(rows - 2);

    assertThat(bar.substring(1, columns - 1).chars().filter(c -> c == '│')).hasSize(13);
    assertThat(bar).contains("eth0").contains("?");
  }

  private static Command filter(String text) {
    return new Command.EditFilter(new Prompt.Insert(text));
  }

  @Test
  void the_bar_tells_what_limits_the_capture() {
    CaptureScope scope = new CaptureScope("tcp\u001b port 443", "192.168.0.0/16");
    Stage stage = new Stage(OFFICE, 200, 50);
    assertThat(stage.text()).doesNotContain("bpf tcp");

    assertThat(stage.within(scope).text())
        .contains("│ bpf tcp\uFFFD port 443 │ net 192.168.0.0/16 │");
  }

  @Test
  void lost_frames_are_always_visible() {
    Office office = new Office();
    office.traffic().source(new CaptureStats(10, 7, 5), SourceState.CAPTURING);

    assertThat(new Stage(office.after(2), 120, 35).text()).contains("lost 12");
    assertThat(new Stage(office.after(2), 40, 10).text()).contains("✗12");
  }

  @Test
  void a_capture_that_is_away_says_when_it_will_be_tried_again() {
    Office office = new Office();
    office.after(3);
    long inTwo = SampleTraffic.START + 6_000_000_000L;
    office
        .traffic()
        .source(CaptureStats.NONE, new SourceState.Restarting("device went down", 1, inTwo));

    assertThat(new Stage(office.tick(), 120, 35).text())
        .contains("capture restarting in 2 s: device went down");
  }

  @Test
  void the_end_of_a_capture_is_said_and_its_flows_stay() {
    Office office = new Office();
    office.after(3);
    office.traffic().source(CaptureStats.NONE, new SourceState.Ended("cut in a record"));

    assertThat(new Stage(office.tick(), 120, 35).text())
        .contains("ended: cut in a record")
        .contains("backup.example.org:https");
  }

  @Test
  void help_on_a_small_screen_has_pages_and_always_names_the_way_out() {
    Stage stage = new Stage(OFFICE, 80, 24).press(new Command.Help());
    String first = stage.text();
    String second = stage.press(new Command.TurnPage(1)).text();

    assertThat(first).contains("page 1 of").contains("q quits").contains("next row");
    assertThat(second).contains("page 2 of").contains("q quits").doesNotContain("next row");
  }

  @Test
  void the_caret_of_a_long_filter_stays_in_sight() {
    Stage stage = new Stage(OFFICE, 80, 24).press(new Command.OpenFilter());
    stage.press(new Command.EditFilter(new Prompt.Insert("x".repeat(150) + "end")));

    assertThat(stage.text()).contains("end");
  }

  @Test
  void a_host_is_cut_in_its_name_and_never_in_its_port() {
    Row.End end = new Row.End("meet-media-4.conferencing.example.io", ":https", ":443");

    assertThat(HostText.fit(end, 24)).isEqualTo("meet-medi…ample.io:https").hasSize(24);
    assertThat(HostText.fit(end, 42)).isEqualTo("meet-media-4.conferencing.example.io:https");
  }
}
