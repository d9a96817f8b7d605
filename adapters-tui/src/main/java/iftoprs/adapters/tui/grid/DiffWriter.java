package iftoprs.adapters.tui.grid;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Computes the bytes that turn what is on the terminal into the next frame.
 *
 * <p>Remembers, in the terminal's own colours, what each cell shows, so a change that cannot be
 * seen costs nothing. A frame is wrapped into a synchronised update (mode 2026) and meant to be
 * written at once. Allocates only when the size changes or a frame is larger than any before. Not
 * shared between threads.
 */
public final class DiffWriter {

  private static final byte[] BEGIN = "\033[?2026h".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\033[?2026l".getBytes(StandardCharsets.US_ASCII);

  /** No glyph has this value: such a cell is always sent. */
  private static final int NEVER = Integer.MIN_VALUE;

  private static final int UNKNOWN = -1;

  /** Longest run of unchanged cells that may be cheaper to send again than to jump over. */
  private static final int LONGEST_REWRITE = 6;

  private static final int MOST_LINE_FEEDS = 4;

  /** From here on terminals differ in how many columns they give a character. */
  private static final int FIRST_DOUBTFUL = 0x1F000;

  private final ColourMapper mapper;
  private final ByteSink sink = new ByteSink();
  private final Pen pen;
  private int width = UNKNOWN;
  private int height = UNKNOWN;
  private int[] shownGlyphs = {};
  private long[] shownStyles = {};
  private int clusterEpoch;
  private int cursorX = UNKNOWN;
  private int cursorY = UNKNOWN;

  public DiffWriter(ColourMode mode) {
    mapper = new ColourMapper(mode);
    pen = new Pen(sink, mode);
  }

  /** Forgets what the terminal shows: the next frame is sent completely. */
  public void repaint() {
    Arrays.fill(shownGlyphs, NEVER);
  }

  /**
   * Computes the bytes for a frame and takes for granted that they will be written.
   *
   * @return how many bytes of {@link #bytes()} to write; 0 when the terminal shows the frame
   *     already
   */
  public int encode(Grid grid) {
    adopt(grid);
    sink.rewind(0);
    sink.ascii(BEGIN);
    pen.reset();
    cursorX = UNKNOWN;
    int empty = sink.length();
    int[] glyphs = grid.glyphs();
    long[] styles = grid.styles();
    for (int y = 0; y < height; y++) {
      encodeRow(grid, glyphs, styles, y);
    }
    if (sink.length() == empty) {
      return 0;
    }
    sink.ascii(END);
    return sink.length();
  }

  /** The bytes of the last frame; valid until the next one. */
  public byte[] bytes() {
    return sink.bytes();
  }

  private void adopt(Grid grid) {
    if (grid.width() != width || grid.height() != height) {
      width = grid.width();
      height = grid.height();
      shownGlyphs = new int[width * height];
      shownStyles = new long[width * height];
      repaint();
    }
    if (grid.clusterEpoch() != clusterEpoch) {
      clusterEpoch = grid.clusterEpoch();
      repaint();
    }
    mapper.frameBackground(grid.background());
  }

  private void encodeRow(Grid grid, int[] glyphs, long[] styles, int y) {
    int base = y * width;
    int[] shown = shownGlyphs;
    long[] shownStyle = shownStyles;
    for (int x = 0; x < width; x++) {
      int cell = base + x;
      int glyph = glyphs[cell];
      if (glyph == Grid.CONTINUATION) {
        // Sent with its left half, whenever that changes.
        shown[cell] = glyph;
        continue;
      }
      long style = mapper.map(styles[cell]);
      if (glyph == ' ') {
        style = Style.onBlank(style);
      }
      if (shown[cell] == glyph && shownStyle[cell] == style) {
        continue;
      }
      moveTo(x, y);
      emit(grid, glyph, style);
      shown[cell] = glyph;
      shownStyle[cell] = style;
      advance(glyph, x, cell + 1 < base + width && glyphs[cell + 1] == Grid.CONTINUATION);
    }
  }

  private void emit(Grid grid, int glyph, long style) {
    if (glyph == ' ' && (Style.attributes(style) & Style.VISIBLE_ON_BLANK) == 0) {
      pen.changeForBlank(style);
    } else {
      pen.change(style);
    }
    if (!Grid.isCluster(glyph)) {
      sink.utf8(glyph);
      return;
    }
    for (int place = 0; place <= Clusters.MAX_MARKS; place++) {
      int member = grid.clusterMember(glyph, place);
      if (member != 0) {
        sink.utf8(member);
      }
    }
  }

  private void advance(int glyph, int x, boolean wide) {
    boolean doubtful = Grid.isCluster(glyph) || glyph >= FIRST_DOUBTFUL;
    cursorX = doubtful ? UNKNOWN : x + (wide ? 2 : 1);
  }

  /** Moves the cursor by the shortest sequence that leads there. */
  private void moveTo(int x, int y) {
    if (cursorX == x && cursorY == y) {
      return;
    }
    int absolute = 3 + ByteSink.digits(y + 1) + (x > 0 ? 1 + ByteSink.digits(x + 1) : 0);
    int down = y - cursorY;
    if (cursorX == UNKNOWN || down > MOST_LINE_FEEDS) {
      moveAbsolutely(x, y);
    } else if (down == 0 && rewriteUpTo(x, y)) {
      // The cells between are on the terminal again, and so is the cursor.
    } else if (down + horizontalCost(x) < absolute) {
      for (int i = 0; i < down; i++) {
        sink.ascii('\n');
      }
      moveHorizontally(x);
    } else {
      moveAbsolutely(x, y);
    }
    cursorX = x;
    cursorY = y;
  }

  private void moveAbsolutely(int x, int y) {
    control();
    sink.number(y + 1);
    if (x > 0) {
      sink.ascii(';');
      sink.number(x + 1);
    }
    sink.ascii('H');
  }

  private int horizontalCost(int x) {
    if (x == cursorX && x < width) {
      return 0;
    }
    if (x == 0) {
      return 1;
    }
    int column = 3 + ByteSink.digits(x + 1);
    int steps = x - cursorX;
    return steps > 0 ? Math.min(column, 3 + (steps > 1 ? ByteSink.digits(steps) : 0)) : column;
  }

  private void moveHorizontally(int x) {
    if (x == cursorX) {
      return;
    }
    if (x == 0) {
      sink.ascii('\r');
      return;
    }
    int steps = x - cursorX;
    control();
    if (steps > 0 && (steps == 1 || ByteSink.digits(steps) <= ByteSink.digits(x + 1))) {
      if (steps > 1) {
        sink.number(steps);
      }
      sink.ascii('C');
    } else {
      sink.number(x + 1);
      sink.ascii('G');
    }
  }

  /** Sends the few cells up to x again if that takes no more bytes than jumping over them. */
  private boolean rewriteUpTo(int x, int y) {
    int gap = x - cursorX;
    if (gap > LONGEST_REWRITE || gap < 0 || gap > horizontalCost(x)) {
      return false;
    }
    int from = y * width + cursorX;
    for (int cell = from; cell < from + gap; cell++) {
      int glyph = shownGlyphs[cell];
      long style = glyph == ' ' ? Style.onBlank(pen.current()) : pen.current();
      if (glyph < ' ' || glyph >= 0x7F || shownStyles[cell] != style) {
        return false;
      }
    }
    for (int cell = from; cell < from + gap; cell++) {
      sink.ascii(shownGlyphs[cell]);
    }
    return true;
  }

  private void control() {
    sink.ascii(0x1B);
    sink.ascii('[');
  }
}
