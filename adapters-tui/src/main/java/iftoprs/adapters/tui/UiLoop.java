package iftoprs.adapters.tui;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.input.InputEvent;
import iftoprs.adapters.tui.keys.KeyBindings;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.adapters.tui.view.HitMap;
import iftoprs.adapters.tui.view.MainScreen;
import iftoprs.domain.flow.Alert;
import iftoprs.domain.flow.Alerts;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.AlarmText;
import iftoprs.domain.screen.BuiltInThemes;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Effect;
import iftoprs.domain.screen.Listing;
import iftoprs.domain.screen.LookUps;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.Prompt;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.ThemeColours;
import iftoprs.domain.screen.TipText.Moment;
import iftoprs.domain.screen.Transition;
import iftoprs.domain.screen.Update;
import iftoprs.domain.screen.View;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The one thread of the screen: waits, takes all that waits, updates, paints once, writes once.
 *
 * <p>It sleeps until something happens: there is no polling.
 */
final class UiLoop {

  private static final long MESSAGE_NANOS = 3_000_000_000L;
  private static final long SURVEY_NANOS = 1_000_000_000L;
  private static final long BLINK_NANOS = 300_000_000L;

  private final Inbox inbox;
  private final LookUps known;
  private final ZoneId zone;
  private final Consumer<Effect> effects;
  private final Consumer<Grid> display;
  private final LongSupplier clock;
  private final Grid grid;

  private ScreenState state;
  private Snapshot newest;
  private Listing list;
  private Theme theme;
  private ThemeColours colours = BuiltInThemes.ALL.getFirst();
  private HitMap painted = HitMap.empty();
  private long frames;
  private long newestAt;
  private long hushAt;
  private long blinkAt;
  private long surveyAt;
  private boolean ended;
  private boolean changed = true;

  /** Effects that nobody waits for. */
  private final Queue<Effect> waiting = new ArrayDeque<>();

  UiLoop(
      Inbox inbox,
      ScreenState state,
      Snapshot first,
      LookUps known,
      ZoneId zone,
      Consumer<Effect> effects,
      Consumer<Grid> display,
      LongSupplier clock) {
    this.inbox = inbox;
    this.known = known;
    this.zone = zone;
    this.effects = effects;
    this.display = display;
    this.clock = clock;
    this.newestAt = clock.getAsLong();
    this.state = state;
    this.theme = Themes.of(colours, state.settings().backdrop());
    this.newest = first;
    this.list = Listing.of(first, state, known);
    this.grid = new Grid(state.columns(), state.rows());
  }

  /** Runs until the user quits, {@link Inbox#stop} or the terminal is gone. */
  void run() throws InterruptedException {
    while (!ended) {
      turn();
    }
    runWaiting();
  }

  /** Paints, waits, and deals with all that waits. */
  void turn() throws InterruptedException {
    paint();
    runWaiting();
    await().ifPresent(this::handle);
    Optional<Inbox.Event> more = inbox.poll();
    while (more.isPresent() && !ended) {
      handle(more.orElseThrow());
      more = inbox.poll();
    }
    elapse();
  }

  /** What the screen shows by now; for tests. */
  ScreenState state() {
    return state;
  }

  private Optional<Inbox.Event> await() throws InterruptedException {
    long now = clock.getAsLong();
    long wait = state.message().isPresent() ? hushAt - now : Long.MAX_VALUE;
    if (state.tips().deadline().isPresent()) {
      wait = Math.min(wait, state.tips().deadline().getAsLong() - now);
    }
    if (state.alarm().blinks() > 0) {
      wait = Math.min(wait, blinkAt - now);
    }
    if (isSurveying()) {
      wait = Math.min(wait, surveyAt - now);
    }
    return wait == Long.MAX_VALUE ? Optional.of(inbox.take()) : inbox.take(wait);
  }

  /** Does what it is time for. */
  private void elapse() {
    long now = clock.getAsLong();
    if (state.message().isPresent() && now - hushAt >= 0) {
      apply(new Command.Hush());
    }
    OptionalLong tip = state.tips().deadline();
    if (tip.isPresent() && now - tip.getAsLong() >= 0) {
      apply(new Command.Elapse(now));
    }
    if (state.alarm().blinks() > 0 && now - blinkAt >= 0) {
      blinkAt = now + BLINK_NANOS;
      apply(new Command.Blink());
    }
    if (isSurveying() && now - surveyAt >= 0) {
      surveyAt = now + SURVEY_NANOS;
      apply(new Command.Survey());
    }
  }

