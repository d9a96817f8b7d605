package iftoprs.adapters.tui.grid;

import iftoprs.domain.screen.Ink;

/** The 240 fixed colours of xterm: a 6x6x6 cube from 16 and a grey ramp from 232. */
public final class XtermPalette {

  static final int FIRST = 16;
  static final int SIZE = 256;
  private static final int FIRST_GREY = 232;
  private static final int WHITE = 231;

  /** Luminance of the grey that black and white differ from equally. */
  private static final double MIDDLE_GREY = 0.18;

  /** Indexes below are often redefined by colour schemes, although they are part of the cube. */
  private static final int FIRST_TRUSTED = 22;

  private XtermPalette() {}

  /** The colour of an index from 0 to 255; the first 16 as xterm defines them. */
  public static int rgb(int index) {
    return Ink.Numbered.rgb(index);
  }

  /** The index that is exactly this colour, or -1. */
  static int exact(int rgb) {
    int red = rgb >> 16;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    int r = step(red);
    int g = step(green);
    int b = step(blue);
    int index = -1;
    if (r >= 0 && g >= 0 && b >= 0) {
      index = FIRST + 36 * r + 6 * g + b;
    } else if (red == green && green == blue && red >= 8 && red <= 238 && (red - 8) % 10 == 0) {
      index = FIRST_GREY + (red - 8) / 10;
    }
    return index >= FIRST_TRUSTED ? index : -1;
  }

  /** The index that looks most like this colour, other than {@code except}. */
  static int nearest(int rgb, int except) {
    int best = FIRST;
    long bestDistance = Long.MAX_VALUE;
    for (int index = FIRST; index < SIZE; index++) {
      long distance = distance(rgb, rgb(index));
      if (distance < bestDistance && index != except) {
        best = index;
        bestDistance = distance;
      }
    }
    return best;
  }

  /**
   * The same for something to stand on: a tint stays a tint, although the dark greys are nearer.
   */
  static int nearestSurface(int rgb, int except) {
    if (Colours.isGrey(rgb)) {
      return nearest(rgb, except);
    }
    int best = FIRST;
    long bestDistance = Long.MAX_VALUE;
    for (int index = FIRST; index < FIRST_GREY; index++) {
      int candidate = rgb(index);
      long distance = distance(rgb, candidate);
      if (distance < bestDistance && index != except && !Colours.isGrey(candidate)) {
        best = index;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** The index most like this colour that has the contrast on a background; 0xRRGGBB both. */
  static int nearestReadable(int rgb, int background, double contrast) {
    int best = Colours.luminance(background) < MIDDLE_GREY ? WHITE : FIRST;
    long bestDistance = Long.MAX_VALUE;
    for (int index = FIRST; index < SIZE; index++) {
      int candidate = rgb(index);
      long distance = distance(rgb, candidate);
      if (distance < bestDistance && Colours.contrast(candidate, background) >= contrast) {
        best = index;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** Distance that weighs the channels as the eye does, and the loss of hue more than of light. */
  private static long distance(int one, int other) {
    int red = (one >> 16) - (other >> 16);
    int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
    int blue = (one & 0xFF) - (other & 0xFF);
    long light = 3L * red + 6L * green + blue;
    long redGreen = red - green;
    long greenBlue = green - blue;
    return light * light / 16 + 2 * redGreen * redGreen + greenBlue * greenBlue;
  }

  private static int step(int value) {
    if (value == 0) {
      return 0;
    }
    return value >= 95 && (value - 55) % 40 == 0 ? (value - 55) / 40 : -1;
  }
}
