package iftoprs.domain.flow;

import static iftoprs.domain.flow.FlowRecord.A_HIGH;
import static iftoprs.domain.flow.FlowRecord.A_LOW;
import static iftoprs.domain.flow.FlowRecord.B_HIGH;
import static iftoprs.domain.flow.FlowRecord.B_LOW;
import static iftoprs.domain.flow.FlowRecord.FIRST_SEEN;
import static iftoprs.domain.flow.FlowRecord.FLAGS;
import static iftoprs.domain.flow.FlowRecord.LAST_SEEN;
import static iftoprs.domain.flow.FlowRecord.META;
import static iftoprs.domain.flow.FlowRecord.RECEIVED_BYTES;
import static iftoprs.domain.flow.FlowRecord.SENT_BYTES;
import static iftoprs.domain.flow.FlowRecord.SENT_PACKETS;
import static iftoprs.domain.flow.FlowRecord.TABLE_STRIDE;

import iftoprs.domain.packet.KeyBits;
import iftoprs.domain.packet.PacketBatch;
import iftoprs.ports.Endpoint;
import java.util.Arrays;

/**
 * The known flows: open addressing with linear probing over primitive arrays.
 *
 * <p>A flow is a record of 96 bytes in a chunk that never moves, so growing copies only the index
 * of 4 bytes a place, 0.1 to 0.4 full: 106 to 136 bytes a flow. Index entries carry as many bits of
 * the hash as ids leave of 32, so a probe reads a record only when it will almost surely match. One
 * thread.
 */
final class FlowTable {

  /** What {@link #find} returns for an unknown flow. */
  static final int ABSENT = -1;

  /** No flow has fewer {@link FlowRecord#FLAGS} than that. */
  static final long ANY_FLAGS = Long.MIN_VALUE;

  private static final int CHUNK_BITS = 12;
  private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;
  private static final int FIRST_INDEX = 1 << 12;
  private static final double MOST_FULL = 0.4;
  private static final int GROWTH = 4; // each time all records are read again

  private final int maxFlows;
  // Of an index entry, the bits of the hash's upper half; the others are 1 + id. 0 is free.
  private final int tagMask;
  private int[] index = new int[FIRST_INDEX];
  private int growAt = (int) (FIRST_INDEX * MOST_FULL);
  private long[][] chunks = new long[4][];
  private int size;
  private int nextId;
  private int[] freeIds = new int[16];
  private int freeCount;

  /**
   * Creates an empty table.
   *
   * @param maxFlows most flows it will hold
   */
  FlowTable(int maxFlows) {
    this.maxFlows = maxFlows;
    this.tagMask = -1 << Integer.SIZE - Integer.numberOfLeadingZeros(maxFlows);
  }

  /** Number of known flows. */
  int size() {
    return size;
  }

  boolean isFull() {
    return size >= maxFlows;
  }

  /**
   * Reads what {@link #find} will need for some packets, so that the processor waits for all of it
   * at once: with a million flows a look-up is two or three accesses to main memory. The result
   * means nothing.
   */
  long fetch(long[] rows, int from, int end) {
    final int[] places = index;
    final int mask = places.length - 1;
    final int idMask = ~tagMask;
    long sum = 0;
    for (int row = from; row < end; row += PacketBatch.STRIDE) {
      sum += places[(int) rows[row + PacketBatch.HASH] & mask];
    }
    for (int row = from; row < end; row += PacketBatch.STRIDE) {
      int id = (places[(int) rows[row + PacketBatch.HASH] & mask] & idMask) - 1;
      if (id >= 0) {
        long[] chunk = chunks[id >>> CHUNK_BITS];
        int at = (id & CHUNK_MASK) * TABLE_STRIDE;
        sum += chunk[at + A_LOW] + chunk[at + LAST_SEEN];
      }
    }
    return sum;
  }

  /**
   * Replaces the hash of rows by the id of their flow, up to the first one whose flow is unknown;
   * rows of no flow are passed over. Apart from {@link #count}, so that the processor has more of
   * the table's records on their way to it at a time.
   *
   * @return where the row of the unknown flow begins, else {@code end}
   */
  int locate(long[] rows, int from, int end) {
    final int[] places = index;
    final int mask = places.length - 1;
    final int tagMask = this.tagMask;
    final long[][] chunks = this.chunks;
    for (int row = from; row < end; row += PacketBatch.STRIDE) {
      final long meta = rows[row + PacketBatch.META];
      if (meta == PacketBatch.NO_FLOW) {
        continue;
      }
      final long hash = rows[row + PacketBatch.HASH];
      int place = (int) hash & mask;
      int id;
      while (true) { // as in find, by hand: a call a packet costs what the rest of the loop does
        final int entry = places[place];
        if (entry == 0) {
          return row;
        }
        if (((entry ^ (int) (hash >>> 32)) & tagMask) == 0) {
          id = (entry & ~tagMask) - 1;
          final long[] chunk = chunks[id >>> CHUNK_BITS];
          final int at = (id & CHUNK_MASK) * TABLE_STRIDE;
          if (chunk[at + META] == meta
              && chunk[at + A_LOW] == rows[row + PacketBatch.A_LOW]
              && chunk[at + B_LOW] == rows[row + PacketBatch.B_LOW]
              && (!KeyBits.ipv6(meta)
                  || chunk[at + A_HIGH] == rows[row + PacketBatch.A_HIGH]
                      && chunk[at + B_HIGH] == rows[row + PacketBatch.B_HIGH])) {
            break;
          }
        }
        place = place + 1 & mask;
      }
      rows[row + PacketBatch.HASH] = id;
    }
    return end;
  }

