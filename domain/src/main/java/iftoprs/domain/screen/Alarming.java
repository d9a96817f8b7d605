package iftoprs.domain.screen;

import java.util.Optional;

/** How the screen rings, and the list of what it rang for. */
final class Alarming {

  private static final int FRAME_ROWS = 6;

  private Alarming() {}

  static ScreenState go(ScreenState state, Command.Alarming command, Listing list) {
    return switch (command) {
      case Command.Ring ring ->
          state.withAlarm(new Alarm(ring.newest(), Alarm.BLINKS)).saying(ring.message());
      case Command.Blink blink -> state.withAlarm(state.alarm().next());
      case Command.ShowAlerts show ->
          state.withOverlay(
              state.overlay() instanceof Overlay.Alerts ? Overlay.NONE : new Overlay.Alerts(0));
      case Command.ScrollAlerts scroll -> scroll(state, scroll.rows(), list);
    };
  }

  private static ScreenState scroll(ScreenState state, int rows, Listing list) {
    if (!(state.overlay() instanceof Overlay.Alerts(int first))) {
      return state;
    }
    int last = Math.max(0, list.snapshot().head().alerts().recent().size() - visible(state));
    return state.withOverlay(new Overlay.Alerts(Math.clamp((long) first + rows, 0, last)));
  }

  /** How many alerts are in sight at a time at most; the rest of the screen's rows frame them. */
  private static int visible(ScreenState state) {
    return Math.max(1, state.rows() - FRAME_ROWS);
  }

  static Optional<Effect> effect(Command command) {
    return command instanceof Command.Ring ? Optional.of(new Effect.Bell()) : Optional.empty();
  }
}
