package iftoprs.adapters.tui.grid;

import java.util.Arrays;

/**
 * One frame of the screen: a rectangle of cells to draw on.
 *
 * <p>Everything outside the grid or the clip region is silently left out, so callers may draw at
 * any coordinate. A wide character owns two cells; drawing over one of them blanks the other. Text
 * from outside is safe to pass: control and direction characters turn into a visible glyph. Not
 * shared between threads.
 */
public final class Grid {

  /** Right half of a wide character. */
  static final int CONTINUATION = -1;

  private static final int FIRST_CLUSTER = -2;

  private final Clusters clusters = new Clusters();
  private int width;
  private int height;
  private int[] glyphs = {};
  private long[] styles = {};
  private int background = Style.DEFAULT;
  private int boxed = Style.DEFAULT;
  private int clipLeft;
  private int clipTop;
  private int clipRight;
  private int clipBottom;

  public Grid(int width, int height) {
    resize(width, height);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Takes a new size; the grid is blank afterwards, and the clip region is all of it. */
  public void resize(int newWidth, int newHeight) {
    width = Math.max(0, newWidth);
    height = Math.max(0, newHeight);
    glyphs = new int[width * height];
    styles = new long[width * height];
    clear(Style.PLAIN);
  }

  /** Blanks all cells and forgets the clip region; the style's background is the frame's own. */
  public void clear(long style) {
    if (clusters.nearlyFull()) {
      clusters.forgetAll();
    }
    Arrays.fill(glyphs, ' ');
    Arrays.fill(styles, style);
    background = Style.background(style);
    boxed = background;
    unclip();
  }

  /** Restricts drawing to the part of this rectangle that lies on the grid. */
  public void clip(int x, int y, int columns, int rows) {
    clipLeft = Math.clamp(x, 0, width);
    clipTop = Math.clamp(y, 0, height);
    clipRight = Math.clamp((long) x + Math.max(0, columns), clipLeft, width);
    clipBottom = Math.clamp((long) y + Math.max(0, rows), clipTop, height);
  }

  /** Lets drawing reach the whole grid again. */
  public void unclip() {
    clip(0, 0, width, height);
  }

  /** Draws one character; a wide one that does not fit entirely is left out. */
  public void set(int x, int y, int codePoint, long style) {
    int glyph = DisplayWidth.safe(codePoint);
    switch (DisplayWidth.of(glyph)) {
      case 1 -> place(x, y, 1, glyph, style);
      case 2 -> place(x, y, 2, glyph, style);
      default -> {
        // A mark without a letter has no place of its own.
      }
    }
  }

  /** Draws a text from x to the right edge; returns the columns that it takes, seen or not. */
  public int text(int x, int y, CharSequence text, long style) {
    return text(x, y, Integer.MAX_VALUE, text, style);
  }

  /**
   * Draws as much of a text as fits into so many columns; returns the columns that were used, which
   * is one less than allowed when a wide character did not fit any more.
   */
  public int text(int x, int y, int maxColumns, CharSequence text, long style) {
    int length = text.length();
    int used = 0;
    int i = 0;
    while (i < length) {
      int codePoint = Character.codePointAt(text, i);
      i += Character.charCount(codePoint);
      int columns = DisplayWidth.of(codePoint);
      if (columns == 0) {
        continue;
      }
      if (used + columns > maxColumns) {
        break;
      }
      int end = endOfMarks(text, i, columns);
      int glyph = end == i ? DisplayWidth.safe(codePoint) : cluster(codePoint, text, i, end);
      place(x + used, y, columns, glyph, style);
      used += columns;
      i = end;
    }
    return used;
  }

  /** Draws a text so that it ends before column {@code end}; returns the column where it starts. */
  public int textRight(int end, int y, CharSequence text, long style) {
    int start = end - DisplayWidth.of(text);
    text(start, y, text, style);
    return start;
  }

  /** Blanks a rectangle with a style. */
  public void fill(int x, int y, int columns, int rows, long style) {
    int left = Math.max(x, clipLeft);
    int right = (int) Math.min((long) x + columns, clipRight);
    int top = Math.max(y, clipTop);
    int bottom = (int) Math.min((long) y + rows, clipBottom);
    if (left >= right) {
      return;
    }
    for (int row = top; row < bottom; row++) {
      int base = row * width;
      mendBefore(base, left);
      mendAfter(base, right);
      Arrays.fill(glyphs, base + left, base + right, ' ');
      Arrays.fill(styles, base + left, base + right, style);
    }
  }

  /** Changes the background of a run of cells and nothing else: a bar beneath text. */
  public void tint(int x, int y, int columns, int newBackground) {
    if (y < clipTop || y >= clipBottom) {
      return;
    }
    int base = y * width;
    int right = (int) Math.min((long) x + columns, clipRight);
    for (int column = Math.max(x, clipLeft); column < right; column++) {
      int cell = base + column;
      // The left half decides for both halves of a wide character.
      if (glyphs[cell] == CONTINUATION) {
        continue;
      }
      styles[cell] = Style.withBackground(styles[cell], newBackground);
      if (column + 1 < width && glyphs[cell + 1] == CONTINUATION) {
        styles[cell + 1] = styles[cell];
      }
    }
  }

  /** Adds attributes to a run of cells and changes nothing else. */
  public void emphasise(int x, int y, int columns, int attributes) {
    if (y < clipTop || y >= clipBottom) {
      return;
    }
    int base = y * width;
    int right = (int) Math.min((long) x + columns, clipRight);
    for (int column = Math.max(x, clipLeft); column < right; column++) {
      int cell = base + column;
      if (glyphs[cell] == CONTINUATION) {
        continue;
      }
      styles[cell] = Style.plus(styles[cell], attributes);
      if (column + 1 < width && glyphs[cell + 1] == CONTINUATION) {
        styles[cell + 1] = styles[cell];
      }
    }
  }

  /** The style of a cell. */
  public long styleAt(int x, int y) {
    return styles[y * width + x];
  }

  /** The characters of a cell; empty for the right half of a wide one. */
  public String textAt(int x, int y) {
    int glyph = glyphs[y * width + x];
    if (glyph == CONTINUATION) {
      return "";
    }
    if (glyph >= 0) {
      return Character.toString(glyph);
    }
    StringBuilder text = new StringBuilder();
    for (int place = 0; place <= Clusters.MAX_MARKS; place++) {
      int member = clusters.member(FIRST_CLUSTER - glyph, place);
      if (member != 0) {
        text.appendCodePoint(member);
      }
    }
    return text.toString();
  }

  /** The characters of a whole row, for tests and for copying. */
  public String rowText(int y) {
    StringBuilder text = new StringBuilder(width);
    for (int x = 0; x < width; x++) {
      text.append(textAt(x, y));
    }
    return text.toString();
  }

  int[] glyphs() {
    return glyphs;
  }

  long[] styles() {
    return styles;
  }

  int background() {
    return background;
  }

  /**
   * Says which background stands in boxes only: its border tells one from what lies below, so where
   * there are no colours it need not be turned round.
   *
   * @param rgb the background
   */
  public void boxed(int rgb) {
    boxed = rgb;
  }

  int boxed() {
    return boxed;
  }

  int clusterEpoch() {
    return clusters.epoch();
  }

  static boolean isCluster(int glyph) {
    return glyph <= FIRST_CLUSTER;
  }

  int clusterMember(int glyph, int place) {
    return clusters.member(FIRST_CLUSTER - glyph, place);
  }

  private void place(int x, int y, int columns, int glyph, long style) {
    if (y < clipTop || y >= clipBottom || x >= clipRight || x + columns <= clipLeft) {
      return;
    }
    if (columns == 2 && (x < clipLeft || x + 2 > clipRight)) {
      // Half of it would be outside: the half inside becomes a blank.
      place(x < clipLeft ? x + 1 : x, y, 1, ' ', style);
      return;
    }
    int base = y * width;
    mendBefore(base, x);
    mendAfter(base, x + columns);
    glyphs[base + x] = glyph;
    styles[base + x] = style;
    if (columns == 2) {
      glyphs[base + x + 1] = CONTINUATION;
      styles[base + x + 1] = style;
    }
  }

  /** Blanks the left half of a wide character whose right half is about to be overwritten. */
  private void mendBefore(int base, int x) {
    if (glyphs[base + x] == CONTINUATION) {
      glyphs[base + x - 1] = ' ';
    }
  }

  /** Blanks the right half of a wide character whose left half is about to be overwritten. */
  private void mendAfter(int base, int end) {
    if (end < width && glyphs[base + end] == CONTINUATION) {
      glyphs[base + end] = ' ';
    }
  }

  private static int endOfMarks(CharSequence text, int from, int columns) {
    int i = from;
    while (i < text.length()) {
      int codePoint = Character.codePointAt(text, i);
      boolean attached =
          DisplayWidth.isMark(codePoint) || columns == 2 && DisplayWidth.isSkinTone(codePoint);
      if (!attached) {
        return i;
      }
      i += Character.charCount(codePoint);
    }
    return i;
  }

  private int cluster(int base, CharSequence text, int from, int end) {
    int safe = DisplayWidth.safe(base);
    int first = 0;
    int second = 0;
    int third = 0;
    for (int i = from; i < end; ) {
      int mark = Character.codePointAt(text, i);
      i += Character.charCount(mark);
      if (DisplayWidth.isSkinTone(mark)) {
        continue;
      }
      if (first == 0) {
        first = mark;
      } else if (second == 0) {
        second = mark;
      } else if (third == 0) {
        third = mark;
      }
    }
    if (first == 0) {
      return safe;
    }
    int number = clusters.number(safe, first, second, third);
    return number < 0 ? safe : FIRST_CLUSTER - number;
  }
}
