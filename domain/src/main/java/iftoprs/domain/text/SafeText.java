package iftoprs.domain.text;

/**
 * Makes a text from outside (host name, process name, device) safe to print.
 *
 * <p>Control and C1 characters, line and paragraph separators, direction marks and overrides, and
 * lone surrogates become {@code �} (U+FFFD), so that nothing moves the cursor, turns the line round
 * or hides.
 */
public final class SafeText {

  /** Stands for a character that must not be printed. */
  public static final char REPLACEMENT = '\uFFFD';

  private SafeText() {}

  /**
   * Makes a text safe and bounds its length.
   *
   * @param text any text
   * @param limit most characters (code points) of the answer, at least 1
   * @return the text itself if there is nothing to change; a cut one ends in {@code …}
   */
  public static String of(String text, int limit) {
    int length = text.length();
    if (length <= limit && isPlain(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(Math.min(length, limit + 1));
    int count = 0;
    int i = 0;
    while (i < length) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (++count == limit && i < length) {
        return safe.append('…').toString();
      }
      if (isUnsafe(codePoint)) {
        safe.append(REPLACEMENT);
      } else {
        safe.appendCodePoint(codePoint);
      }
    }
    return safe.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c > 0x7E) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnsafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      // Joiners belong to ordinary words of some scripts; everything else of this kind is
      // invisible.
      case Character.FORMAT -> codePoint != 0x200C && codePoint != 0x200D;
      default -> false;
    };
  }
}
