package iftoprs.adapters.pcap;

/**
 * How {@code struct pcap_pkthdr} lies in memory on a 64-bit system: a {@code timeval}, then the
 * lengths.
 *
 * @param shortFraction whether the time's fraction is 32 bits, as on macOS
 * @param nanosPerFraction 1000 for microseconds, 1 for nanoseconds
 */
record PacketHeader(boolean shortFraction, int nanosPerFraction) {

  static final int FRACTION = 8;
  static final int CAPTURED = 16;
  static final int WIRE = 20;

  static PacketHeader ofThisSystem(boolean nanoseconds) {
    boolean shortFraction = !Platform.LINUX;
    return new PacketHeader(shortFraction, nanoseconds ? 1 : 1000);
  }

  long nanos(long seconds, long fraction) {
    return seconds * 1_000_000_000L + fraction * nanosPerFraction;
  }
}
