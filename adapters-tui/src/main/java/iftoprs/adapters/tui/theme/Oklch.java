package iftoprs.adapters.tui.theme;

import iftoprs.adapters.tui.grid.Colours;

/**
 * A colour as lightness (0 to 1), chroma and hue (radians) in Oklab's polar form, where changing
 * the lightness keeps the hue that people see. Matrices: Björn Ottosson, "A perceptual color space
 * for image processing", 2020.
 */
record Oklch(double lightness, double chroma, double hue) {

  private static final double CHROMA_STEP = 0.97;
  private static final double TOLERANCE = 1e-4;

  static Oklch of(int rgb) {
    double red = Colours.linear(rgb, 16);
    double green = Colours.linear(rgb, 8);
    double blue = Colours.linear(rgb, 0);
    double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    return new Oklch(lightness, Math.hypot(a, b), Math.atan2(b, a));
  }

  Oklch withLightness(double newLightness) {
    return new Oklch(newLightness, chroma, hue);
  }

  Oklch withChroma(double newChroma) {
    return new Oklch(lightness, newChroma, hue);
  }

  /** The colour as 0xRRGGBB, greyer where the screen has no colour so vivid at this lightness. */
  int rgb() {
    double fitting = chroma;
    while (fitting > TOLERANCE && !fits(fitting)) {
      fitting *= CHROMA_STEP;
    }
    double[] linear = linear(fits(fitting) ? fitting : 0);
    return encode(linear[0]) << 16 | encode(linear[1]) << 8 | encode(linear[2]);
  }

  private boolean fits(double withChroma) {
    for (double channel : linear(withChroma)) {
      if (channel < -TOLERANCE || channel > 1 + TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  private double[] linear(double withChroma) {
    double a = withChroma * Math.cos(hue);
    double b = withChroma * Math.sin(hue);
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    };
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static int encode(double linear) {
    double value = Math.clamp(linear, 0.0, 1.0);
    double share = value <= 0.0031308 ? value * 12.92 : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
    return (int) Math.round(share * 255);
  }
}
