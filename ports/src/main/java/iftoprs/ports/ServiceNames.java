package iftoprs.ports;

import java.util.Optional;

/** IANA service names (RFC 6335). Never blocks. Any thread. */
@FunctionalInterface
public interface ServiceNames {

  /** First of the ports that anybody may use. */
  int USER_PORTS = 1024;

  /** First of the ports that Linux gives to clients. */
  int CLIENT_PORTS = 32_768;

  /** Knows no name. */
  ServiceNames NONE = (transport, port) -> Optional.empty();

  /**
   * The service name registered for a port.
   *
   * @param transport TCP, UDP, SCTP or DCCP; other transports have no services
   * @param port 1 to 65535
   * @return its name, such as {@code https}
   */
  Optional<String> nameOf(Transport transport, int port);

  /**
   * What to call one end of a flow. A port that a client was given at random is not called by
   * whoever registered that number.
   *
   * @param transport of the flow
   * @param port of this end; 0 for none
   * @param other port of the other end; 0 for none
   * @return the service name, or empty if it has none or does not look like the service's end
   */
  default Optional<String> nameOf(Transport transport, int port, int other) {
    return serves(port, other) ? nameOf(transport, port) : Optional.empty();
  }

  /**
   * Whether a port may be a service's: it is a system port (RFC 6335 §6), or the one at the other
   * end is none and no more likely to be a service's.
   */
  static boolean serves(int port, int other) {
    if (port == 0 || port < USER_PORTS || other == 0) {
      return port != 0;
    }
    return other >= USER_PORTS && (port < CLIENT_PORTS || other >= CLIENT_PORTS);
  }
}
