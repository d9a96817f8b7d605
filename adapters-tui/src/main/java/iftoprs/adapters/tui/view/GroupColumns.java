package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.view.Columns.Span;

/**
 * Where the columns of groups stand; the figures behind them stand where those of the flows do.
 * Without room for its own column, the id stands before the name, and the number of processes
 * behind it; what else is to be said of the group stands in the second line.
 *
 * @param name of the group
 * @param number process id, or how many processes
 * @param flows how many
 * @param detail what else is to be said: command, path, or programs
 * @param arrow two characters, and a third before them
 */
record GroupColumns(Span name, Span number, Span flows, Span detail, Span arrow) {

  private static final int NUMBER = 7;
  private static final int FLOWS = 5;
  private static final int ARROW = 2;
  private static final int LEAST_NAME = 14;
  private static final int MOST_NAME = 40;
  private static final int NAME_BESIDE_DETAIL = 24;
  private static final int LEAST_DETAIL = 24;
  private static final int DETAIL_GAP = 2;

  static GroupColumns of(Scene scene) {
    Columns columns = scene.columns();
    int start = columns.source().x();
    int room = end(columns) - start;
    int rest = room - (FLOWS + 1) - (ARROW + 2);
    boolean hasNumber = rest - NUMBER - 1 >= LEAST_NAME;
    int texts = hasNumber ? rest - NUMBER - 1 : rest;
    boolean hasDetail = texts >= NAME_BESIDE_DETAIL + 1 + LEAST_DETAIL;
    int name =
        hasDetail
            ? Math.clamp(texts / 3, NAME_BESIDE_DETAIL, MOST_NAME)
            : Math.clamp(texts, 1, MOST_NAME);
    Span names = new Span(start, name);
    Span number = hasNumber ? new Span(names.end() + 1, NUMBER) : Span.NONE;
    Span flows = new Span((hasNumber ? number : names).end() + 1, FLOWS);
    Span detail =
        hasDetail ? new Span(flows.end() + DETAIL_GAP, texts - name - DETAIL_GAP) : Span.NONE;
    int arrow = hasDetail ? detail.end() + 2 : flows.end() + 2;
    return new GroupColumns(names, number, flows, detail, new Span(arrow, ARROW));
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
