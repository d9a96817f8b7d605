package iftoprs.domain.screen;

/** What the screen's own background is painted with. */
public enum Backdrop {
  /** The theme's colour, against which all text is readable. */
  THEME("theme"),
  /** Nothing: the terminal's own background, a picture or what lies behind it, shows. */
  TERMINAL("terminal");

  private final String spelling;

  Backdrop(String spelling) {
    this.spelling = spelling;
  }

  /** As it is stored. */
  public String spelling() {
    return spelling;
  }
}
