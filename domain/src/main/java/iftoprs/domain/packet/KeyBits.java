package iftoprs.domain.packet;

/**
 * The canonical key of a flow as numbers: the smaller end first, so that both directions find it.
 */
public final class KeyBits {

  private KeyBits() {}

  /**
   * Which of two ends is the smaller one of a canonical key. By the last half of the address, then
   * the first, then the port, as unsigned numbers.
   *
   * @return 0 if the first is smaller or they are equal, else -1
   */
  public static long order(
      long firstHigh,
      long firstLow,
      int firstPort,
      long secondHigh,
      long secondLow,
      int secondPort) {
    if (firstLow != secondLow) {
      return isBelow(secondLow, firstLow);
    }
    if (firstHigh != secondHigh) {
      return isBelow(secondHigh, firstHigh);
    }
    return isBelow(secondPort, firstPort);
  }

  /** -1 if an unsigned number is below another, else 0; the borrow of the subtraction. */
  private static long isBelow(long left, long right) {
    return (~left & right | ~(left ^ right) & left - right) >> 63;
  }

  /** Packs ports, transport (12 bits) and family into one long. */
  public static long meta(int portA, int portB, int transport, boolean ipv6) {
    return (long) portA << 48 | (long) portB << 32 | (long) transport << 8 | (ipv6 ? 1 : 0);
  }

  /** The smaller end's port. */
  public static int portA(long meta) {
    return (int) (meta >>> 48);
  }

  /** The greater end's port. */
  public static int portB(long meta) {
    return (int) (meta >>> 32) & 0xffff;
  }

  /** IP protocol number, or the EtherType of ARP. */
  public static int transport(long meta) {
    return (int) (meta >>> 8) & 0xfff;
  }

  /** Whether the addresses are IPv6. */
  public static boolean ipv6(long meta) {
    return (meta & 1) != 0;
  }

  /** The hash of a key; its upper 32 bits tell flows apart, the lower ones place them. */
  public static long hash(long aHigh, long aLow, long bHigh, long bLow, long meta) {
    long h = (aLow ^ meta) * 0x9E3779B97F4A7C15L;
    h ^= h >>> 32;
    h = (h + bLow) * 0xC2B2AE3D27D4EB4FL;
    h ^= h >>> 29;
    h = (h ^ aHigh + Long.rotateLeft(bHigh, 31)) * 0x9E3779B97F4A7C15L;
    return h ^ h >>> 32;
  }
}
