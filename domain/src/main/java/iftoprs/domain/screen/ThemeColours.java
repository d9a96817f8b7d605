package iftoprs.domain.screen;

import iftoprs.domain.text.SafeText;
import iftoprs.ports.Preferences.Flag;
import iftoprs.ports.Preferences.Table;
import iftoprs.ports.Preferences.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A palette: the colours that a theme grows from.
 *
 * @param name as it is stored
 * @param title as it is shown
 * @param inks the six colours; {@link #ROLES} tells what for
 * @param light whether it is for a light background
 */
public record ThemeColours(String name, String title, List<Ink> inks, boolean light) {

  /** What each of the six colours is for. */
  public static final List<String> ROLES =
      List.of(
          "labels, titles", "hosts, 2 s rate", "processes", "10 s rate", "arrows, 40 s", "bars");

  /** Longest name of a user's own theme. */
  public static final int LONGEST_NAME = 24;

  private static final String LIGHT = "light";

  /** Copies the colours, of which there must be six. */
  public ThemeColours {
    inks = List.copyOf(inks);
    if (inks.size() != ROLES.size()) {
      throw new IllegalArgumentException("a palette has six colours, not " + inks.size());
    }
  }

  /**
   * Reads a user's own palette.
   *
   * @param name its name
   * @param value a table with the colours c1 to c6, and whether it is {@code light}
   * @return the palette, or empty if that is none, or one that could not be stored again
   */
  static Optional<ThemeColours> of(String name, Value value) {
    if (!(value instanceof Table(Map<String, Value> stored)) || !isName(name)) {
      return Optional.empty();
    }
    List<Ink> inks = new ArrayList<>();
    for (int number = 1; number <= ROLES.size(); number++) {
      Ink.of(stored.getOrDefault("c" + number, new Flag(false))).ifPresent(inks::add);
    }
    boolean light = stored.get(LIGHT) instanceof Flag(boolean chosen) && chosen;
    return inks.size() == ROLES.size()
        ? Optional.of(new ThemeColours(name, name, inks, light))
        : Optional.empty();
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.codePointCount(0, name.length()) <= LONGEST_NAME
        && SafeText.of(name, LONGEST_NAME).equals(name);
  }

  Table toTable() {
    Map<String, Value> values = new LinkedHashMap<>();
    for (int number = 1; number <= inks.size(); number++) {
      values.put("c" + number, inks.get(number - 1).toValue());
    }
    if (light) {
      values.put(LIGHT, new Flag(true));
    }
    return new Table(values);
  }

  /** Whether a name means this palette: case, blanks and hyphens make no difference. */
  public boolean isCalled(String other) {
    return simplified(name).equals(simplified(other));
  }

  private static String simplified(String name) {
    return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
  }

  ThemeColours named(String other) {
    return new ThemeColours(other, other, inks, light);
  }

  ThemeColours with(int slot, Ink ink) {
    List<Ink> changed = new ArrayList<>(inks);
    changed.set(slot, ink);
    return new ThemeColours(name, title, changed, light);
  }

  ThemeColours turned() {
    return new ThemeColours(name, title, inks, !light);
  }
}
