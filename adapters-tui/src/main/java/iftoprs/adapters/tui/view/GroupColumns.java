package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.view.Columns.Span;

/**
 * Where the columns of the processes stand; the figures behind them stand where those of the flows
 * do. Without room for its own column, the id stands before the name.
 *
 * @param name of the process
 * @param pid process id
 * @param flows how many
 * @param arrow two characters, and a third before them
 */
record GroupColumns(Span name, Span pid, Span flows, Span arrow) {

  private static final int PID = 7;
  private static final int FLOWS = 5;
  private static final int ARROW = 2;
  private static final int LEAST_NAME = 14;
  private static final int MOST_NAME = 40;

  static GroupColumns of(Scene scene) {
    Columns columns = scene.columns();
    int start = columns.source().x();
    int room = end(columns) - start;
    int rest = room - (FLOWS + 1) - (ARROW + 2);
    boolean hasPid = rest - PID - 1 >= LEAST_NAME;
    int name = Math.clamp(hasPid ? rest - PID - 1 : rest, 1, MOST_NAME);
    Span names = new Span(start, name);
    Span pid = hasPid ? new Span(names.end() + 1, PID) : Span.NONE;
    Span flows = new Span((hasPid ? pid : names).end() + 1, FLOWS);
    return new GroupColumns(names, pid, flows, new Span(flows.end() + 2, ARROW));
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
