package iftoprs.domain.screen;

import iftoprs.domain.screen.Ink.Mixed;
import iftoprs.domain.screen.Ink.Numbered;

/** A line along which one property of a colour is chosen, cell by cell. */
public enum Track {
  /** The 256 colours of xterm by number. */
  NUMBER("number"),
  /** Once round the colour wheel. */
  HUE("hue"),
  /** From grey to pure. */
  SATURATION("saturation"),
  /** From black to full. */
  BRIGHTNESS("brightness");

  private static final double CIRCLE = 360;

  private final String title;

  Track(String title) {
    this.title = title;
  }

  /** What is chosen along it. */
  public String title() {
    return title;
  }

  /**
   * The colour with the property of a cell.
   *
   * @param ink the colour
   * @param cell which cell of the line; one outside means the nearest end
   * @param cells how many there are, from 2 on
   * @return the colour, a numbered one only along {@link #NUMBER}
   */
  public Ink at(Ink ink, int cell, int cells) {
    int at = Math.clamp(cell, 0, cells - 1);
    double share = at / (cells - 1.0);
    Mixed mixed = ink.mixed();
    return switch (this) {
      // Rounded up, so that the cell of the number is this one again.
      case NUMBER ->
          new Numbered(Math.min((at * Ink.NUMBERS + cells - 1) / cells, Ink.NUMBERS - 1));
      case HUE -> new Mixed(at * CIRCLE / cells, mixed.saturation(), mixed.brightness());
      case SATURATION -> new Mixed(mixed.hue(), share, mixed.brightness());
      case BRIGHTNESS -> new Mixed(mixed.hue(), mixed.saturation(), share);
    };
  }

  /** The cell where a colour stands, from 0; that of the nearest number if it has none. */
  public int cell(Ink ink, int cells) {
    Mixed mixed = ink.mixed();
    return switch (this) {
      case NUMBER -> numbered(ink).number() * cells / Ink.NUMBERS;
      case HUE -> (int) Math.round(mixed.hue() * cells / CIRCLE) % cells;
      case SATURATION -> (int) Math.round(mixed.saturation() * (cells - 1));
      case BRIGHTNESS -> (int) Math.round(mixed.brightness() * (cells - 1));
    };
  }

  /** The colour so many of the steps further that keys take. */
  Ink further(Ink ink, int steps) {
    return switch (this) {
      case NUMBER -> numbered(ink).further(steps);
      case HUE -> ink.mixed().further(steps);
      case SATURATION -> ink.mixed().richer(steps);
      case BRIGHTNESS -> ink.mixed().brighter(steps);
    };
  }

  /**
   * How a cell of the line is painted. The colour wheel is shown pure: of a grey or a black all
   * hues look the same.
   */
  public int rgb(Ink ink, int cell, int cells) {
    Ink there = at(ink, cell, cells);
    return this == HUE ? new Mixed(there.mixed().hue(), 1, 1).rgb() : there.rgb();
  }

  /** The property of a colour as it is read; empty for the number of one that has none. */
  public String value(Ink ink) {
    Mixed mixed = ink.mixed();
    return switch (this) {
      case NUMBER -> ink instanceof Numbered(int number) ? Integer.toString(number) : "";
      case HUE -> Math.round(mixed.hue()) % 360 + "°";
      case SATURATION -> percent(mixed.saturation());
      case BRIGHTNESS -> percent(mixed.brightness());
    };
  }

  private static String percent(double share) {
    return Math.round(100 * share) + "%";
  }

  /** Whether {@link Ink#further} goes along it. */
  public boolean isFollowedBy(Ink ink) {
    return this == (ink instanceof Numbered ? NUMBER : HUE);
  }

  private static Numbered numbered(Ink ink) {
    return ink instanceof Numbered numbered ? numbered : Numbered.nearest(ink.rgb());
  }
}
