package iftoprs.domain.screen;

import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Value;
import iftoprs.ports.Preferences.Whole;
import java.util.Optional;

/** One colour of a palette, in the way in which it was chosen. */
public sealed interface Ink {

  /** How many colours have a number. */
  int NUMBERS = 256;

  /** The colour as 0xRRGGBB. */
  int rgb();

  /** The colour as it is stored and shown: a number, or {@code #rrggbb}. */
  String spelling();

  /** The colour so many steps further: the next numbers, or round the colour wheel. */
  Ink further(int steps);

  /** The same colour chosen the other way, or the one nearest to it. */
  Ink otherwise();

  /** The same as hue, saturation and brightness. */
  Mixed mixed();

  /** What is stored. */
  Value toValue();

  /**
   * Reads a stored colour.
   *
   * @param value a number from 0 to 255, or a text {@code #rrggbb}
   * @return the colour; empty for anything else
   */
  static Optional<Ink> of(Value value) {
    if (value instanceof Whole(long number) && number >= 0 && number < NUMBERS) {
      return Optional.of(new Numbered((int) number));
    }
    if (value instanceof Text(String text) && Mixed.isSpelling(text)) {
      return Optional.of(Mixed.of(Integer.parseInt(text.substring(1), 16)));
    }
    return Optional.empty();
  }

  /**
   * One of the 256 colours of xterm.
   *
   * @param number from 0 to 255
   */
  record Numbered(int number) implements Ink {

    private static final int CUBE = 16;
    private static final int GREYS = 232;
    private static final int[] SYSTEM = {
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
      0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    };

    @Override
    public int rgb() {
      return rgb(number);
    }

    /** The colour of a number from 0 to 255; the first 16 as xterm defines them. */
    public static int rgb(int number) {
      if (number < CUBE) {
        return SYSTEM[number];
      }
      if (number >= GREYS) {
        return (8 + 10 * (number - GREYS)) * 0x010101;
      }
      int cube = number - CUBE;
      return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6);
    }

    private static int level(int step) {
      return step == 0 ? 0 : 55 + 40 * step;
    }

    /** The one nearest to a colour; none of the first 16, which terminals define as they like. */
    static Numbered nearest(int rgb) {
      int nearest = CUBE;
      for (int number = CUBE; number < NUMBERS; number++) {
        if (apart(rgb(number), rgb) < apart(rgb(nearest), rgb)) {
          nearest = number;
        }
      }
      return new Numbered(nearest);
    }

    private static int apart(int left, int right) {
      int sum = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        int difference = (left >> shift & 0xFF) - (right >> shift & 0xFF);
        sum += difference * difference;
      }
      return sum;
    }

    @Override
    public String spelling() {
      return Integer.toString(number);
    }

    @Override
    public Ink further(int steps) {
      return new Numbered(Math.floorMod(number + steps, NUMBERS));
    }

    @Override
    public Ink otherwise() {
      return mixed();
    }

    @Override
    public Mixed mixed() {
      return Mixed.of(rgb());
    }

    @Override
    public Value toValue() {
      return new Whole(number);
    }
  }

  /**
   * A colour of one's own.
   *
   * @param hue degrees on the colour wheel from red, from 0 on, below 360
   * @param saturation from 0 (grey) to 1
   * @param brightness from 0 (black) to 1
   */
  record Mixed(double hue, double saturation, double brightness) implements Ink {

    private static final String DIGITS = "0123456789abcdefABCDEF";
    private static final int SPELLED = 7;
    private static final int DEGREES_A_STEP = 3;
    private static final double SHARE_A_STEP = 0.05;

    private static boolean isSpelling(String text) {
      return text.length() == SPELLED
          && text.startsWith("#")
          && text.chars().skip(1).allMatch(c -> DIGITS.indexOf(c) >= 0);
    }

    /** From 0xRRGGBB; {@link #rgb} gives the very same. */
    static Mixed of(int rgb) {
      double red = (rgb >> 16 & 0xFF) / 255.0;
      double green = (rgb >> 8 & 0xFF) / 255.0;
      double blue = (rgb & 0xFF) / 255.0;
      double most = Math.max(red, Math.max(green, blue));
      double range = most - Math.min(red, Math.min(green, blue));
      double sixth = 0;
      if (range > 0 && most == red) {
        sixth = (green - blue) / range + (green < blue ? 6 : 0);
      } else if (range > 0 && most == green) {
        sixth = (blue - red) / range + 2;
      } else if (range > 0) {
        sixth = (red - green) / range + 4;
      }
      return new Mixed(sixth * 60, most == 0 ? 0 : range / most, most);
    }

    @Override
    public int rgb() {
      return channel(5) << 16 | channel(3) << 8 | channel(1);
    }

    private int channel(int offset) {
      double place = (offset + hue / 60) % 6;
      double dip = Math.clamp(Math.min(place, 4 - place), 0.0, 1.0);
      return (int) Math.round(255 * brightness * (1 - saturation * dip));
    }

    @Override
    public String spelling() {
      return "#%06x".formatted(rgb());
    }

    @Override
    public Ink further(int steps) {
      double turned = (hue + DEGREES_A_STEP * steps) % 360;
      return new Mixed(turned < 0 ? turned + 360 : turned, saturation, brightness);
    }

    /** The same so many steps brighter, or darker. */
    Mixed brighter(int steps) {
      return new Mixed(hue, saturation, share(brightness, steps));
    }

    /** The same so many steps more colourful, or greyer. */
    Mixed richer(int steps) {
      return new Mixed(hue, share(saturation, steps), brightness);
    }

    private static double share(double share, int steps) {
      return Math.clamp(share + SHARE_A_STEP * steps, 0.0, 1.0);
    }

    @Override
    public Ink otherwise() {
      return Numbered.nearest(rgb());
    }

    @Override
    public Mixed mixed() {
      return this;
    }

    @Override
    public Value toValue() {
      return new Text(spelling());
    }
  }
}
