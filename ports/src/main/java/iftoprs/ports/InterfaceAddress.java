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
}