  /**
   * Credits packets to the flows whose ids {@link #locate} left, up to the first one that has too
   * few flags. The id is replaced by the side that the packet came from: 0 is sent, 1 received.
   *
   * @param leastFlags what {@link FlowRecord#FLAGS} are to be at least, such as {@link
   *     FlowRecord#RATED} or {@link #ANY_FLAGS}
   * @return where the row of that flow begins, its id still in it, else {@code end}
   */
  int count(long[] rows, int from, int end, long leastFlags) {
    final long[][] chunks = this.chunks;
    for (int row = from; row < end; row += PacketBatch.STRIDE) {
      if (rows[row + PacketBatch.META] == PacketBatch.NO_FLOW) {
        continue;
      }
      final int id = (int) rows[row + PacketBatch.HASH];
      final long[] chunk = chunks[id >>> CHUNK_BITS];
      final int at = (id & CHUNK_MASK) * TABLE_STRIDE;
      if (chunk[at + FLAGS] < leastFlags) {
        return row;
      }
      credit(rows, row, chunk, at);
    }
    return end;
  }

  /** Credits one packet to a flow; the row's hash is replaced by the side it came from. */
  void credit(long[] rows, int row, int id) {
    credit(rows, row, chunk(id), at(id));
  }

  private static void credit(long[] rows, int row, long[] chunk, int at) {
    final long size = rows[row + PacketBatch.SIZE];
    final int side = (int) (size ^ chunk[at + FLAGS]) & 1; // 0: the source is the local end
    chunk[at + SENT_BYTES + side] += PacketBatch.wireLength(size);
    chunk[at + SENT_PACKETS + side]++;
    final long time = rows[row + PacketBatch.TIME];
    if (time >= chunk[at + LAST_SEEN]) {
      chunk[at + LAST_SEEN] = time;
    } else if (time < chunk[at + FIRST_SEEN]) {
      chunk[at + FIRST_SEEN] = time;
    }
    rows[row + PacketBatch.HASH] = side;
  }

  /** The id of the flow of a row, or {@link #ABSENT}. */
  int find(long[] rows, int row) {
    return find(
        rows[row + PacketBatch.HASH],
        rows[row + PacketBatch.A_HIGH],
        rows[row + PacketBatch.A_LOW],
        rows[row + PacketBatch.B_HIGH],
        rows[row + PacketBatch.B_LOW],
        rows[row + PacketBatch.META]);
  }

  boolean isRated(int id) {
    return chunk(id)[at(id) + FLAGS] >= FlowRecord.RATED;
  }

  /** The id of a flow, or {@link #ABSENT}. */
  int find(long hash, long aHigh, long aLow, long bHigh, long bLow, long meta) {
    final int[] places = index;
    final int mask = places.length - 1;
    final int tag = (int) (hash >>> 32);
    int place = (int) hash & mask;
    int entry = places[place];
    while (entry != 0) {
      if (((entry ^ tag) & tagMask) == 0) {
        int id = (entry & ~tagMask) - 1;
        long[] chunk = chunks[id >>> CHUNK_BITS];
        int at = (id & CHUNK_MASK) * TABLE_STRIDE;
        if (chunk[at + A_LOW] == aLow
            && chunk[at + B_LOW] == bLow
            && chunk[at + META] == meta
            && (!KeyBits.ipv6(meta)
                || chunk[at + A_HIGH] == aHigh && chunk[at + B_HIGH] == bHigh)) {
          return id;
        }
      }
      place = place + 1 & mask;
      entry = places[place];
    }
    return ABSENT;
  }

  /** The id of a flow by its key, or {@link #ABSENT}. For the few flows that a user looks at. */
  int find(FlowKey key) {
    boolean localIsA =
        KeyBits.order(
                key.local().address().high(),
                key.local().address().low(),
                key.local().port(),
                key.remote().address().high(),
                key.remote().address().low(),
                key.remote().port())
            == 0;
    Endpoint a = localIsA ? key.local() : key.remote();
    Endpoint b = localIsA ? key.remote() : key.local();
    long aHigh = a.address().high();
    long aLow = a.address().low();
    long bHigh = b.address().high();
    long bLow = b.address().low();
    long meta = KeyBits.meta(a.port(), b.port(), key.transport().number(), a.address().isIpv6());
    return find(KeyBits.hash(aHigh, aLow, bHigh, bLow, meta), aHigh, aLow, bHigh, bLow, meta);
  }

