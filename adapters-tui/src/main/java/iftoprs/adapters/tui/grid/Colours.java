package iftoprs.adapters.tui.grid;

/** Arithmetic on colours: contrast as WCAG 2 defines it, and mixing. */
public final class Colours {

  private static final int GREY_SPREAD = 24;
  private static final double[] LINEAR = new double[256];

  static {
    for (int value = 0; value < LINEAR.length; value++) {
      double share = value / 255.0;
      LINEAR[value] = share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
  }

  private Colours() {}

  /** Contrast ratio of two colours, from 1 to 21. */
  public static double contrast(int one, int other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  /** The colour at one of so many steps on the straight line between two. */
  public static int between(int from, int to, int step, int steps) {
    if (steps <= 1) {
      return from;
    }
    int last = steps - 1;
    int at = Math.clamp(step, 0, last);
    int red = channel(from, 16) + (channel(to, 16) - channel(from, 16)) * at / last;
    int green = channel(from, 8) + (channel(to, 8) - channel(from, 8)) * at / last;
    int blue = channel(from, 0) + (channel(to, 0) - channel(from, 0)) * at / last;
    return red << 16 | green << 8 | blue;
  }

  /** Relative luminance, from 0 to 1. */
  public static double luminance(int rgb) {
    return 0.2126 * linear(rgb, 16) + 0.7152 * linear(rgb, 8) + 0.0722 * linear(rgb, 0);
  }

  /** One channel (shift 16, 8 or 0) without gamma, from 0 to 1. */
  public static double linear(int rgb, int shift) {
    return LINEAR[channel(rgb, shift)];
  }

  /** Whether no channel stands out. */
  static boolean isGrey(int rgb) {
    int red = channel(rgb, 16);
    int green = channel(rgb, 8);
    int blue = channel(rgb, 0);
    int most = Math.max(red, Math.max(green, blue));
    return most - Math.min(red, Math.min(green, blue)) < GREY_SPREAD;
  }

  private static int channel(int rgb, int shift) {
    return rgb >> shift & 0xFF;
  }
}
