package iftoprs.domain.screen;

import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Flag;
import iftoprs.ports.Preferences.Many;
import iftoprs.ports.Preferences.Table;
import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Value;
import iftoprs.ports.Preferences.Whole;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The choices that are remembered, with a meaning.
 *
 * @param on toggles that are on
 * @param theme name of the palette
 * @param barStyle look of the bars
 * @param lineMode lines of a flow
 * @param sort order of the flows
 * @param refreshSeconds interval of the ticks: 1, 2, 5 or 10
 * @param pins flows that are kept in sight
 * @param customThemes palettes of the user's own
 * @param backdrop what the background is painted with; chosen in the file alone
 */
public record Settings(
    Set<Toggle> on,
    String theme,
    BarStyle barStyle,
    LineMode lineMode,
    SortBy sort,
    int refreshSeconds,
    Pins pins,
    CustomThemes customThemes,
    Backdrop backdrop) {

  /** The intervals that the key goes through. */
  public static final List<Integer> INTERVALS = List.of(1, 2, 5, 10);

  /** Palette when nothing was chosen. */
  public static final String DEFAULT_THEME = "NeonSprawl";

  private static final String THEME = "theme";
  private static final String OWN_THEME = "active_custom_theme";
  private static final String OWN_THEMES = "custom_themes";
  private static final String BACKGROUND = "background";
  private static final String BAR_STYLE = "bar_style";
  private static final String LINE_MODE = "line_mode";
  private static final String SORT = "sort";
  private static final String REFRESH_RATE = "refresh_rate";
  private static final String PINNED = "pinned";

  /** What holds when nothing was chosen. */
  public static final Settings DEFAULT = of(Preferences.EMPTY);

  /** Copies the toggles and checks the interval. */
  public Settings {
    Set<Toggle> copy = EnumSet.noneOf(Toggle.class);
    copy.addAll(on);
    on = Collections.unmodifiableSet(copy);
    if (!INTERVALS.contains(refreshSeconds)) {
      throw new IllegalArgumentException("refresh interval of " + refreshSeconds + " s");
    }
  }

  /**
   * Reads preferences; what is absent, of another type or not understood gets its default.
   *
   * @param preferences plain values
   * @return their meaning
   */
  public static Settings of(Preferences preferences) {
    Map<String, Value> values = preferences.values();
    Set<Toggle> on = EnumSet.noneOf(Toggle.class);
    for (Toggle toggle : Toggle.values()) {
      if (values.get(toggle.key()) instanceof Flag(boolean chosen) ? chosen : toggle.initially()) {
        on.add(toggle);
      }
    }
    CustomThemes own =
        values.get(OWN_THEMES) instanceof Table table ? CustomThemes.of(table) : CustomThemes.NONE;
    return new Settings(
        on,
        theme(values, own),
        choice(values.get(BAR_STYLE), BarStyle.values(), BarStyle::spelling),
        choice(values.get(LINE_MODE), LineMode.values(), LineMode::spelling),
        choice(values.get(SORT), SortBy.values(), SortBy::spelling),
        values.get(REFRESH_RATE) instanceof Whole(long seconds) ? nearestInterval(seconds) : 1,
        values.get(PINNED) instanceof Many many ? Pins.of(many) : Pins.NONE,
        own,
        choice(values.get(BACKGROUND), Backdrop.values(), Backdrop::spelling));
  }

  /** The user's own theme, where one is in use and still exists, wins. */
  private static String theme(Map<String, Value> values, CustomThemes own) {
    if (values.get(OWN_THEME) instanceof Text(String name) && own.named(name).isPresent()) {
      return name;
    }
    return values.get(THEME) instanceof Text(String name) ? name : DEFAULT_THEME;
  }

  private static <T> T choice(Value value, T[] choices, Function<T, String> spelling) {
    for (T choice : choices) {
      if (value instanceof Text(String text) && text.equals(spelling.apply(choice))) {
        return choice;
      }
    }
    return choices[0];
  }

  private static int nearestInterval(long seconds) {
    int nearest = INTERVALS.getFirst();
    for (int interval : INTERVALS) {
      if (interval <= seconds) {
        nearest = interval;
      }
    }
    return nearest;
  }

  /** All choices as plain values. */
  public Preferences toPreferences() {
    Map<String, Value> values = new LinkedHashMap<>();
    if (isBuiltIn()) {
      values.put(THEME, new Text(theme));
    }
    for (Toggle toggle : Toggle.values()) {
      values.put(toggle.key(), new Flag(is(toggle)));
    }
    values.put(BACKGROUND, new Text(backdrop.spelling()));
    values.put(BAR_STYLE, new Text(barStyle.spelling()));
    values.put(LINE_MODE, new Text(lineMode.spelling()));
    values.put(SORT, new Text(sort.spelling()));
    values.put(REFRESH_RATE, new Whole(refreshSeconds));
    values.put(OWN_THEME, new Text(ownTheme()));
    values.put(PINNED, pins.toMany());
    values.put(OWN_THEMES, customThemes.toTable());
    return new Preferences(values);
  }

  private boolean isBuiltIn() {
    return customThemes.named(theme).isEmpty();
  }

  /** The name of the palette in use if it is one of the user's own, else nothing. */
  private String ownTheme() {
    return isBuiltIn() ? "" : theme;
  }

  /**
   * The choices that differ from earlier ones: all that has to be saved, so that what a command
   * line overrode for one run stays as it was stored.
   *
   * @param earlier choices to compare with
   * @return plain values, none if nothing changed
   */
  public Preferences changesSince(Settings earlier) {
    Map<String, Value> values = new LinkedHashMap<>();
    if (isBuiltIn() && !(earlier.isBuiltIn() && theme.equals(earlier.theme))) {
      values.put(THEME, new Text(theme));
    }
    put(values, OWN_THEME, ownTheme(), earlier.ownTheme(), Text::new);
    for (Toggle toggle : Toggle.values()) {
      put(values, toggle.key(), is(toggle), earlier.is(toggle), Flag::new);
    }
    put(values, BACKGROUND, backdrop, earlier.backdrop, each -> new Text(each.spelling()));
    put(values, BAR_STYLE, barStyle, earlier.barStyle, each -> new Text(each.spelling()));
    put(values, LINE_MODE, lineMode, earlier.lineMode, each -> new Text(each.spelling()));
    put(values, SORT, sort, earlier.sort, each -> new Text(each.spelling()));
    put(values, REFRESH_RATE, refreshSeconds, earlier.refreshSeconds, each -> new Whole(each));
    put(values, PINNED, pins, earlier.pins, Pins::toMany);
    put(values, OWN_THEMES, customThemes, earlier.customThemes, CustomThemes::toTable);
    return new Preferences(values);
  }

  private static <T> void put(
      Map<String, Value> values, String key, T now, T before, Function<T, Value> value) {
    if (!now.equals(before)) {
      values.put(key, value.apply(now));
    }
  }

  /**
   * Whether something is switched on.
   *
   * @param toggle what
   * @return whether it is on
   */
  public boolean is(Toggle toggle) {
    return on.contains(toggle);
  }

  /**
   * The same with something switched.
   *
   * @param toggle what
   * @param wanted whether it shall be on
   * @return changed choices
   */
  public Settings with(Toggle toggle, boolean wanted) {
    Set<Toggle> changed = EnumSet.noneOf(Toggle.class);
    changed.addAll(on);
    if (wanted) {
      changed.add(toggle);
    } else {
      changed.remove(toggle);
    }
    return new Settings(
        changed, theme, barStyle, lineMode, sort, refreshSeconds, pins, customThemes, backdrop);
  }

  /** The same with another palette. */
  public Settings withTheme(String name) {
    return new Settings(
        on, name, barStyle, lineMode, sort, refreshSeconds, pins, customThemes, backdrop);
  }

  /** The same with other bars. */
  public Settings withBarStyle(BarStyle style) {
    return new Settings(
        on, theme, style, lineMode, sort, refreshSeconds, pins, customThemes, backdrop);
  }

  /** The same with other lines. */
  public Settings withLineMode(LineMode mode) {
    return new Settings(
        on, theme, barStyle, mode, sort, refreshSeconds, pins, customThemes, backdrop);
  }

  /** The same in another order. */
  public Settings withSort(SortBy order) {
    return new Settings(
        on, theme, barStyle, lineMode, order, refreshSeconds, pins, customThemes, backdrop);
  }

  /** The same with another interval, which must be one of {@link #INTERVALS}. */
  public Settings withRefreshSeconds(int seconds) {
    return new Settings(on, theme, barStyle, lineMode, sort, seconds, pins, customThemes, backdrop);
  }

  /** The same with other flows kept in sight. */
  public Settings withPins(Pins wanted) {
    return new Settings(
        on, theme, barStyle, lineMode, sort, refreshSeconds, wanted, customThemes, backdrop);
  }

  /** The same with other palettes of the user's own. */
  public Settings withCustomThemes(CustomThemes own) {
    return new Settings(on, theme, barStyle, lineMode, sort, refreshSeconds, pins, own, backdrop);
  }

  /** The palette in use; the default one where there is none of that name. */
  public ThemeColours colours() {
    return customThemes.called(theme).orElse(BuiltInThemes.ALL.getFirst());
  }
}
