package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.Interest;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Totals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that decides what the screen shows, apart from the figures.
 *
 * @param settings the choices that are remembered
 * @param filter the display filter
 * @param place view, selection and scrolling
 * @param pinned the flows that pins keep in sight
 * @param overlay what lies over the flows
 * @param frozen the order that is held
 * @param paused the figures that are held
 * @param message a line of news
 * @param scope what limits the capture
 * @param since from when on totals and peaks count, if not from the start
 * @param tips the tooltip, and what it tells of the world
 * @param alarm how the screen rings for alerts
 * @param themes names of the built-in palettes, in the order of the chooser
 * @param columns width of the terminal
 * @param rows height of the terminal
 */
public record ScreenState(
    Settings settings,
    Filter filter,
    Place place,
    Set<FlowKey> pinned,
    Overlay overlay,
    Optional<FrozenOrder> frozen,
    Optional<Snapshot> paused,
    Optional<String> message,
    CaptureScope scope,
    Optional<Since> since,
    Tips tips,
    Alarm alarm,
    List<String> themes,
    int columns,
    int rows) {

  /** Copies names and keys. */
  public ScreenState {
    pinned = Set.copyOf(pinned);
    themes = List.copyOf(themes);
  }

  /**
   * The screen at the start.
   *
   * @param settings the choices that are remembered
   * @param scope what limits the capture
   * @param themes names of all palettes
   * @param columns width of the terminal
   * @param rows height of the terminal
   * @return nothing selected, filtered or held
   */
  public static ScreenState initial(Settings settings, List<String> themes, int columns, int rows) {
    return new ScreenState(
        settings,
        Filter.NONE,
        Place.START,
        Set.of(),
        Overlay.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CaptureScope.ALL,
        Optional.empty(),
        Tips.NONE,
        Alarm.SILENT,
        themes,
        columns,
        rows);
  }

  /** The selected flow. */
  public Optional<FlowKey> selection() {
    return place.flow();
  }

  /** The same screen over a capture with limits. */
  public ScreenState withScope(CaptureScope limits) {
    return new ScreenState(
        settings, filter, place, pinned, overlay, frozen, paused, message, limits, since, tips,
        alarm, themes, columns, rows);
  }

  /** The same program in a world of which something is known. */
  public ScreenState within(Surroundings around) {
    return withTips(new Tips(tips.shown(), tips.hover(), around));
  }

  /** Whether the user reads what is told about a part of the bar. */
  boolean explains(Segment segment) {
    return tips.shows(segment)
        || overlay instanceof Overlay.Segments(Segment chosen, int page) && chosen == segment;
  }

  /** Whether another screen shows the same, wherever the pointer is. */
  public boolean looksLike(ScreenState other) {
    return this == other
        || tips.shown().equals(other.tips.shown()) && withTips(other.tips).equals(other);
  }

  ScreenState withTips(Tips changed) {
    return new ScreenState(
        settings, filter, place, pinned, overlay, frozen, paused, message, scope, since, changed,
        alarm, themes, columns, rows);
  }

  /** The flows the user looks at: the selected one and the pinned ones. */
  Interest interest() {
    Set<FlowKey> keys = new HashSet<>(pinned);
    selection().ifPresent(keys::add);
    return new Interest(keys);
  }

  /** Whether the list leaves flows out. */
  public boolean isNarrowed() {
    return filter.isActive() || place.view() instanceof View.FlowsOf;
  }

  /** The link's totals as they are shown: since the start, or since they were reset. */
  public Totals totals(Snapshot shown) {
    Totals all = shown.head().totals();
    return since.filter(begin -> begin.isOf(shown)).map(begin -> begin.counted(all)).orElse(all);
  }

  /** Names of all palettes, the user's own at the end, in the order of the chooser. */
  public List<String> themeNames() {
    List<String> names = new ArrayList<>(themes);
    settings.customThemes().all().forEach(theme -> names.add(theme.name()));
    return names;
  }

  /** The palette that the screen is painted with. */
  public ThemeColours colours() {
    return overlay instanceof Overlay.Editor(ThemeEditor editor)
        ? editor.draft()
        : settings.colours();
  }

  /** Place in the list of the first row in sight. */
  public int scroll() {
    return place.scroll();
  }

  ScreenState withSettings(Settings changed) {
    return new ScreenState(
        changed, filter, place, pinned, overlay, frozen, paused, message, scope, since, tips, alarm,
        themes, columns, rows);
  }

  ScreenState withFilter(Filter changed) {
    return new ScreenState(
        settings, changed, place, pinned, overlay, frozen, paused, message, scope, since, tips,
        alarm, themes, columns, rows);
  }

  ScreenState withPlace(Place changed) {
    return new ScreenState(
        settings, filter, changed, pinned, overlay, frozen, paused, message, scope, since, tips,
        alarm, themes, columns, rows);
  }

  ScreenState withPinned(Set<FlowKey> found) {
    return new ScreenState(
        settings, filter, place, found, overlay, frozen, paused, message, scope, since, tips, alarm,
        themes, columns, rows);
  }

  ScreenState withScroll(int first) {
    return withPlace(place.withScroll(first));
  }

  ScreenState withOverlay(Overlay changed) {
    return new ScreenState(
        settings, filter, place, pinned, changed, frozen, paused, message, scope, since, tips,
        alarm, themes, columns, rows);
  }

  ScreenState withFrozen(Optional<FrozenOrder> changed) {
    return new ScreenState(
        settings, filter, place, pinned, overlay, changed, paused, message, scope, since, tips,
        alarm, themes, columns, rows);
  }

  /** What the list in view is ordered by. */
  public SortBy sort() {
    return settings.sort().in(place.view());
  }

  ScreenState withPaused(Optional<Snapshot> changed) {
    return new ScreenState(
        settings, filter, place, pinned, overlay, frozen, changed, message, scope, since, tips,
        alarm, themes, columns, rows);
  }

  ScreenState withMessage(Optional<String> changed) {
    return new ScreenState(
        settings, filter, place, pinned, overlay, frozen, paused, changed, scope, since, tips,
        alarm, themes, columns, rows);
  }

  ScreenState withSince(Optional<Since> changed) {
    return new ScreenState(
        settings, filter, place, pinned, overlay, frozen, paused, message, scope, changed, tips,
        alarm, themes, columns, rows);
  }

  ScreenState withAlarm(Alarm changed) {
    return new ScreenState(
        settings, filter, place, pinned, overlay, frozen, paused, message, scope, since, tips,
        changed, themes, columns, rows);
  }

  ScreenState withSize(int newColumns, int newRows) {
    return new ScreenState(
        settings,
        filter,
        place,
        pinned,
        overlay,
        frozen,
        paused,
        message,
        scope,
        since,
        tips,
        alarm,
        themes,
        newColumns,
        newRows);
  }

  ScreenState saying(String text) {
    return withMessage(Optional.of(text));
  }
}
