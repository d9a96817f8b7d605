package iftoprs.domain.flow;

import java.util.Arrays;

/**
 * Slots and windows of the active flows, 40 slots of one second each.
 *
 * <p>A flow gets a block when its first byte of a while arrives and gives it back when all 40 slots
 * are empty, so the cost of a slot follows active flows, not known ones. Windows are kept as
 * running sums over closed slots. At most {@link #MAX_BLOCKS} flows are rated at a time. Bytes are
 * 64-bit: a 32-bit slot would overflow at 34 Gbit/s. One thread.
 */
final class RateWindows {

  /** Slots of the longest window. */
  static final int SLOTS = 40;

  /** Most blocks at a time. */
  static final int MAX_BLOCKS = 1 << 17;

  /** No block was to be had. */
  static final int NONE = -1;

  // The ring comes first: bytes sent and received of slot 0, of slot 1 and so on. What a tick reads
  // of a block lies in as few lines of the cache as may be, for with many flows it comes from main
  // memory.
  private static final int SLOT = 2;

  /** Sums over the last 10 and 40 closed slots; sent, then received. */
  private static final int TEN = 2 * SLOTS;

  private static final int FORTY = TEN + 2;

  /** FORTY less the slot that falls out next. */
  private static final int CARRY = FORTY + 2;

  /** Bytes of the flow, sent and received, that slots have been given so far. */
  private static final int SETTLED = CARRY + 2;

  /** Bytes of the refresh interval in progress. */
  private static final int SAMPLE = SETTLED + 2;

  /** 1 while the flow has crossed a threshold and not come back below it. */
  private static final int OVER = SAMPLE + 1;

  /** Packets of the flow at the last snapshot: sent, received; less than 0 before the first. */
  private static final int PACKETS = OVER + 1;

  private static final int HISTORY = PACKETS + 2;
  private static final int STRIDE = HISTORY + SLOTS;
  private static final int CHUNK_BITS = 6;
  private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;

  private long[][] chunks = new long[4][];
  private int[] owners = new int[1 << CHUNK_BITS];
  // Blocks in use stand in active[0..activeCount), the free ones behind them.
  private int[] active = new int[1 << CHUNK_BITS];
  private int[] positions = new int[1 << CHUNK_BITS];
  private int activeCount;
  private int made;
  private int slot;
  private int sample;

  /** Number of rated flows. */
  int activeCount() {
    return activeCount;
  }

  /** The block at a position in the list of rated flows. */
  int block(int position) {
    return active[position];
  }

  /** The id of the flow that a block belongs to. */
  int owner(int block) {
    return owners[block];
  }

  /**
   * Gives a flow an empty block, or {@link #NONE} when all are in use.
   *
   * @param sent bytes that the flow has sent before, which are of no slot
   * @param received bytes that it has received before
   */
  int acquire(int flowId, long sent, long received) {
    if (activeCount == made) {
      if (made == MAX_BLOCKS) {
        return NONE;
      }
      makeBlock();
    }
    int block = active[activeCount];
    positions[block] = activeCount++;
    owners[block] = flowId;
    Arrays.fill(chunk(block), at(block), at(block) + STRIDE, 0);
    Arrays.fill(chunk(block), at(block) + PACKETS, at(block) + HISTORY, -1);
    chunk(block)[at(block) + SETTLED] = sent;
    chunk(block)[at(block) + SETTLED + 1] = received;
    return block;
  }

  private void makeBlock() {
    if (made == active.length) {
      active = Arrays.copyOf(active, made * 2);
      owners = Arrays.copyOf(owners, made * 2);
      positions = Arrays.copyOf(positions, made * 2);
    }
    int number = made >>> CHUNK_BITS;
    if (number == chunks.length) {
      chunks = Arrays.copyOf(chunks, number * 2);
    }
    if (chunks[number] == null) {
      chunks[number] = new long[(CHUNK_MASK + 1) * STRIDE];
    }
    active[made] = made;
    made++;
  }

  /** Takes a block back. The last block in the list moves to its position. */
  void release(int block) {
    int position = positions[block];
    int last = active[--activeCount];
    active[position] = last;
    positions[last] = position;
    active[activeCount] = block;
    positions[block] = activeCount;
  }

