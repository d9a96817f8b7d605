package iftoprs.adapters.tui.keys;

import iftoprs.domain.screen.Overlay;

/** What takes the keys. */
public enum Mode {
  /** The flows. */
  MAIN,
  /** The line in which a filter is typed; characters without a meaning of their own go into it. */
  PROMPT,
  /** The list of palettes. */
  THEMES,
  /** The help; a key that it does not know acts on the flows below. */
  HELP;

  /** The mode that an overlay brings. */
  static Mode of(Overlay overlay) {
    return switch (overlay) {
      case Overlay.None none -> MAIN;
      case Overlay.FilterPrompt prompt -> PROMPT;
      case Overlay.ThemeChooser chooser -> THEMES;
      case Overlay.Help help -> HELP;
    };
  }
}
