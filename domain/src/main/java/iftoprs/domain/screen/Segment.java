package iftoprs.domain.screen;

import java.util.Optional;

/** The parts of the bar at the foot, from the left. */
public enum Segment {
  /** The program. */
  APP("Program"),
  /** The device or file that is captured. */
  INTERFACE("Interface"),
  /** How many flows. */
  FLOWS("Flows"),
  /** Time of the capture. */
  CLOCK("Clock"),
  /** Order of the list. */
  SORT("Order"),
  /** How often figures change. */
  REFRESH("Refresh"),
  /** Colours. */
  THEME("Theme"),
  /** The display filter. */
  FILTER("Filter"),
  /** Whether figures change. */
  PAUSE("Pause"),
  /** The capture filter, and what was lost. */
  CAPTURE_FILTER("Capture filter"),
  /** The local network. */
  LOCAL_NET("Local network"),
  /** The scale of the bars. */
  SCALE("Scale"),
  /** The tab. */
  VIEW("View"),
  /** The keys. */
  HELP("Help");

  private final String title;

  Segment(String title) {
    this.title = title;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** The one so many further on, round and round. */
  Segment next(int steps) {
    return values()[Math.floorMod(ordinal() + steps, values().length)];
  }

  /** What a click on it asks for; empty for one that only tells something. */
  Optional<Command> action(ScreenState state) {
    return switch (this) {
      case APP, CLOCK, CAPTURE_FILTER, LOCAL_NET -> Optional.empty();
      case INTERFACE -> Optional.of(new Command.OpenDevices());
      case FLOWS -> Optional.of(new Command.ShowTab(View.FLOWS));
      case SORT -> Optional.of(new Command.Sort(state.sort().next()));
      case REFRESH -> Optional.of(new Command.NextRefresh());
      case THEME -> Optional.of(new Command.OpenThemes());
      case FILTER -> Optional.of(new Command.OpenFilter());
      case PAUSE -> Optional.of(new Command.Pause());
      case SCALE -> Optional.of(new Command.Flip(Toggle.LINEAR));
      case VIEW -> Optional.of(new Command.NextTab(1));
      case HELP -> Optional.of(new Command.Help());
    };
  }
}
