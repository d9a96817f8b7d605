package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.view.Columns.Span;

/**
 * Where the columns of groups stand; the figures behind them stand where those of the flows do.
 * Without room for its own column, the id stands before the name, and the number of processes
 * behind it.
 *
 * @param name of the group
 * @param number process id, or how many processes
 * @param flows how many
 * @param arrow two characters, and a third before them
 */
record GroupColumns(Span name, Span number, Span flows, Span arrow) {

  private static final int NUMBER = 7;
  private static final int FLOWS = 5;
  private static final int ARROW = 2;
  private static final int LEAST_NAME = 14;
  private static final int MOST_NAME = 40;

  static GroupColumns of(Scene scene) {
    Columns columns = scene.columns();
    int start = columns.source().x();
    int room = end(columns) - start;
    int rest = room - (FLOWS + 1) - (ARROW + 2);
    boolean hasNumber = rest - NUMBER - 1 >= LEAST_NAME;
    int name = Math.clamp(hasNumber ? rest - NUMBER - 1 : rest, 1, MOST_NAME);
    Span names = new Span(start, name);
    Span number = hasNumber ? new Span(names.end() + 1, NUMBER) : Span.NONE;
    Span flows = new Span((hasNumber ? number : names).end() + 1, FLOWS);
    return new GroupColumns(names, number, flows, new Span(flows.end() + 2, ARROW));
  }

  /** The column before the first figure, with a gap. */
  private static int end(Columns columns) {
    Span first = columns.rates().getFirst().span();
    if (columns.packets().isShown()) {
      first = columns.packets();
    } else if (columns.total().isShown()) {
      first = columns.total();
    }
    return first.x() - columns.gap();
  }
}
