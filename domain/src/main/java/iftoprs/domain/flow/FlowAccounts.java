package iftoprs.domain.flow;

import iftoprs.domain.packet.PacketDecoder;
import iftoprs.ports.Frame;
import iftoprs.ports.Frame.Direction;

/**
 * Credits decoded packets to their flows, making new ones as they appear.
 *
 * <p>Packets are gathered and credited together: {@link #settle} before anything is read from the
 * table, the link or the windows. One thread, no allocation but room for new flows.
 */
final class FlowAccounts {

  /** Fewer flows take less than 1 MiB, a second-level cache: there is little to wait for. */
  private static final int CACHED_FLOWS = 1 << 13;

  private final FlowTable table;
  private final Overflow overflow;
  private final LocalEnd localEnd;
  private final LinkMeter link;
  private final RateWindows windows;
  private final Ticker ticker;
  private final SlotClock clock;
  private final boolean rates;
  private final PendingPackets pending = new PendingPackets();
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

  /** Takes what the decoder holds of a frame. */
  void add(PacketDecoder packet, Frame frame, long time, long wireLength) {
    Direction direction = frame.direction();
    if (direction == Direction.UNKNOWN) {
      direction = packet.linkDirection();
    }
    final PendingPackets pending = this.pending;
    pending.add(packet, direction, time, wireLength);
    if (pending.isFull()) {
      settle();
    }
  }

  /** Credits what waits. */
  void settle() {
    final PendingPackets pending = this.pending;
    final int end = pending.end();
    if (end == 0) {
      return;
    }
    final long[] rows = pending.rows();
    if (table.size() >= CACHED_FLOWS) {
      fetched += table.fetch(rows, end);
    }
    for (int at = 0; at < end; at += PendingPackets.STRIDE) {
      credit(rows, at);
    }
    pending.clear();
  }

  private void credit(long[] rows, int row) {
    int id = table.find(rows, row);
    if (id == FlowTable.ABSENT) {
      id = create(rows, row);
    }
    final long size = rows[row + PendingPackets.SIZE];
    final long wireLength = PendingPackets.wireLength(size);
    final long time = rows[row + PendingPackets.TIME];
    final long[] record = table.chunk(id);
    final int at = table.at(id);
    final long flags = record[at + FlowRecord.FLAGS];
    final int side = (int) (size ^ flags) & 1; // 0: the source is the local end
    record[at + FlowRecord.SENT_BYTES + side] += wireLength;
    record[at + FlowRecord.SENT_PACKETS + side]++;
    if (time >= record[at + FlowRecord.LAST_SEEN]) {
      record[at + FlowRecord.LAST_SEEN] = time;
    } else if (time < record[at + FlowRecord.FIRST_SEEN]) {
      record[at + FlowRecord.FIRST_SEEN] = time;
    }
    if (rates) {
      rate(id, record, at, side, wireLength);
    }
  }

  private void rate(int id, long[] record, int at, int side, long wireLength) {
    link.count(side, wireLength);
    final long flags = record[at + FlowRecord.FLAGS];
    int block = (int) (flags >>> 32) - 1;
    if (block < 0) {
      block = windows.acquire(id);
      if (block == RateWindows.NONE) {
        return;
      }
      record[at + FlowRecord.FLAGS] = flags & 0xffffffffL | (long) (block + 1) << 32;
      ticker.owners().acquired(id, block, clock.now());
    }
    windows.count(block, side, wireLength);
  }

  private int create(long[] rows, int row) {
    long time = rows[row + PendingPackets.TIME];
    long hash = rows[row + PendingPackets.HASH];
    if (table.isFull()) {
      overflow.fold(table, windows, time);
    }
    boolean localIsB = localEnd.isSource(pending, row) == pending.sourceIsB(row);
    long flags = (long) localEnd.rule().ordinal() << FlowRecord.RULE_SHIFT;
    if (localIsB) {
      flags |= FlowRecord.LOCAL_IS_B;
    }
    if (overflow.mayHold(hash)) {
      flags |= FlowRecord.PARTIAL;
    }
    return table.add(
        hash,
        rows[row + PendingPackets.A_HIGH],
        rows[row + PendingPackets.A_LOW],
        rows[row + PendingPackets.B_HIGH],
        rows[row + PendingPackets.B_LOW],
        rows[row + PendingPackets.META],
        flags,
        time);
  }
}
