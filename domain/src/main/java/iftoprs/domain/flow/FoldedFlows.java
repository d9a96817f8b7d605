package iftoprs.domain.flow;

/**
 * What was known of the flows that were folded last, so that one that comes back goes on where it
 * was.
 *
 * <p>Sets of {@value #WAYS} places; a flow goes into the one of two sets that was given less, and a
 * full set forgets what it was given first: that is nearly the oldest of all. A flow is known by
 * the 64 bits of its hash alone: among ten million flows two are alike once in 370,000 captures.
 * One thread.
 */
final class FoldedFlows {

  /** What {@link #put} returns when nothing was forgotten. */
  static final long NOTHING = 0;

  static final int WAYS = 6;

  private static final int HASH = 0;
  private static final int FIRST_SEEN = 1;
  private static final int LAST_SEEN = 2;
  private static final int SENT = 3; // bytes, packets, and some of the flags, lowest
  private static final int RECEIVED = 4;
  private static final int STRIDE = 5;
  private static final int MOST_SETS = 1 << 25;

  private static final int FLAG_BITS = 4;
  private static final int PACKET_BITS = 20;
  private static final int PACKETS_MASK = (1 << PACKET_BITS) - 1;
  private static final int FLAGS_MASK = (1 << FLAG_BITS) - 1;
  private static final long MOST_BYTES = 1L << Long.SIZE - 1 - PACKET_BITS - FLAG_BITS;

  private final long[] entries;
  private final int[] given; // flows to each set so far
  private final int setMask;

  /**
   * Creates an empty memory.
   *
   * @param maxFlows most flows that the table holds; three to six times as many are kept
   * @param mostBytes most bytes to take for that, 120 to 240 for each flow of the table
   */
  FoldedFlows(int maxFlows, long mostBytes) {
    long wanted = Long.highestOneBit(Math.max(1, (maxFlows + 3) / 4 - 1)) << 2;
    long affordable = Long.highestOneBit(Math.max(1, mostBytes / (WAYS * STRIDE * Long.BYTES)));
    int sets = (int) Math.min(Math.min(wanted, affordable), MOST_SETS);
    this.entries = new long[sets * WAYS * STRIDE];
    this.given = new int[sets];
    this.setMask = sets - 1;
  }

  /**
   * Keeps a flow.
   *
   * @return the hash of a flow that is forgotten for it, the flow's own if its figures are too
   *     large to be kept, or {@link #NOTHING}
   */
  long put(long hash, long[] record, int at) {
    long sent = packed(record[at + FlowRecord.SENT_BYTES], record[at + FlowRecord.SENT_PACKETS]);
    long received =
        packed(record[at + FlowRecord.RECEIVED_BYTES], record[at + FlowRecord.RECEIVED_PACKETS]);
    if (sent < 0 || received < 0) {
      return hash;
    }
    int first = firstSet(hash);
    int second = secondSet(hash);
    int set = given[second] - given[first] < 0 ? second : first;
    int entry = (set * WAYS + Integer.remainderUnsigned(given[set]++, WAYS)) * STRIDE;
    long forgotten = entries[entry + HASH];
    long flags = record[at + FlowRecord.FLAGS];
    entries[entry + HASH] = tag(hash);
    entries[entry + FIRST_SEEN] = record[at + FlowRecord.FIRST_SEEN];
    entries[entry + LAST_SEEN] = record[at + FlowRecord.LAST_SEEN];
    entries[entry + SENT] = sent | flags & FLAGS_MASK;
    entries[entry + RECEIVED] = received | flags >>> FLAG_BITS & FLAGS_MASK;
    return forgotten;
  }

  /** Bytes above packets above room for flags; below 0 if they do not fit. */
  private static long packed(long bytes, long packets) {
    if (bytes >= MOST_BYTES || packets > PACKETS_MASK) {
      return -1;
    }
    return (bytes << PACKET_BITS | packets) << FLAG_BITS;
  }

  /**
   * Gives a flow back what it had, and forgets it here.
   *
   * @param record the flow's, of which one frame was seen but nothing counted
   * @return false if the flow is not here
   */
  boolean takeBack(long hash, long[] record, int at) {
    int entry = find(firstSet(hash), tag(hash));
    if (entry < 0) {
      entry = find(secondSet(hash), tag(hash));
    }
    if (entry < 0) {
      return false;
    }
    long sent = entries[entry + SENT];
    long received = entries[entry + RECEIVED];
    record[at + FlowRecord.FLAGS] = sent & FLAGS_MASK | (received & FLAGS_MASK) << FLAG_BITS;
    record[at + FlowRecord.FIRST_SEEN] =
        Math.min(record[at + FlowRecord.FIRST_SEEN], entries[entry + FIRST_SEEN]);
    record[at + FlowRecord.LAST_SEEN] =
        Math.max(record[at + FlowRecord.LAST_SEEN], entries[entry + LAST_SEEN]);
    record[at + FlowRecord.SENT_BYTES] = sent >>> PACKET_BITS + FLAG_BITS;
    record[at + FlowRecord.SENT_PACKETS] = sent >>> FLAG_BITS & PACKETS_MASK;
    record[at + FlowRecord.RECEIVED_BYTES] = received >>> PACKET_BITS + FLAG_BITS;
    record[at + FlowRecord.RECEIVED_PACKETS] = received >>> FLAG_BITS & PACKETS_MASK;
    entries[entry + HASH] = NOTHING;
    return true;
  }

  private int find(int set, long tag) {
    for (int way = 0; way < WAYS; way++) {
      int entry = (set * WAYS + way) * STRIDE;
      if (entries[entry + HASH] == tag) {
        return entry;
      }
    }
    return -1;
  }

  private int firstSet(long hash) {
    return (int) (hash >>> 32) & setMask;
  }

  private int secondSet(long hash) {
    return (int) (hash * 0x9E3779B97F4A7C15L >>> 36) & setMask;
  }

  /** The hash, but never {@link #NOTHING}. */
  private static long tag(long hash) {
    return hash == NOTHING ? 1 : hash;
  }
}
