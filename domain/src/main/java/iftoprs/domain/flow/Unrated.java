package iftoprs.domain.flow;

import java.util.Arrays;

/**
 * The active flows for which no rate slots were left: they count bytes but have no rates, so they
 * are summed apart from the idle ones.
 *
 * <p>A flow leaves when it gets slots after all, or with its 40th second without a byte, as rated
 * flows do. Costs 4 bytes a flow and a pass a tick, and nothing while there are slots. One thread.
 */
final class Unrated {

  private static final int[] NONE = {};

  private int[] ids = NONE;
  private int count;

  /** A flow that found no slots had traffic. */
  void note(int id, long[] record, int at) {
    if ((record[at + FlowRecord.FLAGS] & FlowRecord.UNRATED) != 0) {
      return;
    }
    record[at + FlowRecord.FLAGS] |= FlowRecord.UNRATED;
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, Math.max(1 << 10, 2 * count));
    }
    ids[count++] = id;
  }

  /** Forgets flows that were folded, before their ids are given to others. */
  void forgetFolded(FlowTable table) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (table.isKnown(ids[i])) {
        ids[kept++] = ids[i];
      }
    }
    count = kept;
  }

  /**
   * Lets go of the flows that are rated by now or have become idle, and sums the others.
   *
   * @param since flows without a byte from then on, source time, are idle
   * @param shown ids of flows that are in the snapshot although they are not rated
   */
  Sum sum(FlowTable table, long since, int[] shown) {
    int kept = 0;
    long flows = 0;
    long packets = 0;
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      int id = ids[i];
      long[] record = table.chunk(id);
      int at = table.at(id);
      if (record[at + FlowRecord.FLAGS] >>> 32 != 0 || record[at + FlowRecord.LAST_SEEN] < since) {
        record[at + FlowRecord.FLAGS] &= ~FlowRecord.UNRATED;
        continue;
      }
      ids[kept++] = id;
      if (!isShown(shown, id)) {
        flows++;
        packets += record[at + FlowRecord.SENT_PACKETS] + record[at + FlowRecord.RECEIVED_PACKETS];
        bytes += record[at + FlowRecord.SENT_BYTES] + record[at + FlowRecord.RECEIVED_BYTES];
      }
    }
    count = kept;
    return new Sum(flows, packets, bytes);
  }

  private static boolean isShown(int[] shown, int id) {
    for (int candidate : shown) {
      if (candidate == id) {
        return true;
      }
    }
    return false;
  }
}
