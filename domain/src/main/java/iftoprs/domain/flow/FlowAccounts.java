package iftoprs.domain.flow;

import iftoprs.domain.packet.PacketBatch;

/**
 * Credits decoded packets to their flows, making new ones as they appear.
 *
 * <p>One thread, no allocation but room for new flows.
 */
final class FlowAccounts {

  /** Fewer flows take less than 4 MiB: waits for caches are short, and looks ahead cost as much. */
  private static final int CACHED_FLOWS = 1 << 15;

  private final FlowTable table;
  private final Overflow overflow;
  private final LocalEnd localEnd;
  private final LinkMeter link;
  private final RateWindows windows;
  private final Ticker ticker;
  private final SlotClock clock;
  private final boolean rates;
  private long fetched; // keeps the compiler from leaving out what only fetches

  FlowAccounts(
      FlowTable table,
      Overflow overflow,
      LocalEnd localEnd,
      LinkMeter link,
      RateWindows windows,
      Ticker ticker,
      SlotClock clock,
      boolean rates) {
    this.table = table;
    this.overflow = overflow;
    this.localEnd = localEnd;
    this.link = link;
    this.windows = windows;
    this.ticker = ticker;
    this.clock = clock;
    this.rates = rates;
  }

  /** Credits rows of the open slot. */
  void credit(PacketBatch packets, int from, int end) {
    if (end - from == PacketBatch.STRIDE) {
      creditOne(packets, from);
      return;
    }
    final long[] rows = packets.rows();
    if (table.size() >= CACHED_FLOWS) {
      fetched += table.fetch(rows, from, end);
    }
    final long leastFlags = rates ? FlowRecord.RATED : FlowTable.ANY_FLAGS;
    int row = from;
    while (row < end) {
      int unknown = table.locate(rows, row, end);
      while (row < unknown) {
        int stop = table.count(rows, row, unknown, leastFlags);
        if (rates) {
          link.count(rows, row, stop);
        }
        row = stop < unknown ? makeRoom(rows, stop) : stop;
      }
      if (row < end) {
        create(packets, row);
      }
    }
  }

  /** A frame of a live capture comes alone: what loops do before their first row costs 20 ns. */
  private void creditOne(PacketBatch packets, int row) {
    final long[] rows = packets.rows();
    if (rows[row + PacketBatch.META] == PacketBatch.NO_FLOW) {
      return;
    }
    int id = table.find(rows, row);
    if (id == FlowTable.ABSENT) {
      id = create(packets, row);
    }
    if (rates && !table.isRated(id)) {
      giveSlots(id);
    }
    table.credit(rows, row, id);
    if (rates) {
      link.count(rows, row, row + PacketBatch.STRIDE);
    }
  }

  /** At a row of an unrated flow; returns where to go on. */
  private int makeRoom(long[] rows, int row) {
    if (giveSlots((int) rows[row + PacketBatch.HASH])) {
      return row;
    }
    int next = row + PacketBatch.STRIDE;
    table.credit(rows, row, (int) rows[row + PacketBatch.HASH]);
    link.count(rows, row, next);
    return next;
  }

  /** Whether slots were left for a flow. */
  private boolean giveSlots(int id) {
    final long[] record = table.chunk(id);
    final int at = table.at(id);
    int block =
        windows.acquire(
            id, record[at + FlowRecord.SENT_BYTES], record[at + FlowRecord.RECEIVED_BYTES]);
    if (block == RateWindows.NONE) {
      ticker.unrated().note(id, record, at, clock.closed());
      return false;
    }
    record[at + FlowRecord.FLAGS] =
        record[at + FlowRecord.FLAGS] & FlowRecord.ONLY_FLAGS | (block + 1) * FlowRecord.RATED;
    ticker.owners().acquired(id, block, clock.now());
    return true;
  }

  private int create(PacketBatch packets, int row) {
    final long[] rows = packets.rows();
    long time = rows[row + PacketBatch.TIME];
    long hash = rows[row + PacketBatch.HASH];
    if (table.isFull()) {
      overflow.fold(table, windows, time);
      ticker.unrated().forgetFolded(table);
    }
    boolean localIsB = localEnd.isSource(packets, row) == packets.sourceIsB(row);
    long flags = (long) localEnd.rule().ordinal() << FlowRecord.RULE_SHIFT;
    if (localIsB) {
      flags |= FlowRecord.LOCAL_IS_B;
    }
    int id =
        table.add(
            hash,
            rows[row + PacketBatch.A_HIGH],
            rows[row + PacketBatch.A_LOW],
            rows[row + PacketBatch.B_HIGH],
            rows[row + PacketBatch.B_LOW],
            rows[row + PacketBatch.META],
            flags,
            time);
    overflow.giveBack(hash, table.chunk(id), table.at(id));
    return id;
  }
}
