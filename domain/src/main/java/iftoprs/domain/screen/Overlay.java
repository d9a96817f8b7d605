package iftoprs.domain.screen;

/** What lies over the flows and takes the keys. */
public sealed interface Overlay {

  /** Nothing. */
  record None() implements Overlay {}

  /**
   * The display filter is being typed; it holds as it is typed.
   *
   * @param prompt the line
   * @param before the filter that Esc brings back
   */
  record FilterPrompt(Prompt prompt, Filter before) implements Overlay {}

  /**
   * The table of keys.
   *
   * @param page which page, any number: the view counts pages round and round
   */
  record Help(int page) implements Overlay {}

  /**
   * The list of palettes; the one chosen holds at once.
   *
   * @param before the palette that Esc brings back
   */
  record ThemeChooser(String before) implements Overlay {}

  /**
   * The editor of themes.
   *
   * @param editor what is edited
   */
  record Editor(ThemeEditor editor) implements Overlay {}

  /**
   * The parts of the bar, and what is told of one.
   *
   * @param segment which one
   * @param page of what is told, any number: the view counts pages round and round
   */
  record Segments(Segment segment, int page) implements Overlay {}

  /**
   * The list of recent alerts.
   *
   * @param first how many newer ones are scrolled out of sight
   */
  record Alerts(int first) implements Overlay {}

  /**
   * The list of devices.
   *
   * @param choice what there is to choose from
   */
  record DeviceChooser(DeviceChoice choice) implements Overlay {}

  /** Whether characters go into a line. */
  default boolean isTyped() {
    return switch (this) {
      case FilterPrompt prompt -> true;
      case Editor(ThemeEditor editor) -> editor.naming().isPresent();
      case None none -> false;
      case Help help -> false;
      case Alerts alerts -> false;
      case DeviceChooser chooser -> false;
      case ThemeChooser chooser -> false;
      case Segments segments -> false;
    };
  }

  /** Nothing. */
  Overlay NONE = new None();
}
