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

  /** From here on terminals differ in how many columns they give a character. */
  private static final int FIRST_DOUBTFUL = 0x1F000;

  /** Sorting more changes than this would cost more time than the saved bytes. */
  private static final int MOST_SORTED = 2000;

  /** Bytes a change from which on it pays to try the order by style. */
  private static final int EXPENSIVE = 10;

  private final ColourMapper mapper;
  private final ByteSink sink = new ByteSink();
  private final Cursor cursor = new Cursor(sink);
  private final Changes changes = new Changes();
  private final Pen pen;
  private int width = UNKNOWN;
  private int height = UNKNOWN;
  private int[] shownGlyphs = {};
  private long[] shownStyles = {};
  private int clusterEpoch;

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
    findChanges(grid);
    if (changes.count() == 0) {
      return 0;
    }
    sink.rewind(0);
    sink.ascii(BEGIN);
    int start = sink.length();
    sendChanges(grid);
    int end = sink.length();
    if (changes.count() <= MOST_SORTED && end - start > changes.count() * EXPENSIVE) {
      sendSorted(grid, start, end);
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
      changes.reserve(width * height);
      repaint();
    }
    if (grid.clusterEpoch() != clusterEpoch) {
      clusterEpoch = grid.clusterEpoch();
      repaint();
    }
    mapper.frameBackground(grid.background(), grid.boxed());
  }

  private void findChanges(Grid grid) {
    changes.clear();
    int[] glyphs = grid.glyphs();
    long[] styles = grid.styles();
    int[] shown = shownGlyphs;
    long[] shownStyle = shownStyles;
    for (int cell = 0; cell < shown.length; cell++) {
      int glyph = glyphs[cell];
      if (glyph == Grid.CONTINUATION) {
        // Sent with its left half, whenever that changes.
        continue;
      }
      long style = mapper.map(styles[cell]);
      if (glyph == ' ') {
        style = Style.onBlank(style);
      }
      if (shown[cell] != glyph || shownStyle[cell] != style) {
        changes.add(cell, style);
      }
    }
  }

  /**
   * Sends the same changes grouped by style, and drops the longer of both: many single cells in
   * many colours cost half as much that way, because a colour takes more bytes than a move.
   */
  private void sendSorted(Grid grid, int start, int end) {
    changes.sortByStyle();
    sendChanges(grid);
    if (sink.length() - end < end - start) {
      sink.cut(start, end);
    } else {
      sink.rewind(end);
    }
  }

  private void sendChanges(Grid grid) {
    int[] glyphs = grid.glyphs();
    pen.reset();
    cursor.lose();
    int count = changes.count();
    for (int change = 0; change < count; change++) {
      int cell = changes.cell(change);
      int y = cell / width;
      int x = cell - y * width;
      int glyph = glyphs[cell];
      long style = changes.style(change);
      if (!rewriteUpTo(x, y)) {
        cursor.moveTo(x, y);
      }
      send(grid, glyph, style);
      shownGlyphs[cell] = glyph;
      shownStyles[cell] = style;
      boolean wide = x + 1 < width && glyphs[cell + 1] == Grid.CONTINUATION;
      if (wide) {
        shownGlyphs[cell + 1] = Grid.CONTINUATION;
      }
      if (Grid.isCluster(glyph) || glyph >= FIRST_DOUBTFUL) {
        cursor.lose();
      } else {
        cursor.advance(wide ? 2 : 1);
      }
    }
  }

  private void send(Grid grid, int glyph, long style) {
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

  /** Sends the few cells up to x again if that takes no more bytes than jumping over them. */
  private boolean rewriteUpTo(int x, int y) {
    int gap = cursor.gapTo(x, y);
    if (gap <= 0 || gap > LONGEST_REWRITE || gap > Cursor.costOfSkipping(gap)) {
      return false;
    }
    int end = y * width + x;
    for (int cell = end - gap; cell < end; cell++) {
      int glyph = shownGlyphs[cell];
      long style = glyph == ' ' ? Style.onBlank(pen.current()) : pen.current();
      if (glyph < ' ' || glyph >= 0x7F || shownStyles[cell] != style) {
        return false;
      }
    }
    for (int cell = end - gap; cell < end; cell++) {
      sink.ascii(shownGlyphs[cell]);
    }
    cursor.advance(gap);
    return true;
  }
}
