package iftoprs.adapters.tui.theme;

import iftoprs.domain.screen.Backdrop;
import iftoprs.domain.screen.BuiltInThemes;
import iftoprs.domain.screen.CustomThemes;
import iftoprs.domain.screen.ThemeColours;
import java.util.List;
import java.util.Optional;

/** What themes look like; which there are is told by {@link BuiltInThemes} and the settings. */
public final class Themes {

  private Themes() {}

  /** The names that the config file knows, in order. */
  public static List<String> names() {
    return BuiltInThemes.names();
  }

  /** The theme that a new user sees. */
  public static Theme standard() {
    return of(BuiltInThemes.ALL.getFirst());
  }

  /** The built-in theme of a name; case, spaces and hyphens make no difference. */
  public static Optional<Theme> named(String name) {
    return CustomThemes.NONE.called(name).map(Themes::of);
  }

  /** The theme that grows from a palette. */
  public static Theme of(ThemeColours colours) {
    return of(colours, Backdrop.THEME);
  }

  /** The same, with the terminal's background in the place of its own if that is wanted. */
  public static Theme of(ThemeColours colours, Backdrop backdrop) {
    return new ThemeDesign(Palette.of(colours)).theme(colours.name(), colours.title(), backdrop);
  }
}
