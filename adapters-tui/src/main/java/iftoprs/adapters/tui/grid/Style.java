package iftoprs.adapters.tui.grid;

/**
 * How a cell looks, packed into one {@code long} so that drawing allocates nothing.
 *
 * <p>Foreground and background are 0xRRGGBB or {@link #DEFAULT}, the terminal's own colour. The
 * attributes are bits that may be combined.
 */
public final class Style {

  /** The terminal's own colour instead of a chosen one. */
  public static final int DEFAULT = -1;

  public static final int BOLD = 1;
  public static final int DIM = 1 << 1;
  public static final int ITALIC = 1 << 2;
  public static final int UNDERLINE = 1 << 3;
  public static final int REVERSE = 1 << 4;
  public static final int STRIKE = 1 << 5;

  /** Default colours, no attributes. */
  public static final long PLAIN = of(DEFAULT, DEFAULT);

  /** Attributes that show on a blank cell, too. */
  static final int VISIBLE_ON_BLANK = UNDERLINE | REVERSE | STRIKE;

  static final int ALL_ATTRIBUTES = 0x3F;

  // Bits 0-23 foreground, 24 foreground is default, 25-48 background, 49 background is default,
  // 50-55 attributes.
  private static final int COLOUR_MASK = 0xFFFFFF;
  private static final int DEFAULT_FLAG = 1 << 24;
  private static final long COLOUR_FIELD = 0x1FFFFFF;
  private static final int BACKGROUND_SHIFT = 25;
  private static final int ATTRIBUTE_SHIFT = 50;
  private static final long BACKGROUND_FIELD = COLOUR_FIELD << BACKGROUND_SHIFT;

  private Style() {}

  public static long of(int foreground, int background) {
    return of(foreground, background, 0);
  }

  public static long of(int foreground, int background, int attributes) {
    return field(foreground)
        | field(background) << BACKGROUND_SHIFT
        | (long) (attributes & ALL_ATTRIBUTES) << ATTRIBUTE_SHIFT;
  }

  public static int foreground(long style) {
    return colour(style & COLOUR_FIELD);
  }

  public static int background(long style) {
    return colour(style >>> BACKGROUND_SHIFT & COLOUR_FIELD);
  }

  public static int attributes(long style) {
    return (int) (style >>> ATTRIBUTE_SHIFT) & ALL_ATTRIBUTES;
  }

  public static long withForeground(long style, int foreground) {
    return style & ~COLOUR_FIELD | field(foreground);
  }

  public static long withBackground(long style, int background) {
    return style & ~BACKGROUND_FIELD | field(background) << BACKGROUND_SHIFT;
  }

  /** The same colours with exactly these attributes. */
  public static long withAttributes(long style, int attributes) {
    return of(foreground(style), background(style), attributes);
  }

  /** The same style with these attributes added. */
  public static long plus(long style, int attributes) {
    return style | (long) (attributes & ALL_ATTRIBUTES) << ATTRIBUTE_SHIFT;
  }

  /**
   * What of a style can be seen on a blank: its background alone, unless a line or reverse shows.
   */
  static long onBlank(long style) {
    if ((attributes(style) & VISIBLE_ON_BLANK) != 0) {
      return style;
    }
    return style & BACKGROUND_FIELD;
  }

  private static long field(int colour) {
    return colour == DEFAULT ? DEFAULT_FLAG : colour & COLOUR_MASK;
  }

  private static int colour(long field) {
    return (field & DEFAULT_FLAG) != 0 ? DEFAULT : (int) field;
  }
}
