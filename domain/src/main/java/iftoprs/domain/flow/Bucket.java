package iftoprs.domain.flow;

import java.util.Locale;

/** Named sums of traffic that belongs to no single flow, in the order of the stream. */
public enum Bucket {
  /** No IP and no ARP inside: LLDP, STP, IPX, …. */
  OTHER_L2,
  /** The captured bytes end before the addresses. */
  TRUNCATED,
  /** A header contradicts itself. */
  MALFORMED,
  /** A link type without a decoder. */
  UNSUPPORTED_LINK,
  /** No end inside the networks the user named. */
  OUTSIDE_NET,
  /** Flows beyond the table's bound. */
  OVERFLOW;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The bucket in the stream's spelling, such as {@code other-l2}. */
  public String word() {
    return word;
  }
}
