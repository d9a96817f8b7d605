package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.FlowList;
import iftoprs.domain.screen.Layout;
import iftoprs.domain.screen.Scale;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.text.Rates;
import java.time.ZoneId;

/**
 * Everything that one frame shows.
 *
 * @param state what the user has chosen
 * @param list the flows in display order
 * @param newest the newest snapshot; another than the list's while the screen is paused
 * @param theme colours
 * @param zone for times of day
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
    Layout layout,
    Columns columns,
    Scale scale,
    Rates rates) {

  static Scene of(ScreenState state, FlowList list, Snapshot newest, Theme theme, ZoneId zone) {
    Settings settings = state.settings();
    Layout layout = Layout.of(state);
    return new Scene(
        state,
        list,
        newest,
        theme,
        zone,
        layout,
        Columns.of(layout, settings, list.hasOwners()),
        Scale.of(list.snapshot(), settings),
        settings.is(Toggle.BYTES) ? Rates.BYTES : Rates.BITS);
  }

  Settings settings() {
    return state.settings();
  }

  Snapshot shown() {
    return list.snapshot();
  }
}
