package iftoprs.domain.flow;

import java.util.Locale;

/** The rule that decided which end of a flow is local, in the order in which they are asked. */
public enum DirectionRule {
  /** The frame itself said so. */
  LINK,
  /** Exactly one end is inside the networks the user named. */
  NET_FILTER,
  /** Exactly one end is an address of the captured device. */
  INTERFACE_ADDRESS,
  /** Exactly one end lies in a network of the captured device. */
  INTERFACE_NETWORK,
  /** Exactly one end is private (RFC 1918, RFC 4193, link-local, loopback). */
  PRIVATE_ADDRESS,
  /** One port is a service's, the other a client's. */
  SERVICE_PORT,
  /** Whoever sent first is local. */
  FIRST_SEEN;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The rule in the stream's spelling, such as {@code private-address}. */
  public String word() {
    return word;
  }
}
