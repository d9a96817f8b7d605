package iftoprs.adapters.tui.grid;

/**
 * How many columns a character takes on a terminal: none, one or two.
 *
 * <p>Wide are East Asian Width W and F (UAX 11) and characters with emoji presentation. Characters
 * that terminals disagree on are made harmless: joiners and variation selectors take no column and
 * are not sent, so every part of a joined emoji stands for itself.
 */
public final class DisplayWidth {

  /** Stands for what must not reach a terminal: controls, direction overrides, half surrogates. */
  public static final int SAFE_GLYPH = 0xFFFD;

  private static final int FIRST_UNUSUAL = 0x300;

  /** First and last of each wide range; emoji are looked up in the JDK's own table. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2329, 0x232A, 0x2630, 0x2637, 0x268A, 0x268F, 0x2E80, 0x303E, 0x3041, 0xA4CF,
    0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60,
    0xFFE0, 0xFFE6, 0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FF, 0x1D300, 0x1D376, 0x1F200, 0x1F265, 0x20000,
    0x2FFFD, 0x30000, 0x3FFFD,
  };

  private DisplayWidth() {}

  /** Columns of one character; a character that is shown as {@link #SAFE_GLYPH} takes one. */
  public static int of(int codePoint) {
    if (codePoint < FIRST_UNUSUAL) {
      return codePoint == 0xAD ? 0 : 1;
    }
    if (isUnsafe(codePoint)) {
      return 1;
    }
    if (isZeroWidth(codePoint)) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** Columns of a text. */
  public static int of(CharSequence text) {
    int columns = 0;
    int before = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = Character.codePointAt(text, i);
      before = after(before, codePoint);
      columns += before;
      i += Character.charCount(codePoint);
    }
    return columns;
  }

  /** How many chars of a text fit into so many columns; marks stay with their letter. */
  public static int prefix(CharSequence text, int maxColumns) {
    int columns = 0;
    int before = 0;
    int i = 0;
    while (i < text.length()) {
      int codePoint = Character.codePointAt(text, i);
      before = after(before, codePoint);
      columns += before;
      if (columns > maxColumns) {
        return i;
      }
      i += Character.charCount(codePoint);
    }
    return i;
  }

  /** The character itself, or {@link #SAFE_GLYPH} for one that must not reach a terminal. */
  static int safe(int codePoint) {
    return isUnsafe(codePoint) ? SAFE_GLYPH : codePoint;
  }

  /** A mark that is drawn onto the letter before it; other zero-width characters are left out. */
  static boolean isMark(int codePoint) {
    if (codePoint < FIRST_UNUSUAL || codePoint >= 0xFE00 && codePoint <= 0xFE0F) {
      return false;
    }
    int type = Character.getType(codePoint);
    return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
        && codePoint < 0xE0000;
  }

  /** A skin tone: changes the emoji before it, and is left out there. */
  static boolean isSkinTone(int codePoint) {
    return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
  }

  /** Columns of a character that follows one of so many columns: a skin tone joins its emoji. */
  private static int after(int columnsBefore, int codePoint) {
    return columnsBefore == 2 && isSkinTone(codePoint) ? 0 : of(codePoint);
  }

  private static boolean isUnsafe(int codePoint) {
    if (codePoint < 0x20 || codePoint >= 0x7F && codePoint < 0xA0) {
      return true;
    }
    if (codePoint < FIRST_UNUSUAL) {
      return false;
    }
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || codePoint >= 0x2028 && codePoint <= 0x202E
        || codePoint >= 0x2066 && codePoint <= 0x2069
        || codePoint >= 0xD800 && codePoint <= 0xDFFF
        || codePoint > Character.MAX_CODE_POINT;
  }

  private static boolean isZeroWidth(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || codePoint >= 0x1160 && codePoint <= 0x11FF
        || codePoint >= 0xD7B0 && codePoint <= 0xD7FB;
  }

  private static boolean isWide(int codePoint) {
    if (codePoint < WIDE[0]) {
      return false;
    }
    for (int i = 0; i < WIDE.length; i += 2) {
      if (codePoint <= WIDE[i + 1]) {
        if (codePoint >= WIDE[i]) {
          return codePoint != 0x303F;
        }
        break;
      }
    }
    return Character.isEmojiPresentation(codePoint)
        && !(codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF);
  }
}
