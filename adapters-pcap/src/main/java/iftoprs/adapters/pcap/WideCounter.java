package iftoprs.adapters.pcap;

/** Makes a count of 64 bits that never decreases out of one of 32 bits that wraps or is reset. */
final class WideCounter {

  private long total;
  private int last;

  /** Takes the present value of the narrow counter; returns the sum so far. */
  long update(long value) {
    int now = (int) value;
    int more = now - last;
    last = now;
    // A step of more than half of the range is one back: the device was reset.
    total += Math.max(0, more);
    return total;
  }
}
