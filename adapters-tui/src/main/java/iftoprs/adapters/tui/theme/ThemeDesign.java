package iftoprs.adapters.tui.theme;

import iftoprs.adapters.tui.grid.Colours;
import iftoprs.domain.screen.Backdrop;

/**
 * Grows a {@link Theme} from six colours: dark tints for surfaces, and text of the palette's hues,
 * lightened (darkened in a light theme) until it can be read on the worst of them.
 */
final class ThemeDesign {

  /** A little above what WCAG asks for, because colours are rounded to whole steps. */
  private static final double TEXT_CONTRAST = 4.55;

  private static final double LINE_CONTRAST = 3.05;
  private static final double STEP = 0.004;
  private static final double COLOURFUL = 0.03;

  /** Hue of a warning, and of a warning in a theme that is red anyway. */
  private static final Oklch RED = Oklch.of(0xFF3030);

  private static final Oklch AMBER = Oklch.of(0xFFB000);
  private static final double NEAR_RED = 0.5;

  private final Palette palette;
  private final boolean light;
  private final Oklch tone;
  private final int background;
  private final int barLow;
  private final int barHigh;
  private final int selectedBarLow;
  private final int selectedBarHigh;
  private final int selectedBackground;
  private final int alertBackground;
  private final int headerBackground;
  private final int popupBackground;
  private final int hardest;

  ThemeDesign(Palette palette) {
    this.palette = palette;
    light = palette.light();
    tone = colourful(palette, 6);
    Oklch start = colourful(palette, 1);
    background = surface(tone, 0.155, 0.022);
    barLow = surface(start, 0.25, 0.09);
    barHigh = surface(tone, 0.32, 0.12);
    selectedBackground = surface(tone, 0.265, 0.035);
    selectedBarLow = surface(start, 0.315, 0.105);
    selectedBarHigh = surface(tone, 0.36, 0.13);
    alertBackground = surface(RED, 0.27, 0.09);
    headerBackground = surface(tone, 0.225, 0.035);
    popupBackground = surface(tone, 0.205, 0.03);
    hardest = hardestToReadOn();
  }

  /**
   * The theme.
   *
   * @param backdrop whether it has a background of its own; of the terminal's nothing is known
   */
  Theme theme(String id, String displayName, Backdrop backdrop) {
    Oklch hosts = Oklch.of(palette.c(2));
    return new Theme(
        id,
        displayName,
        palette,
        background,
        text(tone.withChroma(0.02), 0.93),
        text(tone.withChroma(0.035), 0.5),
        text(hosts),
        text(hosts.withChroma(Math.min(hosts.chroma(), 0.06)), 0.9),
        text(Oklch.of(palette.c(5))),
        barLow,
        barHigh,
        selectedBarLow,
        selectedBarHigh,
        selectedBackground,
        alertBackground,
        text(hosts),
        text(Oklch.of(palette.c(4))),
        text(Oklch.of(palette.c(5))),
        text(hosts),
        line(tone),
        line(tone),
        text(Oklch.of(palette.c(1))),
        text(hosts),
        text(Oklch.of(palette.c(4))),
        text(Oklch.of(palette.c(3))),
        headerBackground,
        text(hosts),
        popupBackground,
        line(colourful(palette, 1)),
        text(hosts),
        text(isNearRed(hosts) ? AMBER : RED),
        backdrop);
  }

  /** The palette's colour, or the next one that has a hue, so that bars are never grey on black. */
  private static Oklch colourful(Palette palette, int number) {
    for (int i = 0; i < Palette.SIZE; i++) {
      Oklch colour = Oklch.of(palette.c((number - 1 + i) % Palette.SIZE + 1));
      if (colour.chroma() >= COLOURFUL) {
        return colour;
      }
    }
    return Oklch.of(palette.c(number)).withChroma(0);
  }

  /** A colour for something to stand on; lightness as in a dark theme. */
  private int surface(Oklch hue, double darkLightness, double chroma) {
    double lightness = light ? 1.12 - darkLightness : darkLightness;
    double strength = light ? chroma * 0.6 : chroma;
    return hue.withLightness(lightness).withChroma(Math.min(hue.chroma(), strength)).rgb();
  }

  private int hardestToReadOn() {
    int[] surfaces = {
      background,
      barLow,
      barHigh,
      selectedBarLow,
      selectedBarHigh,
      selectedBackground,
      alertBackground,
      headerBackground,
      popupBackground,
    };
    int hardest = background;
    for (int surface : surfaces) {
      boolean harder =
          light
              ? Colours.luminance(surface) < Colours.luminance(hardest)
              : Colours.luminance(surface) > Colours.luminance(hardest);
      hardest = harder ? surface : hardest;
    }
    return hardest;
  }

  private int text(Oklch wanted) {
    return readable(wanted, hardest, TEXT_CONTRAST);
  }

  private int text(Oklch hue, double darkLightness) {
    return text(hue.withLightness(light ? 1.12 - darkLightness : darkLightness));
  }

  private int line(Oklch wanted) {
    return readable(wanted, popupBackground, LINE_CONTRAST);
  }

  private int readable(Oklch wanted, int onto, double contrast) {
    Oklch colour = wanted;
    while (Colours.contrast(colour.rgb(), onto) < contrast
        && (light ? colour.lightness() > 0 : colour.lightness() < 1)) {
      colour = colour.withLightness(colour.lightness() + (light ? -STEP : STEP));
    }
    return colour.rgb();
  }

  private static boolean isNearRed(Oklch colour) {
    double apart = Math.abs(colour.hue() - RED.hue());
    return colour.chroma() >= COLOURFUL && Math.min(apart, 2 * Math.PI - apart) < NEAR_RED;
  }
}