  /**
   * Gives the open slot of a block what its flow has had since this was last called. Before
   * anything is asked of the open slot, and before it is closed: a packet is counted in its flow's
   * totals only, so that it costs no further line of the cache.
   *
   * @param sent bytes that the flow has sent in all
   * @param received bytes that it has received in all
   */
  void settle(int block, long sent, long received) {
    final long[] data = chunk(block);
    final int at = at(block);
    final int now = at + slot * SLOT;
    data[now] += sent - data[at + SETTLED];
    data[now + 1] += received - data[at + SETTLED + 1];
    data[at + SETTLED] = sent;
    data[at + SETTLED + 1] = received;
  }

  /** As the other one, of a flow's record. */
  void settle(int block, long[] record, int at) {
    settle(block, record[at + FlowRecord.SENT_BYTES], record[at + FlowRecord.RECEIVED_BYTES]);
  }

  /** Closes the open slot of one block: the windows now end with it. */
  void close(int block) {
    final long[] data = chunk(block);
    final int at = at(block);
    final int now = at + slot * SLOT;
    final int tenth = at + Math.floorMod(slot - 10, SLOTS) * SLOT;
    final int next = at + next() * SLOT;
    long both = 0;
    for (int side = 0; side < 2; side++) {
      long value = data[now + side];
      both += value;
      data[at + TEN + side] += value - data[tenth + side];
      long forty = data[at + CARRY + side] + value;
      data[at + FORTY + side] = forty;
      data[at + CARRY + side] = forty - data[next + side];
    }
    data[at + SAMPLE] += both;
  }

  /**
   * Empties the slot that comes next in one block; after {@link #close}, before {@link #advance}.
   */
  void open(int block) {
    long[] data = chunk(block);
    int next = at(block) + next() * SLOT;
    data[next] = 0;
    data[next + 1] = 0;
  }

  private int next() {
    return slot + 1 == SLOTS ? 0 : slot + 1;
  }

  /** Moves on to the next slot, for all blocks. */
  void advance() {
    slot = next();
  }

  /** Ends a refresh interval of one block: its bytes become a sample of the history. */
  void sample(int block, long seconds) {
    long[] data = chunk(block);
    int at = at(block);
    data[at + HISTORY + sample] = perSecond(data[at + SAMPLE], seconds);
    data[at + SAMPLE] = 0;
  }

  /** Moves on to the next sample, for all blocks. */
  void advanceSample() {
    sample = sample + 1 == SLOTS ? 0 : sample + 1;
  }

  /**
   * Whether the open slot, in which all is counted, takes a flow over a threshold; before {@link
   * #close}.
   *
   * @param threshold bytes that count as over it
   * @param calm a slot with less ends that
   */
  boolean crosses(int block, long threshold, long calm) {
    final long[] data = chunk(block);
    final int at = at(block);
    final long both = data[at + slot * SLOT] + data[at + slot * SLOT + 1];
    if (data[at + OVER] == 0) {
      data[at + OVER] = both >= threshold ? 1 : 0;
      return both >= threshold;
    }
    if (both < calm) {
      data[at + OVER] = 0;
    }
    return false;
  }

  boolean isOver(int block) {
    return chunk(block)[at(block) + OVER] != 0;
  }

  /** Bytes of the open slot; side 0 is sent, 1 received. */
  long openSlot(int block, int side) {
    return chunk(block)[at(block) + slot * SLOT + side];
  }

  /** Whether 40 slots in a row will have been empty once the open one is closed. */
  boolean becomesIdle(int block) {
    long[] data = chunk(block);
    int at = at(block);
    int now = at + slot * SLOT;
    return data[at + CARRY] + data[now] == 0 && data[at + CARRY + 1] + data[now + 1] == 0;
  }

  /** Whether 40 closed slots in a row were empty. */
  boolean isIdle(int block) {
    long[] data = chunk(block);
    int at = at(block);
    return data[at + FORTY] == 0 && data[at + FORTY + 1] == 0;
  }