  /** Adds a flow that is not there; the table must not be full. Counters start at 0. */
  int add(
      long hash, long aHigh, long aLow, long bHigh, long bLow, long meta, long flags, long time) {
    if (size >= growAt) {
      grow();
    }
    boolean isReused = freeCount > 0;
    int id = isReused ? freeIds[--freeCount] : nextId++;
    long[] chunk = chunkFor(id);
    int at = (id & CHUNK_MASK) * TABLE_STRIDE;
    if (isReused) {
      Arrays.fill(chunk, at, at + TABLE_STRIDE, 0);
    }
    chunk[at + A_HIGH] = aHigh;
    chunk[at + A_LOW] = aLow;
    chunk[at + B_HIGH] = bHigh;
    chunk[at + B_LOW] = bLow;
    chunk[at + META] = meta;
    chunk[at + FLAGS] = flags;
    chunk[at + FIRST_SEEN] = time;
    chunk[at + LAST_SEEN] = time;
    place(index, hash, id);
    size++;
    return id;
  }

  private long[] chunkFor(int id) {
    int number = id >>> CHUNK_BITS;
    if (number >= chunks.length) {
      chunks = Arrays.copyOf(chunks, number * 2);
    }
    if (chunks[number] == null) {
      chunks[number] = new long[(CHUNK_MASK + 1) * TABLE_STRIDE];
    }
    return chunks[number];
  }

  private void place(int[] places, long hash, int id) {
    int mask = places.length - 1;
    int place = (int) hash & mask;
    while (places[place] != 0) {
      place = place + 1 & mask;
    }
    places[place] = (int) (hash >>> 32) & tagMask | id + 1;
  }

  private void grow() {
    int[] larger = new int[index.length * GROWTH];
    // By id, not by place: records are then read in the order in which they lie.
    for (int id = 0; id < nextId; id++) {
      if (isKnown(id)) {
        place(larger, hashOf(id), id);
      }
    }
    index = larger;
    growAt = (int) (larger.length * MOST_FULL);
  }

  private long hashOf(int id) {
    long[] chunk = chunk(id);
    int at = at(id);
    return KeyBits.hash(
        chunk[at + A_HIGH],
        chunk[at + A_LOW],
        chunk[at + B_HIGH],
        chunk[at + B_LOW],
        chunk[at + META]);
  }

  /** Forgets flows; their ids may be given to others. Rebuilds the index once. */
  void removeAll(int[] ids, int count) {
    for (int i = 0; i < count; i++) {
      chunk(ids[i])[at(ids[i]) + META] = -1;
    }
    if (freeIds.length < freeCount + count) {
      freeIds = Arrays.copyOf(freeIds, Math.max(freeCount + count, freeIds.length * 2));
    }
    System.arraycopy(ids, 0, freeIds, freeCount, count);
    freeCount += count;
    size -= count;
    Arrays.fill(index, 0);
    for (int id = 0; id < nextId; id++) {
      if (isKnown(id)) {
        place(index, hashOf(id), id);
      }
    }
  }

  /** Ids lie below this bound; not all of them are {@link #isKnown}. */
  int idBound() {
    return nextId;
  }

  boolean isKnown(int id) {
    return chunk(id)[at(id) + META] != -1;
  }

  /**
   * Fills in the ids and bytes of all known flows, by id. Without a call a flow: a short run is
   * over before this is compiled.
   */
  void totals(int[] ids, long[] bytes) {
    int count = 0;
    for (int first = 0; first < nextId; first += CHUNK_MASK + 1) {
      final long[] chunk = chunk(first);
      final int last = Math.min(nextId - first, CHUNK_MASK + 1);
      for (int i = 0, at = 0; i < last; i++, at += TABLE_STRIDE) {
        if (chunk[at + META] != -1) {
          ids[count] = first + i;
          bytes[count++] = chunk[at + SENT_BYTES] + chunk[at + RECEIVED_BYTES];
        }
      }
    }
  }

  /** The array that holds a flow's record. */
  long[] chunk(int id) {
    return chunks[id >>> CHUNK_BITS];
  }

  /** Where in its {@link #chunk} a flow's record begins. */
  int at(int id) {
    return (id & CHUNK_MASK) * TABLE_STRIDE;
  }

  /** A view on a flow, without rates. */
  FlowSnapshot view(int id) {
    return FlowSnapshot.ofTotals(chunk(id), at(id));
  }
}
