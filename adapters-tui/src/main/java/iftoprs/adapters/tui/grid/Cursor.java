package iftoprs.adapters.tui.grid;

/** Where the terminal's cursor is, and the shortest way to other places. */
final class Cursor {

  private static final int UNKNOWN = -1;
  private static final int MOST_LINE_FEEDS = 4;

  private final ByteSink sink;
  private int x = UNKNOWN;
  private int y = UNKNOWN;

  Cursor(ByteSink sink) {
    this.sink = sink;
  }

  /** Nobody can tell where the cursor is. */
  void lose() {
    x = UNKNOWN;
  }

  /** Something was printed that takes so many columns. */
  void advance(int columns) {
    x += columns;
  }

  /** Columns from the cursor to a place further right in its row, or -1 if it is not there. */
  int gapTo(int column, int row) {
    return x == UNKNOWN || row != y || column < x ? -1 : column - x;
  }

  /** Bytes of a move to the right. */
  static int costOfSkipping(int columns) {
    return columns == 1 ? 3 : 3 + ByteSink.digits(columns);
  }

  void moveTo(int column, int row) {
    if (x == column && y == row) {
      return;
    }
    int down = row - y;
    int absolute =
        3 + ByteSink.digits(row + 1) + (column > 0 ? 1 + ByteSink.digits(column + 1) : 0);
    if (x == UNKNOWN || down < 0 || down > MOST_LINE_FEEDS || down + cost(column) >= absolute) {
      absolutely(column, row);
    } else {
      for (int i = 0; i < down; i++) {
        sink.ascii('\n');
      }
      horizontally(column);
    }
    x = column;
    y = row;
  }

  private int cost(int column) {
    if (column == x) {
      return 0;
    }
    if (column == 0) {
      return 1;
    }
    int direct = 3 + ByteSink.digits(column + 1);
    return column > x ? Math.min(direct, costOfSkipping(column - x)) : direct;
  }

  private void absolutely(int column, int row) {
    sink.control();
    sink.number(row + 1);
    if (column > 0) {
      sink.ascii(';');
      sink.number(column + 1);
    }
    sink.ascii('H');
  }

  private void horizontally(int column) {
    if (column == x) {
      return;
    }
    if (column == 0) {
      sink.ascii('\r');
      return;
    }
    sink.control();
    int steps = column - x;
    if (steps > 0 && costOfSkipping(steps) <= 3 + ByteSink.digits(column + 1)) {
      if (steps > 1) {
        sink.number(steps);
      }
      sink.ascii('C');
    } else {
      sink.number(column + 1);
      sink.ascii('G');
    }
  }
}
