package iftoprs.adapters.tui;

import iftoprs.domain.screen.BuiltInThemes;
import iftoprs.domain.screen.CustomThemes;
import iftoprs.domain.screen.Ink;
import iftoprs.domain.screen.ThemeColours;
import java.util.ArrayList;
import java.util.List;

/** All themes, a line each: the name, what the screen calls it, and its six colours. */
public final class ThemeTable {

  private static final String RESET = "\033[0m";
  private static final String BOLD = "\033[1m";

  private ThemeTable() {}

  /**
   * The table.
   *
   * @param own the user's own themes, which come last
   * @param colours whether colours are shown rather than told
   * @return lines; without colours each is a name, two blanks or more, a title, two blanks or more
   *     and the colours
   */
  public static String of(CustomThemes own, boolean colours) {
    List<ThemeColours> all = new ArrayList<>(BuiltInThemes.ALL);
    all.addAll(own.all());
    int names = 0;
    int titles = 0;
    for (ThemeColours theme : all) {
      names = Math.max(names, theme.name().length() + 2);
      titles = Math.max(titles, theme.title().length() + 2);
    }
    StringBuilder table = new StringBuilder();
    for (ThemeColours theme : all) {
      StringBuilder line = new StringBuilder(colours ? BOLD : "");
      line.append(theme.name()).append(colours ? RESET : "");
      line.repeat(' ', names - theme.name().length()).append(theme.title());
      line.repeat(' ', titles - theme.title().length());
      for (Ink ink : theme.inks()) {
        line.append(colours ? swatch(ink) : ink.spelling()).append(' ');
      }
      line.append(theme.light() ? " light" : "");
      table.append(line.toString().stripTrailing()).append('\n');
    }
    return table.toString();
  }

  private static String swatch(Ink ink) {
    return switch (ink) {
      case Ink.Numbered numbered -> "\033[48;5;" + numbered.number() + "m    " + RESET;
      case Ink.Mixed mixed -> {
        int rgb = mixed.rgb();
        yield "\033[48;2;%d;%d;%dm    ".formatted(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF) + RESET;
      }
    };
  }
}
