package iftoprs.domain.packet;

/**
 * Ports of fragmented datagrams, so that later fragments are credited to the right flow.
 *
 * <p>A fixed table of 4,096 datagrams (160 KiB): a new one takes the place of the oldest of the
 * four it may lie in, and entries older than 30 s (RFC 791 section 3.2 and RFC 8200 section 4.5
 * give a datagram 15 to 60 s) count as unknown. One thread, no allocation.
 */
final class Fragments {

  /** No first fragment was seen. */
  static final int UNKNOWN = -1;

  private static final int WAYS = 4;
  private static final int SETS = 1024;
  private static final long MAX_AGE_NANOS = 30_000_000_000L;

  private static final int HASH = 0;
  private static final int CHECK = 1;
  private static final int PORTS = 2;
  private static final int TIME = 3;
  private static final int STRIDE = 4;

  // Lazily made: most captures have no fragment at all.
  private long[] table;
  private long hash;
  private long check;

  /** Names the datagram that the next call is about. */
  void key(
      long sourceHigh,
      long sourceLow,
      long destinationHigh,
      long destinationLow,
      int id,
      int transport,
      boolean ipv6) {
    long h = (long) id << 16 | transport << 1 | (ipv6 ? 1 : 0);
    h = mix(h ^ sourceHigh) + sourceLow;
    h = mix(h ^ destinationHigh) + destinationLow;
    hash = mix(h) | 1;
    // A second, independent hash makes a wrong match a matter of 127 bits.
    check =
        mix(
            mix(sourceLow + 0x9E3779B97F4A7C15L) * 31
                + mix(destinationLow ^ sourceHigh) * 17
                + mix(destinationHigh + id) * 7
                + transport);
  }

  /** Remembers the ports of the datagram. */
  void put(int sourcePort, int destinationPort, long timeNanos) {
    if (table == null) {
      table = new long[SETS * WAYS * STRIDE];
    }
    int set = set();
    int victim = set;
    for (int way = 0; way < WAYS; way++) {
      int at = set + way * STRIDE;
      if (table[at + HASH] == 0 || matches(at)) {
        victim = at;
        break;
      }
      if (table[at + TIME] < table[victim + TIME]) {
        victim = at;
      }
    }
    table[victim + HASH] = hash;
    table[victim + CHECK] = check;
    table[victim + PORTS] = (long) sourcePort << 16 | destinationPort;
    table[victim + TIME] = timeNanos;
  }

  /** The ports of the datagram as source &lt;&lt; 16 | destination, or {@link #UNKNOWN}. */
  int ports(long timeNanos) {
    if (table == null) {
      return UNKNOWN;
    }
    int set = set();
    for (int way = 0; way < WAYS; way++) {
      int at = set + way * STRIDE;
      if (matches(at) && Math.abs(timeNanos - table[at + TIME]) <= MAX_AGE_NANOS) {
        return (int) table[at + PORTS];
      }
    }
    return UNKNOWN;
  }

  private int set() {
    return (int) (hash >>> 54) * WAYS * STRIDE;
  }

  private boolean matches(int at) {
    return table[at + HASH] == hash && table[at + CHECK] == check;
  }

  private static long mix(long value) {
    long h = value * 0xC2B2AE3D27D4EB4FL;
    h ^= h >>> 29;
    h *= 0x9E3779B97F4A7C15L;
    return h ^ h >>> 32;
  }
}