  /** Whether the traffic of all devices is in sight. */
  private boolean isSurveying() {
    return state.overlay() instanceof Overlay.DeviceChooser;
  }

  private void paint() {
    if (!changed) {
      return;
    }
    changed = false;
    if (grid.width() != state.columns() || grid.height() != state.rows()) {
      grid.resize(state.columns(), state.rows());
    }
    frames++;
    Theme shown = theme();
    Moment moment = new Moment(frames, clock.getAsLong() - newestAt, shown.displayName(), zone);
    painted = MainScreen.draw(grid, state, list, newest, shown, moment);
    display.accept(grid);
  }

  private Theme theme() {
    ThemeColours wanted = state.colours();
    if (!wanted.equals(colours)) {
      colours = wanted;
      theme = Themes.of(wanted, state.settings().backdrop());
    }
    return theme;
  }

  private void handle(Inbox.Event event) {
    switch (event) {
      case Inbox.Input input -> handle(input.event());
      case Inbox.Ask ask -> apply(ask.command());
      case Inbox.Tick tick -> inbox.takeSnapshot().ifPresent(this::show);
      case Inbox.Stop stop -> ended = true;
    }
  }

  private void handle(InputEvent event) {
    switch (event) {
      case InputEvent.Key key -> KeyBindings.command(state.overlay(), key).ifPresent(this::apply);
      case InputEvent.Paste paste -> {
        if (state.overlay().isTyped()) {
          apply(new Command.EditFilter(new Prompt.Insert(paste.text())));
        }
      }
      case InputEvent.Mouse mouse -> point(mouse);
      case InputEvent.Resize size -> apply(new Command.Resize(size.columns(), size.rows()));
      case InputEvent.Focus focus -> {
        // Nothing depends on it.
      }
      case InputEvent.TerminalLost lost -> ended = true;
    }
  }

  /**
   * The pointer means what the state shows, so that is painted before it is looked up. What is
   * pulled is known already: a burst of moves is painted once.
   */
  private void point(InputEvent.Mouse mouse) {
    boolean pulls = mouse.action() == InputEvent.Mouse.Action.DRAG;
    if (!pulls) {
      paint();
    }
    MouseActions.command(mouse, painted, clock.getAsLong()).ifPresent(this::apply);
  }

  private void show(Snapshot snapshot) {
    newest = snapshot;
    newestAt = clock.getAsLong();
    changed = true;
    relist();
    ring(snapshot.head().alerts());
  }

  /** Tells of alerts that came since the last ones told. */
  private void ring(Alerts alerts) {
    List<Alert> fresh = alerts.since(state.alarm().heard());
    if (!fresh.isEmpty()) {
      long count = alerts.raised() - state.alarm().heard();
      apply(
          new Command.Ring(
              AlarmText.of(fresh, count, state.settings(), known.names()), alerts.raised()));
      blinkAt = clock.getAsLong() + BLINK_NANOS;
    }
  }

  @SuppressWarnings("OptionalEquality") // the same words said again stay as long as new ones
  private void apply(Command command) {
    ScreenState before = state;
    boolean surveyed = isSurveying();
    take(Update.apply(state, command, list));
    // A pointer on its way reports every cell: most of them change nothing that is seen.
    changed |= !isOnItsWay(command) || !before.looksLike(state);
    relist();
    if (state.message().isPresent() && state.message() != before.message()) {
      hushAt = clock.getAsLong() + MESSAGE_NANOS;
    }
    if (isSurveying() && !surveyed) {
      surveyAt = clock.getAsLong() + SURVEY_NANOS / 2;
    }
  }

  private static boolean isOnItsWay(Command command) {
    return command instanceof Command.Hover
        || command instanceof Command.Drag
        || command instanceof Command.Release;
  }

  private void relist() {
    if (!list.isOf(newest, state)) {
      Listing before = list;
      list = Listing.of(newest, state, known);
      View view = state.place().view();
      state = Update.follow(state, before, list);
      if (!state.place().view().equals(view)) {
        list = Listing.of(newest, state, known);
      }
      take(Update.settle(state, list));
    }
  }

  private void take(Transition transition) {
    state = transition.state();
    for (Effect effect : transition.effects()) {
      ended |= effect instanceof Effect.Quit;
      if (effect instanceof Effect.SaveSettings) {
        waiting.add(effect);
      } else {
        effects.accept(effect);
      }
    }
  }

  /** What nobody sees comes behind the frame, so that the answer to a key has the processor. */
  private void runWaiting() {
    while (!waiting.isEmpty()) {
      effects.accept(waiting.poll());
    }
  }
}
