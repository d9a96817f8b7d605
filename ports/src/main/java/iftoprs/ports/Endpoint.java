package iftoprs.ports;

/**
 * One end of a flow.
 *
 * @param address its address
 * @param port its port, 0 to 65535; 0 where the transport has none
 */
public record Endpoint(IpAddress address, int port) implements Comparable<Endpoint> {

  /** Checks the port. */
  public Endpoint {
    if (port < 0 || port > 0xffff) {
      throw new IllegalArgumentException("port " + port);
    }
  }

  /** Orders by address, then port. */
  @Override
  public int compareTo(Endpoint other) {
    int order = address.compareTo(other.address);
    return order != 0 ? order : Integer.compare(port, other.port);
  }

  /** {@code 192.0.2.1:443}, {@code [2001:db8::1]:443}, or the bare address without a port. */
  @Override
  public String toString() {
    if (port == 0) {
      return address.toString();
    }
    return address.isIpv6() ? "[" + address + "]:" + port : address + ":" + port;
  }
}
