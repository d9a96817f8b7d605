package iftoprs.adapters.tui.grid;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A small terminal for tests: knows cursor moves, colours and wide characters, and fails on any
 * sequence that {@link DiffWriter} has no business to send.
 */
final class VtScreen {

  private static final String BLANK = " ";

  final int width;
  final int height;
  private final String[] texts;
  private final long[] styles;
  private int x;
  private int y;
  private long style = Style.PLAIN;
  private int synchronisedUpdates;

  VtScreen(int width, int height) {
    this.width = width;
    this.height = height;
    texts = new String[width * height];
    styles = new long[width * height];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = BLANK;
      styles[i] = Style.PLAIN;
    }
  }

  String textAt(int column, int row) {
    return texts[row * width + column];
  }

  long styleAt(int column, int row) {
    return styles[row * width + column];
  }

  int synchronisedUpdates() {
    return synchronisedUpdates;
  }

  void write(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (codePoint == 0x1B) {
        i = sequence(text, i + 1);
        continue;
      }
      i += Character.charCount(codePoint);
      switch (codePoint) {
        case '\r' -> x = 0;
        case '\n' -> lineFeed();
        default -> print(codePoint);
      }
    }
  }

  private void lineFeed() {
    if (y == height - 1) {
      throw new AssertionError("a line feed on the last row scrolls");
    }
    y++;
  }

  private void print(int codePoint) {
    if (codePoint < ' ' || codePoint >= 0x7F && codePoint < 0xA0) {
      throw new AssertionError("control character " + codePoint);
    }
    int columns = DisplayWidth.of(codePoint);
    if (columns == 0) {
      int letter = texts[y * width + x - 1].isEmpty() ? x - 2 : x - 1;
      texts[y * width + letter] += Character.toString(codePoint);
      return;
    }
    if (x + columns > width) {
      throw new AssertionError("prints beyond the right edge at " + x + "," + y);
    }
    breakWide(x);
    breakWide(x + columns - 1);
    texts[y * width + x] = Character.toString(codePoint);
    styles[y * width + x] = style;
    if (columns == 2) {
      texts[y * width + x + 1] = "";
      styles[y * width + x + 1] = style;
    }
    x += columns;
  }

  /** Half a wide character cannot stay: the other half becomes a blank. */
  private void breakWide(int column) {
    int cell = y * width + column;
    if (texts[cell].isEmpty()) {
      texts[cell - 1] = BLANK;
      texts[cell] = BLANK;
    } else if (column + 1 < width && texts[cell + 1].isEmpty()) {
      texts[cell + 1] = BLANK;
      texts[cell] = BLANK;
    }
  }

  private int sequence(String text, int from) {
    if (text.charAt(from) != '[') {
      throw new AssertionError("unexpected sequence Esc " + text.charAt(from));
    }
    int end = from + 1;
    while (text.charAt(end) < 0x40) {
      end++;
    }
    String parameters = text.substring(from + 1, end);
    switch (text.charAt(end)) {
      case 'm' -> colours(numbers(parameters));
      case 'H' -> {
        List<Integer> place = numbers(parameters);
        y = place.get(0) - 1;
        x = place.size() > 1 ? place.get(1) - 1 : 0;
      }
      case 'C' -> x += parameters.isEmpty() ? 1 : Integer.parseInt(parameters);
      case 'G' -> x = Integer.parseInt(parameters) - 1;
      case 'h' -> requireSynchronised(parameters);
      case 'l' -> {
        requireSynchronised(parameters);
        synchronisedUpdates++;
      }
      default -> throw new AssertionError("unexpected CSI " + parameters + text.charAt(end));
    }
    if (x < 0 || y < 0 || x >= width && width > 0 && y >= height) {
      throw new AssertionError("cursor outside");
    }
    return end + 1;
  }

  private static void requireSynchronised(String parameters) {
    if (!parameters.equals("?2026")) {
      throw new AssertionError("unexpected mode " + parameters);
    }
  }

  private static List<Integer> numbers(String parameters) {
    List<Integer> numbers = new ArrayList<>();
    for (String number : parameters.split(";")) {
      numbers.add(number.isEmpty() ? 0 : Integer.parseInt(number));
    }
    return numbers;
  }

  private void colours(List<Integer> codes) {
    for (int i = 0; i < codes.size(); i++) {
      int code = codes.get(i);
      if (code == 38 || code == 48) {
        boolean indexed = codes.get(i + 1) == 5;
        int rgb =
            indexed
                ? XtermPalette.rgb(codes.get(i + 2))
                : codes.get(i + 2) << 16 | codes.get(i + 3) << 8 | codes.get(i + 4);
        style = code == 38 ? Style.withForeground(style, rgb) : Style.withBackground(style, rgb);
        i += indexed ? 2 : 4;
      } else {
        simple(code);
      }
    }
  }

  private void simple(int code) {
    int attributes = Style.attributes(style);
    switch (code) {
      case 0 -> style = Style.PLAIN;
      case 1 -> style = Style.plus(style, Style.BOLD);
      case 2 -> style = Style.plus(style, Style.DIM);
      case 3 -> style = Style.plus(style, Style.ITALIC);
      case 4 -> style = Style.plus(style, Style.UNDERLINE);
      case 7 -> style = Style.plus(style, Style.REVERSE);
      case 9 -> style = Style.plus(style, Style.STRIKE);
      case 22 -> style = Style.withAttributes(style, attributes & ~(Style.BOLD | Style.DIM));
      case 23 -> style = Style.withAttributes(style, attributes & ~Style.ITALIC);
      case 24 -> style = Style.withAttributes(style, attributes & ~Style.UNDERLINE);
      case 27 -> style = Style.withAttributes(style, attributes & ~Style.REVERSE);
      case 29 -> style = Style.withAttributes(style, attributes & ~Style.STRIKE);
      case 39 -> style = Style.withForeground(style, Style.DEFAULT);
      case 49 -> style = Style.withBackground(style, Style.DEFAULT);
      default -> {
        if (code >= 30 && code <= 37 || code >= 90 && code <= 97) {
          int index = code >= 90 ? code - 82 : code - 30;
          style = Style.withForeground(style, XtermPalette.rgb(index));
        } else if (code >= 40 && code <= 47 || code >= 100 && code <= 107) {
          int index = code >= 100 ? code - 92 : code - 40;
          style = Style.withBackground(style, XtermPalette.rgb(index));
        } else {
          throw new AssertionError("unexpected SGR " + code);
        }
      }
    }
  }
}
