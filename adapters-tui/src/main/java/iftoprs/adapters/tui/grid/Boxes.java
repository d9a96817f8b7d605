package iftoprs.adapters.tui.grid;

/** Frames and rules from box-drawing characters. */
public final class Boxes {

  private Boxes() {}

  /** A border with rounded corners along the inside of a rectangle; the inside is left alone. */
  public static void rounded(Grid grid, int x, int y, int columns, int rows, long style) {
    if (columns < 2 || rows < 2) {
      return;
    }
    int right = x + columns - 1;
    int bottom = y + rows - 1;
    horizontal(grid, x + 1, y, columns - 2, style);
    horizontal(grid, x + 1, bottom, columns - 2, style);
    for (int row = y + 1; row < bottom; row++) {
      grid.set(x, row, '│', style);
      grid.set(right, row, '│', style);
    }
    grid.set(x, y, '╭', style);
    grid.set(right, y, '╮', style);
    grid.set(x, bottom, '╰', style);
    grid.set(right, bottom, '╯', style);
  }

  /** A rounded border whose inside is blanked, for popups. */
  public static void filled(
      Grid grid, int x, int y, int columns, int rows, long borderStyle, long insideStyle) {
    grid.fill(x, y, columns, rows, insideStyle);
    rounded(grid, x, y, columns, rows, borderStyle);
  }

  /**
   * A title centred in a horizontal line of so many columns, cut so that both ends stay visible.
   */
  public static void title(Grid grid, int x, int y, int columns, CharSequence title, long style) {
    int room = columns - 6;
    if (room < 1) {
      return;
    }
    int used = Math.min(room, DisplayWidth.of(title));
    int start = x + (columns - used) / 2;
    grid.set(start - 1, y, ' ', style);
    int drawn = grid.text(start, y, used, title, style);
    grid.set(start + drawn, y, ' ', style);
  }

  /** A horizontal line that joins the border at both ends. */
  public static void separator(Grid grid, int x, int y, int columns, long style) {
    if (columns < 2) {
      return;
    }
    horizontal(grid, x + 1, y, columns - 2, style);
    grid.set(x, y, '├', style);
    grid.set(x + columns - 1, y, '┤', style);
  }

  /** A plain horizontal line. */
  public static void horizontal(Grid grid, int x, int y, int columns, long style) {
    int right = Math.min(x + columns, grid.width());
    for (int column = Math.max(0, x); column < right; column++) {
      grid.set(column, y, '─', style);
    }
  }
}
