package iftoprs.adapters.tui.view;

import iftoprs.domain.flow.LinkHistory;

/**
 * The link's history cut into columns, so that all that is known of it fits into the width: each
 * stands for one second or for some, of which the highest counts. Columns begin at seconds of the
 * capture, so that a new sample changes the newest one alone.
 *
 * @param sent of each column, oldest first; bytes per second
 * @param received the same
 * @param perColumn seconds of a column
 * @param seconds how many seconds all of them stand for
 * @param newest the newest second, counted from the beginning of the capture
 */
record PlotSpan(long[] sent, long[] received, int perColumn, int seconds, long newest) {

  /**
   * Cuts a history.
   *
   * @param link the history
   * @param width most columns
   * @param newest the newest second, counted from the beginning of the capture
   */
  static PlotSpan of(LinkHistory link, int width, long newest) {
    int samples = link.sent().length;
    int perColumn = Math.max(1, (samples + width - 1) / width);
    int wanted = (int) (newest / perColumn - (newest - samples + 1) / perColumn) + 1;
    int columns = Math.min(width, wanted);
    long first = newest / perColumn - columns + 1;
    int oldest = (int) Math.max(0, first * perColumn - (newest - samples + 1));
    long[] sent = new long[columns];
    long[] received = new long[columns];
    for (int i = oldest; i < samples; i++) {
      int column = (int) ((newest - samples + 1 + i) / perColumn - first);
      sent[column] = Math.max(sent[column], link.sent()[i]);
      received[column] = Math.max(received[column], link.received()[i]);
    }
    return new PlotSpan(sent, received, perColumn, samples - oldest, newest);
  }

  int columns() {
    return sent.length;
  }

  /** How many columns before the newest a time lies, so many seconds before the end. */
  int columnsBefore(int seconds) {
    return (int) (newest / perColumn - (newest - seconds + 1) / perColumn);
  }
}
