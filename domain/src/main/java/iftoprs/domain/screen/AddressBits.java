package iftoprs.domain.screen;

/**
 * A set of bits for each of many addresses, found without making an object: an open hash table over
 * the halves of the address. One thread.
 */
final class AddressBits {

  /** An address without bits yet. */
  static final long UNKNOWN = -1;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int FIRST_SIZE = 1 << 8;

  /** Longs of a place: an address is met with one access to memory, not with three. */
  private static final int STRIDE = 4;

  private static final int HIGH = 0;
  private static final int LOW = 1;
  private static final int BITS = 2;

  private long[] places;
  private int mask;
  private int count;

  AddressBits() {
    clear(FIRST_SIZE);
  }

  private void clear(int size) {
    places = new long[size * STRIDE];
    mask = size - 1;
    for (int at = BITS; at < places.length; at += STRIDE) {
      places[at] = UNKNOWN;
    }
  }

  /** The bits of an address, or {@link #UNKNOWN}. */
  long get(long addressHigh, long addressLow) {
    return places[place(addressHigh, addressLow) + BITS];
  }

  /** Gives an address its bits, 0 or more. */
  void put(long addressHigh, long addressLow, long value) {
    int at = place(addressHigh, addressLow);
    if (places[at + BITS] == UNKNOWN && 2 * ++count > mask + 1) {
      grow();
      at = place(addressHigh, addressLow);
    }
    set(at, addressHigh, addressLow, value);
  }

  /** Addresses with bits. */
  int size() {
    return count;
  }

  private void set(int at, long addressHigh, long addressLow, long value) {
    places[at + HIGH] = addressHigh;
    places[at + LOW] = addressLow;
    places[at + BITS] = value;
  }

  /** Where an address stands, or the free place where it would. */
  private int place(long addressHigh, long addressLow) {
    final long[] places = this.places;
    long mixed = (addressHigh * GOLDEN ^ addressLow) * GOLDEN;
    int slot = (int) (mixed >>> 32) & mask;
    int at = slot * STRIDE;
    while (places[at + BITS] != UNKNOWN
        && (places[at + LOW] != addressLow || places[at + HIGH] != addressHigh)) {
      slot = slot + 1 & mask;
      at = slot * STRIDE;
    }
    return at;
  }

  private void grow() {
    final long[] old = places;
    clear((mask + 1) * 2);
    for (int at = 0; at < old.length; at += STRIDE) {
      if (old[at + BITS] != UNKNOWN) {
        long high = old[at + HIGH];
        long low = old[at + LOW];
        set(place(high, low), high, low, old[at + BITS]);
      }
    }
  }
}
