package iftoprs.ports;

/**
 * The protocol inside an IP packet by its IANA number, or ARP.
 *
 * @param number IP protocol number 0 to 255; ARP, which is no IP protocol, is known by its
 *     EtherType 2054
 */
public record Transport(int number) implements Comparable<Transport> {

  /** ICMP for IPv4. */
  public static final Transport ICMP = new Transport(1);

  /** TCP. */
  public static final Transport TCP = new Transport(6);

  /** UDP. */
  public static final Transport UDP = new Transport(17);

  /** ICMP for IPv6. */
  public static final Transport ICMPV6 = new Transport(58);

  /** SCTP. */
  public static final Transport SCTP = new Transport(132);

  /** UDP-Lite. */
  public static final Transport UDP_LITE = new Transport(136);

  /** ARP, by its EtherType (RFC 826). */
  public static final Transport ARP = new Transport(0x0806);

  /** Checks the number. */
  public Transport {
    if ((number < 0 || number > 255) && number != 0x0806) {
      throw new IllegalArgumentException("transport " + number);
    }
  }

  /** The IANA keyword ({@code TCP}, {@code GRE}), or {@code IP-<number>} where there is none. */
  public String keyword() {
    return ProtocolNumbers.keyword(number);
  }

  @Override
  public int compareTo(Transport other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return keyword();
  }
}
