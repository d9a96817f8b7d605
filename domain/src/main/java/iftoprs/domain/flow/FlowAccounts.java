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
    final long[] rows = packets.rows();
    if (table.size() >= CACHED_FLOWS) {
      fetched += table.fetch(rows, from, end);
    }
    int row = from;
    while (row < end) {
      int unknown = table.credit(rows, row, end);
      if (rates) {
        rate(rows, row, unknown);
      }
      if (unknown < end) {
        create(packets, unknown);
      }
      row = unknown;
    }
  }

  private void rate(long[] rows, int from, int end) {
    for (int row = from; row < end; row += PacketBatch.STRIDE) {
      if (rows[row + PacketBatch.META] != PacketBatch.NO_FLOW) {
        rate((int) rows[row + PacketBatch.HASH], rows[row + PacketBatch.SIZE]);
      }
    }
  }

  private void rate(int id, long size) {
    final long[] record = table.chunk(id);
    final int at = table.at(id);
    final long flags = record[at + FlowRecord.FLAGS];
    final int side = (int) (size ^ flags) & 1;
    final long wireLength = PacketBatch.wireLength(size);
    link.count(side, wireLength);
    int block = FlowRecord.block(flags);
    if (block < 0) {
      block = windows.acquire(id);
      if (block == RateWindows.NONE) {
        ticker.unrated().note(id, record, at, clock.closed());
        return;
      }
      record[at + FlowRecord.FLAGS] = flags & FlowRecord.ONLY_FLAGS | (long) (block + 1) << 32;
      ticker.owners().acquired(id, block, clock.now());
    }
    windows.count(block, side, wireLength);
  }

  private void create(PacketBatch packets, int row) {
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
    if (overflow.mayHold(hash)) {
      flags |= FlowRecord.PARTIAL;
    }
    table.add(
        hash,
        rows[row + PacketBatch.A_HIGH],
        rows[row + PacketBatch.A_LOW],
        rows[row + PacketBatch.B_HIGH],
        rows[row + PacketBatch.B_LOW],
        rows[row + PacketBatch.META],
        flags,
        time);
  }
}
