package iftoprs.domain.screen;

import iftoprs.ports.Preferences;
import java.util.Map;
import java.util.Optional;

/** Choosing another device to capture on. */
final class Devices {

  /** Name of the device among the preferences. */
  private static final String INTERFACE = "interface";

  private Devices() {}

  static ScreenState go(ScreenState state, Command.Choosing command, Listing list) {
    return switch (command) {
      case Command.OpenDevices open -> state;
      case Command.Survey again -> state;
      case Command.Surveyed surveyed -> surveyed(state, surveyed, list);
      case Command.MoveDevice move ->
          state.overlay() instanceof Overlay.DeviceChooser(DeviceChoice choice)
              ? state.withOverlay(new Overlay.DeviceChooser(choice.moved(move.steps())))
              : state;
      case Command.DeviceOpened opened ->
          state
              .withPaused(Optional.empty())
              .saying("Capturing on " + opened.name() + " from now on");
    };
  }

  /** The list opens only over nothing: whoever has gone on meanwhile is not disturbed. */
  private static ScreenState surveyed(ScreenState state, Command.Surveyed surveyed, Listing list) {
    if (state.overlay() instanceof Overlay.DeviceChooser(DeviceChoice choice)) {
      return state.withOverlay(new Overlay.DeviceChooser(choice.seen(surveyed.reading())));
    }
    if (!surveyed.opens() || !state.overlay().equals(Overlay.NONE)) {
      return state;
    }
    String captured = list.snapshot().head().device().name();
    return surveyed.reading().devices().isEmpty()
        ? state.saying("The system lists no devices")
        : state.withOverlay(
            new Overlay.DeviceChooser(DeviceChoice.of(surveyed.reading(), captured)));
  }

  static ScreenState accept(ScreenState state, DeviceChoice choice) {
    ScreenState closed = state.withOverlay(Overlay.NONE);
    return choice.chosen().equals(choice.captured())
        ? closed.saying("Already capturing on " + choice.captured())
        : closed.saying("Opening " + choice.chosen() + " …");
  }

  static Optional<Effect> effect(ScreenState state, Command command) {
    if (command instanceof Command.Choosing choosing) {
      return switch (choosing) {
        case Command.OpenDevices open -> Optional.of(new Effect.SurveyDevices(true));
        case Command.Survey again -> Optional.of(new Effect.SurveyDevices(false));
        case Command.DeviceOpened(String name) -> Optional.of(save(name));
        case Command.Surveyed surveyed -> Optional.empty();
        case Command.MoveDevice move -> Optional.empty();
      };
    }
    return command instanceof Command.Accept
            && state.overlay() instanceof Overlay.DeviceChooser(DeviceChoice choice)
            && !choice.chosen().equals(choice.captured())
        ? Optional.of(new Effect.SwitchDevice(choice.chosen()))
        : Optional.empty();
  }

  private static Effect save(String name) {
    return new Effect.SaveSettings(new Preferences(Map.of(INTERFACE, new Preferences.Text(name))));
  }
}
