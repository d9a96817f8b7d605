package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.Office;
import iftoprs.domain.screen.CaptureScope;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Listing;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Surroundings;
import iftoprs.domain.screen.TipText.Moment;
import iftoprs.domain.screen.Update;
import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Value;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** A screen without a terminal: commands in, frames out. */
final class Stage {

  private final Snapshot snapshot;
  private ScreenState state;
  private Listing list;

  Stage(Snapshot snapshot, int columns, int rows) {
    this.snapshot = snapshot;
    this.state = ScreenState.initial(Settings.DEFAULT, Themes.names(), columns, rows);
    this.list = newList();
  }

  /** A minute of a busy workstation. */
  static Stage office(int columns, int rows) {
    return new Stage(new Office().after(60), columns, rows);
  }

  private Listing newList() {
    return Listing.of(snapshot, state, Office.lookUps());
  }

  /** With other choices than those of a new user. */
  Stage choosing(String key, Value value) {
    Settings chosen = Settings.of(new Preferences(Map.of(key, value)));
    Stage other = new Stage(snapshot, state.columns(), state.rows());
    other.state = ScreenState.initial(chosen, Themes.names(), state.columns(), state.rows());
    other.list = other.newList();
    return other;
  }

  Stage within(CaptureScope scope) {
    state = state.withScope(scope);
    return this;
  }

  Stage press(Command... commands) {
    for (Command command : commands) {
      state = Update.apply(state, command, list).state();
      list = newList();
      state = Update.settle(state, list).state();
    }
    return this;
  }

  ScreenState state() {
    return state;
  }

  Listing list() {
    return list;
  }

  Grid grid() {
    Grid grid = new Grid(state.columns(), state.rows());
    draw(grid);
    return grid;
  }

  /** What the pointer finds in which cell. */
  HitMap hits() {
    return draw(new Grid(state.columns(), state.rows()));
  }

  private HitMap draw(Grid grid) {
    Theme theme = Themes.of(state.colours(), state.settings().backdrop());
    return MainScreen.draw(grid, state, list, snapshot, theme, moment(theme));
  }

  static Moment moment(Theme theme) {
    return new Moment(1234, 400_000_000L, theme.displayName(), ZoneOffset.UTC);
  }

  /** The same with a device of a known kind. */
  Stage around(Surroundings known) {
    state = state.within(known);
    return this;
  }

  /**
   * The styles of the frame: a line a row, runs of cells as a count and a name, then what the names
   * mean, in the order of their first cells.
   */
  String styles() {
    Grid grid = grid();
    Map<Long, String> names = new LinkedHashMap<>();
    StringBuilder rows = new StringBuilder();
    for (int y = 0; y < grid.height(); y++) {
      for (int x = 0, next; x < grid.width(); x = next) {
        long style = grid.styleAt(x, y);
        next = x;
        while (next < grid.width() && grid.styleAt(next, y) == style) {
          next++;
        }
        names.putIfAbsent(style, name(names.size()));
        rows.append(next - x).append(names.get(style)).append(' ');
      }
      rows.setCharAt(rows.length() - 1, '\n');
    }
    names.forEach((style, name) -> rows.append(name).append(' ').append(words(style)).append('\n'));
    return rows.toString();
  }

  private static String name(int number) {
    return number < 26 ? "" + (char) ('a' + number) : name(number / 26 - 1) + name(number % 26);
  }

  private static String words(long style) {
    return "%06x on %06x, attributes %x"
        .formatted(Style.foreground(style), Style.background(style), Style.attributes(style));
  }

  /** The frame as text, a line a row. */
  String text() {
    Grid grid = grid();
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < grid.height(); y++) {
      text.append(grid.rowText(y).stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
