package iftoprs.adapters.tui.grid;

import java.util.Arrays;

/**
 * Turns the colours that a frame asks for into those that the terminal has.
 *
 * <p>A mapped style holds colours of the terminal: 0xRRGGBB, an index below 256 or below 16, or
 * {@link Style#DEFAULT}. Two styles that look the same on the terminal map to the same number,
 * which is what {@link DiffWriter} compares. Results are remembered, so steady frames cost one
 * look-up.
 */
final class ColourMapper {

  private static final int CACHE_SIZE = 4096;
  private static final int WHITE = 15;
  private static final int BRIGHT = 8;

  /** Text that had this contrast must not lose it. */
  private static final double READABLE = 4.5;

  private final ColourMode mode;
  private final long[] keys = new long[CACHE_SIZE];
  private final long[] values = new long[CACHE_SIZE];
  private int frameBackground = Style.DEFAULT;
  private int boxBackground = Style.DEFAULT;

  ColourMapper(ColourMode mode) {
    this.mode = mode;
    forget();
  }

  /**
   * Says which background is the frame's own; other backgrounds must remain apart from it.
   *
   * @param rgb the frame's own
   * @param boxed the one of boxes, which their borders keep apart
   */
  void frameBackground(int rgb, int boxed) {
    if (rgb != frameBackground || boxed != boxBackground) {
      frameBackground = rgb;
      boxBackground = boxed;
      forget();
    }
  }

  long map(long style) {
    if (mode == ColourMode.TRUECOLOUR) {
      return style;
    }
    int slot = (int) ((style * 0x9E3779B97F4A7C15L) >>> 52);
    if (keys[slot] == style) {
      return values[slot];
    }
    long mapped =
        switch (mode) {
          case TRUECOLOUR -> style;
          case INDEXED -> indexed(style);
          case BASIC -> basic(style);
          case NONE -> plain(style);
        };
    keys[slot] = style;
    values[slot] = mapped;
    return mapped;
  }

  private void forget() {
    // No style has bits above 55, so this matches none.
    Arrays.fill(keys, -1L);
  }

  private long indexed(long style) {
    int foreground = Style.foreground(style);
    int background = Style.background(style);
    int own = frameBackground == Style.DEFAULT ? -1 : nearest(frameBackground, -1);
    int mappedBackground = background;
    if (background != Style.DEFAULT) {
      mappedBackground =
          background == frameBackground ? own : XtermPalette.nearestSurface(background, own);
    }
    int mappedForeground = foreground;
    if (foreground != Style.DEFAULT && background == Style.DEFAULT) {
      mappedForeground = nearest(foreground, -1);
    } else if (foreground != Style.DEFAULT) {
      double contrast = Math.min(READABLE, Colours.contrast(foreground, background));
      int onto = XtermPalette.rgb(mappedBackground);
      mappedForeground = XtermPalette.nearestReadable(foreground, onto, contrast);
    }
    return Style.of(mappedForeground, mappedBackground, Style.attributes(style));
  }

  private static int nearest(int rgb, int except) {
    int exact = XtermPalette.exact(rgb);
    return exact >= 0 && exact != except ? exact : XtermPalette.nearest(rgb, except);
  }

  /**
   * Black (or white) for the frame's own background, a dark colour of the same hue for bars, and
   * bright colours for text; text of the hue that it stands on turns white.
   */
  private long basic(long style) {
    int foreground = Style.foreground(style);
    int background = Style.background(style);
    boolean light = isLight(frameBackground);
    int mappedBackground = background;
    if (background == frameBackground && background != Style.DEFAULT) {
      mappedBackground = light ? WHITE : 0;
    } else if (background != Style.DEFAULT) {
      mappedBackground = surface(background, light);
    }
    int mappedForeground = foreground;
    if (foreground != Style.DEFAULT) {
      mappedForeground = light ? darkText(foreground) : brightText(foreground, mappedBackground);
    }
    int attributes = Style.attributes(style);
    // Terminals that show bold as bright make dark grey of bold black.
    int shown = mappedForeground == 0 ? attributes & ~Style.BOLD : attributes;
    return Style.of(mappedForeground, mappedBackground, shown);
  }

  private static int surface(int rgb, boolean light) {
    if (isLight(rgb)) {
      return light ? 7 : hue(rgb);
    }
    return Colours.isGrey(rgb) ? BRIGHT : hue(rgb);
  }

  private static int brightText(int rgb, int onto) {
    if (onto != 0 && onto != Style.DEFAULT) {
      return onto == 2 || onto == 3 || onto == 6 || onto == 7 ? 0 : WHITE;
    }
    if (Colours.isGrey(rgb)) {
      return channel(rgb, 8) > 190 ? WHITE : 7;
    }
    return hue(rgb) + BRIGHT;
  }

  private static int darkText(int rgb) {
    if (Colours.isGrey(rgb)) {
      return 0;
    }
    int hue = hue(rgb);
    // Yellow and cyan cannot be read on white.
    return hue == 3 || hue == 6 ? 0 : hue;
  }

  /** Without colour, a bar or a selection is reverse video; a whole popup would glare. */
  private long plain(long style) {
    int attributes = Style.attributes(style);
    int background = Style.background(style);
    if (background != frameBackground && background != boxBackground) {
      attributes ^= Style.REVERSE;
    }
    return Style.of(Style.DEFAULT, Style.DEFAULT, attributes);
  }

  /** The system colour from 1 to 6 with the same strong channels: bit 0 red, 1 green, 2 blue. */
  private static int hue(int rgb) {
    int red = channel(rgb, 16);
    int green = channel(rgb, 8);
    int blue = channel(rgb, 0);
    int least = Math.min(red, Math.min(green, blue));
    int most = Math.max(red, Math.max(green, blue));
    int middle = least + (most - least) * 3 / 5;
    int hue = (red > middle ? 1 : 0) | (green > middle ? 2 : 0) | (blue > middle ? 4 : 0);
    return hue == 0 || hue == 7 ? 4 : hue;
  }

  private static boolean isLight(int rgb) {
    return rgb != Style.DEFAULT
        && 3 * channel(rgb, 16) + 6 * channel(rgb, 8) + channel(rgb, 0) > 10 * 128;
  }

  private static int channel(int rgb, int shift) {
    return rgb >> shift & 0xFF;
  }
}
