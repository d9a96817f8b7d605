package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.Office;
import iftoprs.domain.screen.CaptureScope;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Listing;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Update;
import java.time.ZoneOffset;

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
    return Listing.of(snapshot, state, Office.hostNames(), Office.serviceNames());
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
    MainScreen.draw(
        grid,
        state,
        list,
        snapshot,
        Themes.named(state.settings().theme()).orElseThrow(),
        ZoneOffset.UTC);
    return grid;
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
