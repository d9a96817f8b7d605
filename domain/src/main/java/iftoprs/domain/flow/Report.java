package iftoprs.domain.flow;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.SourceState;
import java.util.Arrays;
import java.util.List;

/**
 * Conversation totals when a source has ended, heaviest first, ties by key.
 *
 * <p>A view on the meter's own table, so it must be read before the meter counts anything more, on
 * the thread that ran it.
 */
public final class Report {

  private final Head head;
  private final FlowTable table;
  private final int[] order;
  private final int known;

  /**
   * All but the conversations.
   *
   * @param device what was captured
   * @param firstNanos time of the first frame; 0 without frames
   * @param lastNanos time of the newest frame; 0 without frames
   * @param frames frames received
   * @param bytes wire bytes received
   * @param unaccounted traffic of no flow; buckets without traffic are left out
   * @param loss what was never received
   * @param state how the source ended
   */
  public record Head(
      CaptureDevice device,
      long firstNanos,
      long lastNanos,
      long frames,
      long bytes,
      List<Unaccounted> unaccounted,
      LossLedger loss,
      SourceState state) {}

  /** Conversations that are fetched from memory together: their records lie far apart. */
  private static final int AHEAD = 32;

  private long fetched; // keeps the compiler from leaving out what only fetches

  private Report(Head head, FlowTable table, int[] order, int known) {
    this.head = head;
    this.table = table;
    this.order = order;
    this.known = known;
  }

  /** Sorts the known flows of a table. */
  static Report of(Head head, FlowTable table) {
    int[] ids = new int[table.size()];
    long[] bytes = new long[table.size()];
    table.totals(ids, bytes);
    IndexSort.descending(
        ids,
        bytes,
        (id, part) -> FlowRecord.keyPart(table.chunk(id), table.at(id), part),
        FlowRecord.KEY_PARTS);
    return new Report(head, table, ids, ids.length);
  }

  /** All but the conversations. */
  public Head head() {
    return head;
  }

  /**
   * The heaviest conversations alone.
   *
   * @param most how many at most
   * @return the same report without the others, which still count in {@link #known}
   */
  public Report top(int most) {
    return most >= order.length ? this : new Report(head, table, Arrays.copyOf(order, most), known);
  }

  /** Number of conversations, told or not. */
  public int known() {
    return known;
  }

  /** Number of conversations that are told. */
  public int size() {
    return order.length;
  }

  /**
   * One conversation.
   *
   * @param index 0 to {@link #size} - 1, heaviest first
   * @return a view on it, without rates
   */
  public FlowSnapshot flow(int index) {
    lookAhead(index);
    return table.view(order[index]);
  }

  /**
   * One conversation as numbers.
   *
   * @param index 0 to {@link #size} - 1, heaviest first
   * @param row is filled, see {@link ReportRow}
   */
  public void read(int index, long[] row) {
    lookAhead(index);
    int id = order[index];
    ReportRow.fill(table.chunk(id), table.at(id), row);
  }

  private void lookAhead(int index) {
    if (index % AHEAD == 0) {
      fetch(index, Math.min(order.length, index + AHEAD));
    }
  }

  private void fetch(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      long[] record = table.chunk(order[i]);
      int at = table.at(order[i]);
      sum += record[at] + record[at + FlowRecord.TABLE_STRIDE - 1]; // may be two cache lines
    }
    fetched += sum;
  }
}
