package iftoprs.adapters.lsof;

import iftoprs.ports.IpAddress;

/** Turns addresses as sockets carry them into addresses as packets carry them. */
final class SocketAddresses {

  private static final long MAPPED_PREFIX = 0xffffL << 32;
  private static final long LINK_LOCAL = 0xfe80L << 48;

  private SocketAddresses() {}

  /**
   * The address that this socket's packets bear.
   *
   * <p>IPv4-mapped becomes IPv4. In a link-local address the 54 bits after the prefix are zero on
   * the wire (RFC 4291, 2.5.6); the BSD kernels keep the number of the interface there.
   */
  static IpAddress onTheWire(IpAddress address) {
    if (!address.isIpv6()) {
      return address;
    }
    if (address.high() == 0 && (address.low() & 0xffffffff_00000000L) == MAPPED_PREFIX) {
      return IpAddress.ipv4((int) address.low());
    }
    if ((address.high() & 0xffffL << 48) == LINK_LOCAL) {
      return IpAddress.ipv6(LINK_LOCAL, address.low());
    }
    return address;
  }
}
