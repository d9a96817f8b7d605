package iftoprs.domain.screen;

import iftoprs.ports.Preferences.Table;
import iftoprs.ports.Preferences.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The palettes of the user's own.
 *
 * @param all in the order in which they were made
 * @param others what was stored among them and is no palette, to be stored again
 */
public record CustomThemes(List<ThemeColours> all, Map<String, Value> others) {

  /** None. */
  public static final CustomThemes NONE = new CustomThemes(List.of(), Map.of());

  /** Copies. */
  public CustomThemes {
    all = List.copyOf(all);
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** Reads stored palettes; one with a name that is taken already is none. */
  static CustomThemes of(Table stored) {
    CustomThemes themes = NONE;
    for (Map.Entry<String, Value> entry : stored.values().entrySet()) {
      Optional<ThemeColours> theme = ThemeColours.of(entry.getKey(), entry.getValue());
      if (theme.isPresent() && themes.called(entry.getKey()).isEmpty()) {
        themes = themes.with(theme.orElseThrow());
      } else {
        Map<String, Value> more = new LinkedHashMap<>(themes.others);
        more.put(entry.getKey(), entry.getValue());
        themes = new CustomThemes(themes.all, more);
      }
    }
    return themes;
  }

  Table toTable() {
    Map<String, Value> values = new LinkedHashMap<>(others);
    for (ThemeColours theme : all) {
      values.put(theme.name(), theme.toTable());
    }
    return new Table(values);
  }

  /** The palette of exactly this name. */
  public Optional<ThemeColours> named(String name) {
    return all.stream().filter(theme -> theme.name().equals(name)).findFirst();
  }

  /** The palette that a name means, the user's own or a built-in one. */
  public Optional<ThemeColours> called(String name) {
    Optional<ThemeColours> exact = named(name);
    if (exact.isPresent()) {
      return exact;
    }
    List<ThemeColours> everything = new ArrayList<>(BuiltInThemes.ALL);
    everything.addAll(all);
    return everything.stream().filter(theme -> theme.isCalled(name)).findFirst();
  }

  /** The same with one more, or with another in the place of the one of its name. */
  CustomThemes with(ThemeColours theme) {
    return replaced(theme.name(), theme);
  }

  /** The same with one in the place of another. */
  CustomThemes replaced(String name, ThemeColours theme) {
    List<ThemeColours> changed = new ArrayList<>(all);
    changed.replaceAll(each -> each.name().equals(name) ? theme : each);
    if (!changed.contains(theme)) {
      changed.add(theme);
    }
    return new CustomThemes(changed, others);
  }

  CustomThemes without(String name) {
    List<ThemeColours> fewer = new ArrayList<>(all);
    fewer.removeIf(each -> each.name().equals(name));
    return new CustomThemes(fewer, others);
  }
}
