package iftoprs.domain.screen;

import java.util.Arrays;

/**
 * A set of bits for each of many addresses, found without making an object: an open hash table over
 * the halves of the address. One thread.
 */
final class AddressBits {

  /** An address without bits yet. */
  static final long UNKNOWN = -1;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int FIRST_SIZE = 1 << 8;

  private long[] high = new long[FIRST_SIZE];
  private long[] low = new long[FIRST_SIZE];
  private long[] bits = new long[FIRST_SIZE];
  private int count;

  AddressBits() {
    Arrays.fill(bits, UNKNOWN);
  }

  /** The bits of an address, or {@link #UNKNOWN}. */
  long get(long addressHigh, long addressLow) {
    return bits[slot(addressHigh, addressLow)];
  }

  /** Gives an address its bits, 0 or more. */
  void put(long addressHigh, long addressLow, long value) {
    if (2 * ++count > bits.length) {
      grow();
    }
    set(addressHigh, addressLow, value);
  }

  private void set(long addressHigh, long addressLow, long value) {
    int slot = slot(addressHigh, addressLow);
    high[slot] = addressHigh;
    low[slot] = addressLow;
    bits[slot] = value;
  }

  /** Where an address stands, or the free place where it would. */
  private int slot(long addressHigh, long addressLow) {
    int mask = bits.length - 1;
    long mixed = (addressHigh * GOLDEN ^ addressLow) * GOLDEN;
    int slot = (int) (mixed >>> 32) & mask;
    while (bits[slot] != UNKNOWN && (low[slot] != addressLow || high[slot] != addressHigh)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    final long[] oldHigh = high;
    final long[] oldLow = low;
    final long[] oldBits = bits;
    high = new long[oldBits.length * 2];
    low = new long[oldBits.length * 2];
    bits = new long[oldBits.length * 2];
    Arrays.fill(bits, UNKNOWN);
    for (int i = 0; i < oldBits.length; i++) {
      if (oldBits[i] != UNKNOWN) {
        set(oldHigh[i], oldLow[i], oldBits[i]);
      }
    }
  }
}
