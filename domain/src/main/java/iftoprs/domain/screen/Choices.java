package iftoprs.domain.screen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Changes to what is remembered. */
final class Choices {

  private Choices() {}

  static ScreenState make(ScreenState state, Command.Choice choice) {
    Settings settings = state.settings();
    return switch (choice) {
      case Command.Sort sort ->
          state.withSettings(settings.withSort(sort.by())).withFrozen(Optional.empty());
      case Command.Flip flip -> flip(state, flip.toggle());
      case Command.NextBarStyle next -> nextBarStyle(state);
      case Command.NextLineMode next -> {
        LineMode mode = settings.lineMode().next();
        yield state.withSettings(settings.withLineMode(mode)).saying("Lines: " + mode.label());
      }
      case Command.NextRefresh next -> nextRefresh(state);
      case Command.NextPlot next -> nextPlot(state);
    };
  }

  private static ScreenState nextPlot(ScreenState state) {
    boolean shown = state.settings().is(Toggle.PLOT);
    boolean pinned = state.settings().is(Toggle.PLOT_PINNED);
    boolean pins = shown && !pinned;
    String now = pins ? "always in sight" : shown ? "off" : "where flows leave room";
    Settings chosen = state.settings().with(Toggle.PLOT, pins || !shown);
    return state.withSettings(chosen.with(Toggle.PLOT_PINNED, pins)).saying("Plot: " + now);
  }

  private static ScreenState flip(ScreenState state, Toggle toggle) {
    boolean on = !state.settings().is(toggle);
    return state
        .withSettings(state.settings().with(toggle, on))
        .saying(toggle.label() + ": " + (on ? "on" : "off"));
  }

  private static ScreenState nextBarStyle(ScreenState state) {
    Settings settings = state.settings();
    BarStyle[] styles = BarStyle.values();
    if (!settings.is(Toggle.BARS)) {
      Settings first = settings.with(Toggle.BARS, true).withBarStyle(styles[0]);
      return state.withSettings(first).saying("Bars: " + label(styles[0]));
    }
    int at = settings.barStyle().ordinal() + 1;
    return at == styles.length
        ? state.withSettings(settings.with(Toggle.BARS, false)).saying("Bars: off")
        : state
            .withSettings(settings.withBarStyle(styles[at]))
            .saying("Bars: " + label(styles[at]));
  }

  private static String label(BarStyle style) {
    return style.spelling().toLowerCase(Locale.ROOT);
  }

  private static ScreenState nextRefresh(ScreenState state) {
    List<Integer> intervals = Settings.INTERVALS;
    int at = intervals.indexOf(state.settings().refreshSeconds());
    int seconds = intervals.get((at + 1) % intervals.size());
    return state
        .withSettings(state.settings().withRefreshSeconds(seconds))
        .saying("Refresh every " + seconds + " s");
  }
}
