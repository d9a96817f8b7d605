package iftoprs.adapters.dns;

import iftoprs.ports.IpAddress;

/** Decides for which addresses it makes sense to ask for a name, and whom. */
enum Reverse {
  /** The hosts file, then the servers. */
  ANYWHERE,
  /** The hosts file alone: what the address means ends at this host or link. */
  AT_HOME,
  /** No host has it. */
  NOWHERE;

  static Reverse of(IpAddress address) {
    return address.isIpv6() ? ofIpv6(address.high(), address.low()) : ofIpv4((int) address.low());
  }

  /** The form under which the DNS knows an address: a mapped one is an IPv4 address. */
  static IpAddress canonical(IpAddress address) {
    boolean mapped = address.isIpv6() && address.high() == 0 && address.low() >>> 32 == 0xffff;
    return mapped ? IpAddress.ipv4((int) address.low()) : address;
  }

  private static Reverse ofIpv4(int bits) {
    int first = bits >>> 24;
    if (first == 0 || first >= 224) {
      // "This network", multicast, reserved and broadcast (RFC 6890).
      return NOWHERE;
    }
    boolean linkLocal = bits >>> 16 == 0xa9fe;
    return first == 127 || linkLocal ? AT_HOME : ANYWHERE;
  }

  private static Reverse ofIpv6(long high, long low) {
    if (high == 0 && low == 0 || high >>> 56 == 0xff) {
      return NOWHERE;
    }
    boolean loopback = high == 0 && low == 1;
    boolean linkLocal = high >>> 54 == 0xfe80 >>> 6;
    return loopback || linkLocal ? AT_HOME : ANYWHERE;
  }
}
