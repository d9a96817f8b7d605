package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.FlowList;
import iftoprs.domain.screen.GroupList;
import iftoprs.domain.screen.GroupRow;
import iftoprs.domain.screen.Layout;
import iftoprs.domain.screen.Listing;
import iftoprs.domain.screen.Row;
import iftoprs.domain.screen.Scale;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.SortBy;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.TipText.Moment;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.text.Rates;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that one frame shows.
 *
 * @param state what the user has chosen
 * @param list what is listed, in display order
 * @param newest the newest snapshot; another than the list's while the screen is paused
 * @param theme colours
 * @param moment what else is shown of this moment
 * @param hits what the pointer finds in which cell; filled while painting
 * @param rows the flows in sight, in words; none where groups are listed
 * @param groups the groups in sight; none where flows are listed
 * @param layout regions
 * @param columns columns of the flows
 * @param scale of the bars
 * @param rates unit of the rates
 */
record Scene(
    ScreenState state,
    Listing list,
    Snapshot newest,
    Theme theme,
    Moment moment,
    HitMap hits,
    List<Row> rows,
    List<GroupRow> groups,
    Layout layout,
    Columns columns,
    Scale scale,
    Rates rates) {

  static Scene of(ScreenState state, Listing list, Snapshot newest, Theme theme, Moment moment) {
    Settings settings = state.settings();
    Layout layout = Layout.of(state);
    List<Row> rows = rows(state, list, layout);
    return new Scene(
        state,
        list,
        newest,
        theme,
        moment,
        new HitMap(),
        rows,
        groups(state, list, layout),
        layout,
        Columns.of(layout, settings, list.hasOwners(), longest(rows)),
        Scale.of(list.snapshot(), settings),
        settings.is(Toggle.BYTES) ? Rates.BYTES : Rates.BITS);
  }

  private static List<Row> rows(ScreenState state, Listing list, Layout layout) {
    return list instanceof FlowList flows
        ? inSight(state, list, layout).mapToObj(flows::row).toList()
        : List.of();
  }

  private static List<GroupRow> groups(ScreenState state, Listing list, Layout layout) {
    return list instanceof GroupList groups
        ? inSight(state, list, layout).mapToObj(groups::row).toList()
        : List.of();
  }

  private static IntStream inSight(ScreenState state, Listing list, Layout layout) {
    int first = state.scroll();
    return IntStream.range(first, Math.min(list.size(), first + layout.page()));
  }

  private static Columns.Longest longest(List<Row> rows) {
    int source = 0;
    int destination = 0;
    int process = 0;
    for (Row row : rows) {
      source = Math.max(source, width(row.source()));
      destination = Math.max(destination, width(row.destination()));
      process = Math.max(process, DisplayWidth.of(row.process()));
    }
    return new Columns.Longest(source, destination, process);
  }

  private static int width(Row.End end) {
    return DisplayWidth.of(end.host()) + DisplayWidth.of(end.port());
  }

  ZoneId zone() {
    return moment.zone();
  }

  /** Says that the rows of the screen before {@code end} belong to a row of the list. */
  void hitRow(int top, int end, int index) {
    hits.add(layout.left(), top, layout.width(), end - top, new Target.ListRow(index));
  }

  /** What the list is ordered by. */
  SortBy sort() {
    return state.sort();
  }

  Settings settings() {
    return state.settings();
  }

  Snapshot shown() {
    return list.snapshot();
  }
}
