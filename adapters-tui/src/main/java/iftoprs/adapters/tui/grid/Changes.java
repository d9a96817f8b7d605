package iftoprs.adapters.tui.grid;

/** The cells that differ between the terminal and the next frame, with the styles they need. */
final class Changes {

  private int[] cells = {};
  private long[] styles = {};
  private int count;

  void reserve(int size) {
    cells = new int[size];
    styles = new long[size];
    count = 0;
  }

  void clear() {
    count = 0;
  }

  void add(int cell, long style) {
    cells[count] = cell;
    styles[count++] = style;
  }

  int count() {
    return count;
  }

  int cell(int change) {
    return cells[change];
  }

  long style(int change) {
    return styles[change];
  }

  /** Puts cells of the same style together, and in reading order among themselves (Shell sort). */
  void sortByStyle() {
    int gap = 1;
    while (gap < count / 3) {
      gap = gap * 3 + 1;
    }
    for (; gap > 0; gap /= 3) {
      for (int i = gap; i < count; i++) {
        insert(i, gap);
      }
    }
  }

  private void insert(int change, int gap) {
    int cell = cells[change];
    long style = styles[change];
    int at = change;
    while (at >= gap && isAfter(at - gap, style, cell)) {
      cells[at] = cells[at - gap];
      styles[at] = styles[at - gap];
      at -= gap;
    }
    cells[at] = cell;
    styles[at] = style;
  }

  private boolean isAfter(int change, long style, int cell) {
    return styles[change] > style || styles[change] == style && cells[change] > cell;
  }
}
