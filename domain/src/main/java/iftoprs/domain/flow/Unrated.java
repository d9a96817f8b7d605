package iftoprs.domain.flow;

import java.util.Arrays;

/**
 * The active flows for which no rate slots were left: they count bytes but have no rates, so they
 * are summed apart from the idle ones.
 *
 * <p>A flow leaves when it gets slots after all, or with its 40th slot without a byte, as rated
 * flows do. Slots decide, not times of frames: those may run back with the clock. Costs 4 bytes a
 * flow and a pass a tick, and nothing while there are slots. One thread.
 */
final class Unrated {

  private static final int[] NONE = {};

  /** Where the index of rate slots would be: negative, and below the sign the latest slot. */
  private static final long HERE = Long.MIN_VALUE;

  private static final int SLOT_SHIFT = 32;
  private static final long SLOT_BITS = 0x7fffffffL;

  private int[] ids = NONE;
  private int count;

  /**
   * A flow that found no slots had traffic.
   *
   * @param slot number of the slot that is open
   */
  void note(int id, long[] record, int at, long slot) {
    long flags = record[at + FlowRecord.FLAGS];
    record[at + FlowRecord.FLAGS] =
        HERE | (slot & SLOT_BITS) << SLOT_SHIFT | flags & FlowRecord.ONLY_FLAGS;
    if (flags >= 0) {
      add(id);
    }
  }

  private void add(int id) {
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
   * @param closed slots closed so far
   * @param shown ids of flows that are in the snapshot although they are not rated
   */
  Sum sum(FlowTable table, long closed, int[] shown) {
    int kept = 0;
    long flows = 0;
    long packets = 0;
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      int id = ids[i];
      long[] record = table.chunk(id);
      int at = table.at(id);
      if (!isActive(record, at, closed)) {
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

  private static boolean isActive(long[] record, int at, long closed) {
    long flags = record[at + FlowRecord.FLAGS];
    if (flags >= 0) {
      return false;
    }
    long slot = flags >>> SLOT_SHIFT & SLOT_BITS;
    if ((closed - slot & SLOT_BITS) <= RateWindows.SLOTS) {
      return true;
    }
    record[at + FlowRecord.FLAGS] = flags & FlowRecord.ONLY_FLAGS;
    return false;
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
