package iftoprs.adapters.tui.keys;

import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.ThemeEditor;

/** What takes the keys. */
public enum Mode {
  /** The flows. */
  MAIN,
  /**
   * The line in which a filter or a name is typed; characters without a meaning of their own go
   * into it.
   */
  PROMPT,
  /** The list of palettes. */
  THEMES,
  /** The editor of themes. */
  EDITOR,
  /** The list of devices. */
  DEVICES,
  /** The list of alerts. */
  ALERTS,
  /** The help; a key that it does not know acts on the flows below. */
  HELP,
  /** The list of the bar's parts. */
  SEGMENTS;

  /** The mode that an overlay brings. */
  static Mode of(Overlay overlay) {
    return switch (overlay) {
      case Overlay.None none -> MAIN;
      case Overlay.FilterPrompt prompt -> PROMPT;
      case Overlay.ThemeChooser chooser -> THEMES;
      case Overlay.Editor(ThemeEditor editor) -> editor.naming().isPresent() ? PROMPT : EDITOR;
      case Overlay.Alerts alerts -> ALERTS;
      case Overlay.DeviceChooser chooser -> DEVICES;
      case Overlay.Help help -> HELP;
      case Overlay.Segments segments -> SEGMENTS;
    };
  }
}
