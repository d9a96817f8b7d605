package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.Interest;
import iftoprs.ports.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a command does to the screen: a pure function. */
public final class Update {

  private Update() {}

  /**
   * Does what a command says. Where the command changes the list, list the flows again and call
   * {@link #settle}.
   *
   * @param state the screen before
   * @param command what is asked
   * @param list the flows as they are shown
   * @return the screen afterwards, and what else is to be done
   */
  public static Transition apply(ScreenState state, Command command, FlowList list) {
    ScreenState next = next(state, command, list);
    List<Effect> effects = new ArrayList<>(effects(state.settings(), next.settings()));
    save(state, next).ifPresent(effects::add);
    watch(state, next).ifPresent(effects::add);
    if (command instanceof Command.Quit) {
      effects.add(new Effect.Quit());
    }
    if (command instanceof Command.Suspend) {
      effects.add(new Effect.Suspend());
    }
    return new Transition(next, effects);
  }

  /**
   * Fits the screen to a new list: a selected flow that is gone is no longer selected, and one that
   * has moved stays in sight.
   *
   * @param state the screen before
   * @param list the flows as they will be shown
   * @return the screen afterwards, and what else is to be done
   */
  public static Transition settle(ScreenState state, FlowList list) {
    ScreenState next = state;
    if (state.selection().isPresent()) {
      OptionalInt index = list.indexOf(state.selection().orElseThrow());
      next =
          index.isPresent()
              ? Selection.inSight(state, index.getAsInt())
              : state.withSelection(Optional.empty());
    }
    next = Selection.withinList(next, list.size());
    return new Transition(next, watch(state, next).map(List::of).orElse(List.of()));
  }

  private static ScreenState next(ScreenState state, Command command, FlowList list) {
    Settings settings = state.settings();
    return switch (command) {
      case Command.Move move -> Selection.move(state, list, move.flows());
      case Command.MoveHalfPages move ->
          Selection.move(state, list, move.count() * Math.max(1, Layout.of(state).page() / 2));
      case Command.MoveToFirst first -> Selection.select(state, list, 0);
      case Command.MoveToLast last -> Selection.select(state, list, list.size() - 1);
      case Command.Select select ->
          select.index() < list.size() ? Selection.select(state, list, select.index()) : state;
      case Command.Sort sort ->
          state.withSettings(settings.withSort(sort.by())).withFrozen(Optional.empty());
      case Command.Freeze freeze -> freeze(state, list);
      case Command.Pause pause ->
          state.withPaused(
              state.paused().isPresent() ? Optional.empty() : Optional.of(list.snapshot()));
      case Command.Flip flip -> flip(state, flip.toggle());
      case Command.NextBarStyle next -> nextBarStyle(state);
      case Command.NextLineMode next -> {
        LineMode mode = settings.lineMode().next();
        yield state.withSettings(settings.withLineMode(mode)).saying("Lines: " + mode.label());
      }
      case Command.NextRefresh next -> nextRefresh(state);
      case Command.OpenFilter open ->
          state.withOverlay(
              new Overlay.FilterPrompt(Prompt.of(state.filter().text()), state.filter()));
      case Command.EditFilter edit -> editFilter(state, edit.edit());
      case Command.ClearFilter clear -> state.withFilter(Filter.NONE).saying("Filter cleared");
      case Command.Help help ->
          state.withOverlay(
              state.overlay() instanceof Overlay.Help ? Overlay.NONE : new Overlay.Help(0));
      case Command.TurnPage turn ->
          state.overlay() instanceof Overlay.Help(int page)
              ? state.withOverlay(new Overlay.Help(page + turn.pages()))
              : state;
      case Command.OpenThemes open -> state.withOverlay(new Overlay.ThemeChooser(settings.theme()));
      case Command.MoveTheme move -> moveTheme(state, move.steps());
      case Command.Accept accept -> state.withOverlay(Overlay.NONE);
      case Command.Back back -> back(state);
      case Command.Resize size ->
          Selection.again(state.withSize(size.columns(), size.rows()), list);
      case Command.Say say -> state.saying(say.message());
      case Command.Hush hush -> state.withMessage(Optional.empty());
      case Command.Quit quit -> state;
      case Command.Suspend suspend -> state;
    };
  }

