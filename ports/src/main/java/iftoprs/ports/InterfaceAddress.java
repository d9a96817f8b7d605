package iftoprs.ports;

/**
 * An address of a device and the network it lies in.
 *
 * @param address the address
 * @param prefixLength bits of the network, 0 to 32 or 128
 */
public record InterfaceAddress(IpAddress address, int prefixLength) {

  /** Checks the prefix length. */
  public InterfaceAddress {
    if (prefixLength < 0 || prefixLength > address.bits()) {
      throw new IllegalArgumentException("prefix length " + prefixLength + " of " + address);
    }
  }

  /** The network's first address: the address without the bits behind the prefix. */
  public IpAddress network() {
    if (!address.isIpv6()) {
      return IpAddress.ipv4((int) (address.low() & mask(prefixLength + 32)));
    }
    long high = address.high() & mask(prefixLength);
    return IpAddress.ipv6(high, address.low() & mask(prefixLength - 64));
  }

  /** A mask of 64 bits whose first ones are set. */
  private static long mask(int bits) {
    if (bits <= 0) {
      return 0;
    }
    return bits >= 64 ? -1L : -1L << (64 - bits);
  }
}
