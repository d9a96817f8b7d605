package iftoprs.domain.screen;

import iftoprs.domain.flow.Interest;
import iftoprs.ports.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a command does to the screen: a pure function. */
public final class Update {

  private Update() {}

  /**
   * Does what a command says. Where the command changes the list, list the flows again and call
   * {@link #settle}.
   *
   * @param state the screen before
   * @param command what is asked
   * @param list the rows as they are shown
   * @return the screen afterwards, and what else is to be done
   */
  public static Transition apply(ScreenState state, Command command, Listing list) {
    ScreenState next = Pointing.tidied(next(state, command, list), list);
    List<Effect> effects = new ArrayList<>(effects(state.settings(), next.settings()));
    save(state, next).ifPresent(effects::add);
    watch(state, next).ifPresent(effects::add);
    effects.addAll(asked(state, command, list));
    if (next.explains(Segment.INTERFACE) && !state.explains(Segment.INTERFACE)) {
      effects.add(new Effect.AskLink(list.snapshot().head().device().name()));
    }
    if (command instanceof Command.Suspend) {
      effects.add(new Effect.Suspend());
    }
    return new Transition(next, effects);
  }

  /**
   * Follows a row of a process or a publisher whose flows have become another's since the list
   * before; {@link #settle} comes next. The view may be another one afterwards.
   *
   * @param state the screen before
   * @param before the rows as they were shown
   * @param list the rows as they will be shown
   * @return the screen afterwards
   */
  public static ScreenState follow(ScreenState state, Listing before, Listing list) {
    return Succession.followed(state, before, list);
  }

  /**
   * Fits the screen to a new list: a selected row that is gone is no longer selected, and one that
   * has moved stays in sight.
   *
   * @param state the screen before
   * @param list the rows as they will be shown
   * @return the screen afterwards, and what else is to be done
   */
  public static Transition settle(ScreenState state, Listing list) {
    OptionalInt selected = list.selected(state);
    ScreenState next =
        selected.isPresent() ? Selection.inSight(state, selected.getAsInt()) : list.deselect(state);
    next = Selection.withinList(next, list.size());
    next = next.withSince(next.since().map(since -> since.seen(list.snapshot())));
    if (list instanceof FlowList flows) {
      next = next.withPinned(flows.pinned());
    }
    next = Pointing.tidied(next, list);
    List<Effect> effects = new ArrayList<>();
    watch(state, next).ifPresent(effects::add);
    if (next.explains(Segment.INTERFACE)) {
      effects.add(new Effect.AskLink(list.snapshot().head().device().name()));
    }
    return new Transition(next, effects);
  }

  /** Does what commands say, one after the other. */
  static ScreenState all(ScreenState state, List<Command> commands, Listing list) {
    ScreenState next = state;
    for (Command command : commands) {
      next = next(next, command, list);
    }
    return next;
  }

  /** What commands ask of the world; a pointer or a part of the bar stands for others. */
  private static List<Effect> asked(ScreenState state, Command command, Listing list) {
    List<Command> simple = simple(state, command);
    List<Effect> effects = new ArrayList<>();
    ScreenState at = state;
    for (Command each : simple) {
      if (each instanceof Command.Quit) {
        effects.add(new Effect.Quit());
      }
      Devices.effect(at, each).ifPresent(effects::add);
      Alarming.effect(each).ifPresent(effects::add);
      Errands.effect(at, each, list).ifPresent(effects::add);
      at = simple.size() == 1 ? at : next(at, each, list);
    }
    return effects;
  }

  private static List<Command> simple(ScreenState state, Command command) {
    if (command instanceof Command.Pointer pointer) {
      return Pointing.commands(state, pointer).stream()
          .flatMap(each -> simple(state, each).stream())
          .toList();
    }
    return command instanceof Command.Accept
            && state.overlay() instanceof Overlay.Segments(Segment segment, int page)
        ? segment.action(state).stream().toList()
        : List.of(command);
  }

  private static ScreenState point(ScreenState state, Command.Pointer pointer, Listing list) {
    List<Command> commands = Pointing.commands(state, pointer);
    ScreenState done = all(Pointing.before(state, pointer), commands, list);
    return Pointing.after(done, pointer, list);
  }

  private static ScreenState next(ScreenState state, Command command, Listing list) {
    return switch (command) {
      case Command.Motion motion -> Selection.move(state, motion, list);
      case Command.Journey journey -> Journeys.go(state, journey, list);
      case Command.Choice choice -> Journeys.regrouped(state, Choices.make(state, choice), list);
      // The prompt takes a row from the list.
      case Command.OpenFilter open -> Selection.again(Dialogues.go(state, open, list), list);
      case Command.Dialogue dialogue -> Dialogues.go(state, dialogue, list);
      case Command.Choosing choosing -> Devices.go(state, choosing, list);
      case Command.Alarming alarming -> Alarming.go(state, alarming, list);
      case Command.Errand errand -> Errands.go(state, errand, list);
      case Command.Pointer pointer -> point(state, pointer, list);
      case Command.Elapse elapse -> Pointing.elapse(state, elapse.nanos());
      case Command.LinkIs link -> state.withTips(state.tips().withLink(link.details()));
      case Command.Freeze freeze -> freeze(state, list);
      case Command.TogglePin pin -> Pinning.toggle(state, list);
      case Command.Pause pause ->
          state.withPaused(
              state.paused().isPresent() ? Optional.empty() : Optional.of(list.snapshot()));
      case Command.Match match -> state.withFilter(Filter.of(match.text()));
      case Command.ClearFilter clear -> state.withFilter(Filter.NONE).saying("Filter cleared");
      case Command.Resize size ->
          Selection.again(state.withSize(size.columns(), size.rows()), list);
      case Command.ResetTotals reset ->
          state
              .withSince(Optional.of(Since.now(list.snapshot())))
              .saying("Totals and peaks count from now on");
      case Command.Say say -> state.saying(say.message());
      case Command.Hush hush -> state.withMessage(Optional.empty());
      case Command.Quit quit -> state;
      case Command.Suspend suspend -> state;
    };
  }

  private static ScreenState freeze(ScreenState state, Listing list) {
    return state.frozen().isPresent()
        ? state.withFrozen(Optional.empty()).saying("Order follows the rates again")
        : state
            .withFrozen(Optional.of(list.freeze()))
            .saying("Order frozen: new flows join at the end");
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
    Interest interest = after.interest();
    return before.interest().equals(interest)
        ? Optional.empty()
        : Optional.of(new Effect.Watch(interest));
  }
}