  private static ScreenState freeze(ScreenState state, FlowList list) {
    return state.frozen().isPresent()
        ? state.withFrozen(Optional.empty()).saying("Order follows the rates again")
        : state
            .withFrozen(Optional.of(FrozenOrder.of(list.keys())))
            .saying("Order frozen: new flows join at the end");
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
    return style.spelling().toLowerCase(java.util.Locale.ROOT);
  }

  private static ScreenState nextRefresh(ScreenState state) {
    List<Integer> intervals = Settings.INTERVALS;
    int at = intervals.indexOf(state.settings().refreshSeconds());
    int seconds = intervals.get((at + 1) % intervals.size());
    return state
        .withSettings(state.settings().withRefreshSeconds(seconds))
        .saying("Refresh every " + seconds + " s");
  }

  private static ScreenState editFilter(ScreenState state, Prompt.Edit edit) {
    if (!(state.overlay() instanceof Overlay.FilterPrompt(Prompt prompt, Filter before))) {
      return state;
    }
    Prompt edited = prompt.edited(edit);
    return state
        .withOverlay(new Overlay.FilterPrompt(edited, before))
        .withFilter(Filter.of(edited.text()));
  }

  private static ScreenState moveTheme(ScreenState state, int steps) {
    List<String> themes = state.themes();
    if (!(state.overlay() instanceof Overlay.ThemeChooser) || themes.isEmpty()) {
      return state;
    }
    int at = Math.max(0, themes.indexOf(state.settings().theme()));
    String theme = themes.get(Math.floorMod(at + steps, themes.size()));
    return state.withSettings(state.settings().withTheme(theme));
  }

  private static ScreenState back(ScreenState state) {
    return switch (state.overlay()) {
      case Overlay.FilterPrompt prompt ->
          state.withOverlay(Overlay.NONE).withFilter(prompt.before());
      case Overlay.ThemeChooser chooser ->
          state
              .withOverlay(Overlay.NONE)
              .withSettings(state.settings().withTheme(chooser.before()));
      case Overlay.Help help -> state.withOverlay(Overlay.NONE);
      case Overlay.None none -> state.withSelection(Optional.empty());
    };
  }

  private static List<Effect> effects(Settings before, Settings after) {
    List<Effect> effects = new ArrayList<>();
    if (before.refreshSeconds() != after.refreshSeconds()) {
      effects.add(new Effect.SetRefresh(after.refreshSeconds()));
    }
    if (before.is(Toggle.PROCESSES) != after.is(Toggle.PROCESSES)) {
      effects.add(new Effect.LookUpOwners(after.is(Toggle.PROCESSES)));
    }
    return effects;
  }

  /** What to remember: not a palette that is only being tried. */
  private static Optional<Effect> save(ScreenState before, ScreenState after) {
    Settings known =
        before.overlay() instanceof Overlay.ThemeChooser(String theme)
            ? before.settings().withTheme(theme)
            : before.settings();
    Settings wanted =
        after.overlay() instanceof Overlay.ThemeChooser(String theme)
            ? after.settings().withTheme(theme)
            : after.settings();
    Preferences changed = wanted.changesSince(known);
    return changed.values().isEmpty()
        ? Optional.empty()
        : Optional.of(new Effect.SaveSettings(changed));
  }

  private static Optional<Effect> watch(ScreenState before, ScreenState after) {
    if (before.selection().equals(after.selection())) {
      return Optional.empty();
    }
    Set<FlowKey> keys = after.selection().map(Set::of).orElse(Set.of());
    return Optional.of(new Effect.Watch(new Interest(keys)));
  }
}
