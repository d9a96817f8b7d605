package iftoprs.adapters.tui;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.input.InputEvent;
import iftoprs.adapters.tui.keys.KeyBindings;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.adapters.tui.view.MainScreen;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.BuiltInThemes;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Effect;
import iftoprs.domain.screen.Listing;
import iftoprs.domain.screen.Prompt;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.ThemeColours;
import iftoprs.domain.screen.Transition;
import iftoprs.domain.screen.Update;
import iftoprs.ports.HostNames;
import iftoprs.ports.ServiceNames;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one thread of the screen: waits, takes all that waits, updates, paints once, writes once.
 *
 * <p>It sleeps until something happens: there is no polling.
 */
final class UiLoop {

  private static final long MESSAGE_NANOS = 3_000_000_000L;

  private final Inbox inbox;
  private final HostNames names;
  private final ServiceNames services;
  private final ZoneId zone;
  private final Consumer<Effect> effects;
  private final Consumer<Grid> display;
  private final Grid grid;

  private ScreenState state;
  private Snapshot newest;
  private Listing list;
  private Theme theme = Themes.standard();
  private ThemeColours colours = BuiltInThemes.ALL.getFirst();
  private long hushAt;
  private boolean ended;
  private boolean changed = true;

  UiLoop(
      Inbox inbox,
      ScreenState state,
      Snapshot first,
      HostNames names,
      ServiceNames services,
      ZoneId zone,
      Consumer<Effect> effects,
      Consumer<Grid> display) {
    this.inbox = inbox;
    this.names = names;
    this.services = services;
    this.zone = zone;
    this.effects = effects;
    this.display = display;
    this.state = state;
    this.newest = first;
    this.list = Listing.of(first, state, names, services);
    this.grid = new Grid(state.columns(), state.rows());
  }

  /** Runs until the user quits, {@link Inbox#stop} or the terminal is gone. */
  void run() throws InterruptedException {
    while (!ended) {
      turn();
    }
  }

  /** Paints, waits, and deals with all that waits. */
  void turn() throws InterruptedException {
    paint();
    await().ifPresentOrElse(this::handle, () -> apply(new Command.Hush()));
    Optional<Inbox.Event> more = inbox.poll();
    while (more.isPresent() && !ended) {
      handle(more.orElseThrow());
      more = inbox.poll();
    }
  }

  /** What the screen shows by now; for tests. */
  ScreenState state() {
    return state;
  }

  private Optional<Inbox.Event> await() throws InterruptedException {
    return state.message().isPresent()
        ? inbox.take(hushAt - System.nanoTime())
        : Optional.of(inbox.take());
  }

  private void paint() {
    if (!changed) {
      return;
    }
    changed = false;
    if (grid.width() != state.columns() || grid.height() != state.rows()) {
      grid.resize(state.columns(), state.rows());
    }
    MainScreen.draw(grid, state, list, newest, theme(), zone);
    display.accept(grid);
  }

  private Theme theme() {
    ThemeColours wanted = state.colours();
    if (!wanted.equals(colours)) {
      colours = wanted;
      theme = Themes.of(wanted);
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
      case InputEvent.Mouse mouse -> MouseActions.commands(mouse, state, list).forEach(this::apply);
      case InputEvent.Resize size -> apply(new Command.Resize(size.columns(), size.rows()));
      case InputEvent.Focus focus -> {
        // Nothing depends on it.
      }
      case InputEvent.TerminalLost lost -> ended = true;
    }
  }

  private void show(Snapshot snapshot) {
    newest = snapshot;
    changed = true;
    relist();
  }

  private void apply(Command command) {
    changed = true;
    Optional<String> before = state.message();
    take(Update.apply(state, command, list));
    relist();
    if (state.message().isPresent() && state.message() != before) {
      hushAt = System.nanoTime() + MESSAGE_NANOS;
    }
  }

  private void relist() {
    if (!list.isOf(newest, state)) {
      list = Listing.of(newest, state, names, services);
      take(Update.settle(state, list));
    }
  }

  private void take(Transition transition) {
    state = transition.state();
    for (Effect effect : transition.effects()) {
      ended |= effect instanceof Effect.Quit;
      effects.accept(effect);
    }
  }
}