  /**
   * Writes the nine rates of a block: sent, received, both; each over 2, 10 and 40 seconds. Between
   * {@link #close} and {@link #advance}.
   *
   * @param elapsed closed slots since the start, which bounds the divisor
   */
  void rates(int block, long elapsed, long[] target, int to) {
    final long[] data = chunk(block);
    final int at = at(block);
    final int now = at + slot * SLOT;
    final int before = at + (slot == 0 ? SLOTS - 1 : slot - 1) * SLOT;
    final long sent = data[now] + data[before];
    final long received = data[now + 1] + data[before + 1];
    if (elapsed >= SLOTS) { // a division by a constant is none
      target[to] = sent / 2;
      target[to + 1] = data[at + TEN] / 10;
      target[to + 2] = data[at + FORTY] / SLOTS;
      target[to + 3] = received / 2;
      target[to + 4] = data[at + TEN + 1] / 10;
      target[to + 5] = data[at + FORTY + 1] / SLOTS;
      target[to + 6] = (sent + received) / 2;
      target[to + 7] = (data[at + TEN] + data[at + TEN + 1]) / 10;
      target[to + 8] = (data[at + FORTY] + data[at + FORTY + 1]) / SLOTS;
      return;
    }
    final long two = Math.min(2, elapsed);
    final long ten = Math.min(10, elapsed);
    target[to] = sent / two;
    target[to + 1] = data[at + TEN] / ten;
    target[to + 2] = data[at + FORTY] / elapsed;
    target[to + 3] = received / two;
    target[to + 4] = data[at + TEN + 1] / ten;
    target[to + 5] = data[at + FORTY + 1] / elapsed;
    target[to + 6] = (sent + received) / two;
    target[to + 7] = (data[at + TEN] + data[at + TEN + 1]) / ten;
    target[to + 8] = (data[at + FORTY] + data[at + FORTY + 1]) / elapsed;
  }

  /**
   * Writes the nine rates of a block while the very first slot is open: all are the average so far.
   *
   * @param elapsedNanos time since the start, above 0
   */
  void firstRates(int block, long elapsedNanos, long[] target, int to) {
    long[] data = chunk(block);
    long sent = average(data[at(block) + slot * SLOT], elapsedNanos);
    long received = average(data[at(block) + slot * SLOT + 1], elapsedNanos);
    Arrays.fill(target, to, to + 3, sent);
    Arrays.fill(target, to + 3, to + 6, received);
    Arrays.fill(target, to + 6, to + 9, sent + received);
  }

  /**
   * Turns the packets of a snapshot's record into packets a second since the snapshot before. A
   * flow that was idle for long and goes on has none in its first snapshot: what it had before is
   * not known any more.
   *
   * @param seconds between the two, at least 1
   * @param target the record, whose bytes and packets are set, begins at {@code to}
   */
  void packetRates(int block, long seconds, long[] target, int to) {
    long[] data = chunk(block);
    int at = at(block);
    if (data[at + PACKETS] < 0) {
      long bytes = target[to + FlowRecord.SENT_BYTES] + target[to + FlowRecord.RECEIVED_BYTES];
      boolean isNew = data[at + FORTY] + data[at + FORTY + 1] == bytes;
      data[at + PACKETS] = isNew ? 0 : target[to + FlowRecord.SENT_PACKETS];
      data[at + PACKETS + 1] = isNew ? 0 : target[to + FlowRecord.RECEIVED_PACKETS];
    }
    for (int side = 0; side < 2; side++) {
      long packets = target[to + FlowRecord.SENT_PACKETS + side];
      target[to + FlowRecord.PACKET_RATES + side] =
          perSecond(Math.max(0, packets - data[at + PACKETS + side]), seconds);
      data[at + PACKETS + side] = packets;
    }
  }

  /** Mostly of one second, where no division has to be waited for. */
  private static long perSecond(long sum, long seconds) {
    return seconds == 1 ? sum : sum / seconds;
  }

  /** What there is in a second, of so many nanoseconds. */
  static long average(long bytes, long nanos) {
    return (long) ((double) bytes * SlotClock.SLOT_NANOS / nanos);
  }

  /** The last samples of a block, oldest first; after {@link #advanceSample}. */
  long[] history(int block, long samples) {
    int length = (int) Math.min(SLOTS, samples);
    long[] result = new long[length];
    long[] data = chunk(block);
    int at = at(block) + HISTORY;
    for (int i = 0; i < length; i++) {
      result[i] = data[at + Math.floorMod(sample - length + i, SLOTS)];
    }
    return result;
  }

  private long[] chunk(int block) {
    return chunks[block >>> CHUNK_BITS];
  }

  private static int at(int block) {
    return (block & CHUNK_MASK) * STRIDE;
  }
}
