package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.FlowList;
import iftoprs.domain.screen.Layout;
import iftoprs.domain.screen.Row;
import iftoprs.domain.screen.Scale;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.text.Rates;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that one frame shows.
 *
 * @param state what the user has chosen
 * @param list the flows in display order
 * @param newest the newest snapshot; another than the list's while the screen is paused
 * @param theme colours
 * @param zone for times of day
 * @param rows the flows in sight, in words
 * @param layout regions
 * @param columns columns of the flows
 * @param scale of the bars
 * @param rates unit of the rates
 */
record Scene(
    ScreenState state,
    FlowList list,
    Snapshot newest,
    Theme theme,
    ZoneId zone,
    List<Row> rows,
    Layout layout,
    Columns columns,
    Scale scale,
    Rates rates) {

  static Scene of(ScreenState state, FlowList list, Snapshot newest, Theme theme, ZoneId zone) {
    Settings settings = state.settings();
    Layout layout = Layout.of(state);
    List<Row> rows = rows(state, list, layout);
    return new Scene(
        state,
        list,
        newest,
        theme,
        zone,
        rows,
        layout,
        Columns.of(layout, settings, list.hasOwners(), longestSource(rows)),
        Scale.of(list.snapshot(), settings),
        settings.is(Toggle.BYTES) ? Rates.BYTES : Rates.BITS);
  }

  private static List<Row> rows(ScreenState state, FlowList list, Layout layout) {
    int first = state.scroll();
    int last = Math.min(list.size(), first + layout.page());
    List<Row> rows = new ArrayList<>();
    for (int index = first; index < last; index++) {
      rows.add(list.row(index));
    }
    return List.copyOf(rows);
  }

  private static int longestSource(List<Row> rows) {
    int longest = 0;
    for (Row row : rows) {
      String source = row.source().host() + row.source().port();
      longest = Math.max(longest, DisplayWidth.of(source));
    }
    return longest;
  }

  Settings settings() {
    return state.settings();
  }

  Snapshot shown() {
    return list.snapshot();
  }
}
