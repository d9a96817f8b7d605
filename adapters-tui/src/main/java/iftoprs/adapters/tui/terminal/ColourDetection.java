package iftoprs.adapters.tui.terminal;

import iftoprs.adapters.tui.grid.ColourMode;
import java.util.Map;
import java.util.Set;

/**
 * Guesses from the environment how many colours the terminal has.
 *
 * <p>NO_COLOR (no-color.org) wins over everything. Inside GNU screen, COLORTERM speaks of the
 * terminal outside and is not believed.
 */
public final class ColourDetection {

  private static final Set<String> TRUECOLOUR_TERMS =
      Set.of("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour", "rio");

  private ColourDetection() {}

  public static ColourMode detect(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    String colorterm = environment.getOrDefault("COLORTERM", "");
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || term.startsWith("vt")) {
      return ColourMode.NONE;
    }
    boolean gnuScreen = term.startsWith("screen") && environment.containsKey("STY");
    if (!gnuScreen && (colorterm.equals("truecolor") || colorterm.equals("24bit"))) {
      return ColourMode.TRUECOLOUR;
    }
    if (TRUECOLOUR_TERMS.contains(term) || term.endsWith("-direct")) {
      return ColourMode.TRUECOLOUR;
    }
    return term.contains("256color") ? ColourMode.INDEXED : ColourMode.BASIC;
  }
}
