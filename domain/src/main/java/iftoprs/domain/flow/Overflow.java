package iftoprs.domain.flow;

import iftoprs.domain.packet.KeyBits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes room in a full flow table: the longest-idle and lightest flows become one sum.
 *
 * <p>A quarter of the table goes at a time, so that the cost of a fold is shared by many new flows.
 * What counts is a flow's bytes, halved for every minute without one: heavy flows stay unless they
 * have long been silent. What was folded last is remembered, so that a flow that comes back goes on
 * with what it had; a Bloom filter of 16 MiB at most remembers those that were forgotten since, so
 * that one of these can be marked as partial (of 10 million forgotten flows about 2 % of others are
 * marked too). Both are made at the first fold. One thread.
 */
final class Overflow {

  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final long MOST_FILTER_BYTES = 16 << 20;

  /** What is remembered of folded flows, and of forgotten ones, takes such a part of the memory. */
  private static final int MEMORY_SHARE = 8;

  private final int maxFlows;
  private final long mostBytes;
  private FoldedFlows folded;
  private long[] filter;
  private int filterShift;
  private long flows;
  private long sentBytes;
  private long receivedBytes;
  private long packets;

  /**
   * Creates an empty sum.
   *
   * @param maxFlows most flows that the table holds
   * @param memory bytes that the program may take
   */
  Overflow(int maxFlows, long memory) {
    this.maxFlows = maxFlows;
    this.mostBytes = memory / MEMORY_SHARE;
  }

  /**
   * Gives a flow that is new in the table what it had when it was folded, which leaves this sum, or
   * marks it as partial if that is forgotten.
   *
   * @param record the flow's, whose counters are 0
   */
  void giveBack(long hash, long[] record, int at) {
    if (folded == null) {
      return;
    }
    if (folded.takeBack(hash, record, at)) {
      count(record, at, -1);
    } else if (has(hash) && has(Long.rotateLeft(hash, 29))) {
      record[at + FlowRecord.FLAGS] |= FlowRecord.PARTIAL;
    }
  }

  private void count(long[] record, int at, int sign) {
    flows += sign;
    sentBytes += sign * record[at + FlowRecord.SENT_BYTES];
    receivedBytes += sign * record[at + FlowRecord.RECEIVED_BYTES];
    packets +=
        sign * (record[at + FlowRecord.SENT_PACKETS] + record[at + FlowRecord.RECEIVED_PACKETS]);
  }

  private boolean has(long hash) {
    int bit = (int) (hash >>> filterShift);
    return (filter[bit >>> 6] & 1L << bit) != 0;
  }

  private void remember(long hash) {
    int bit = (int) (hash >>> filterShift);
    filter[bit >>> 6] |= 1L << bit;
  }

  /** Folds a quarter of the table, at least one flow. */
  void fold(FlowTable table, RateWindows windows, long now) {
    if (folded == null) {
      folded = new FoldedFlows(maxFlows, mostBytes);
      long bytes = Long.highestOneBit(Math.min(mostBytes, MOST_FILTER_BYTES));
      filter = new long[(int) (bytes / Long.BYTES)];
      filterShift = 1 + Long.numberOfLeadingZeros(bytes * Byte.SIZE);
    }
    int bound = table.idBound();
    long[] weights = new long[table.size()];
    int count = 0;
    for (int id = 0; id < bound; id++) {
      if (table.isKnown(id)) {
        weights[count++] = weight(table.chunk(id), table.at(id), now);
      }
    }
    int wanted = Math.max(1, count / 4);
    Arrays.sort(weights);
    long limit = weights[wanted - 1];
    int below = firstIndexOf(weights, limit);
    int atLimit = wanted - below;
    int[] chosen = new int[wanted];
    int found = 0;
    for (int id = 0; id < bound && found < wanted; id++) {
      if (!table.isKnown(id)) {
        continue;
      }
      long weight = weight(table.chunk(id), table.at(id), now);
      if (weight < limit || weight == limit && atLimit-- > 0) {
        chosen[found++] = id;
        add(table.chunk(id), table.at(id), windows);
      }
    }
    table.removeAll(chosen, found);
  }

  private static int firstIndexOf(long[] sorted, long value) {
    int at = Arrays.binarySearch(sorted, value);
    while (at > 0 && sorted[at - 1] == value) {
      at--;
    }
    return at;
  }

  private static long weight(long[] record, int at, long now) {
    long bytes = record[at + FlowRecord.SENT_BYTES] + record[at + FlowRecord.RECEIVED_BYTES];
    long minutes = Math.max(0, now - record[at + FlowRecord.LAST_SEEN]) / MINUTE_NANOS;
    return bytes >>> Math.min(63, minutes);
  }

  private void add(long[] record, int at, RateWindows windows) {
    count(record, at, 1);
    int block = FlowRecord.block(record[at + FlowRecord.FLAGS]);
    if (block >= 0) {
      windows.release(block);
    }
    long hash =
        KeyBits.hash(
            record[at + FlowRecord.A_HIGH],
            record[at + FlowRecord.A_LOW],
            record[at + FlowRecord.B_HIGH],
            record[at + FlowRecord.B_LOW],
            record[at + FlowRecord.META]);
    long forgotten = folded.put(hash, record, at);
    if (forgotten != FoldedFlows.NOTHING) {
      remember(forgotten);
      remember(Long.rotateLeft(forgotten, 29));
    }
  }

  long bytes() {
    return sentBytes + receivedBytes;
  }

  long packets() {
    return packets;
  }

  /** Adds the folded flows to the buckets, if there are any. */
  void addTo(List<Unaccounted> buckets) {
    if (flows > 0) {
      buckets.add(
          new Unaccounted(
              Bucket.OVERFLOW,
              packets,
              bytes(),
              Optional.of(new Unaccounted.Sides(sentBytes, receivedBytes)),
              List.of()));
    }
  }
}
