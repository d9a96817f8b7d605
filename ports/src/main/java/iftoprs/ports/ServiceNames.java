package iftoprs.ports;

import java.util.Optional;

/** IANA service names (RFC 6335). Never blocks. Any thread. */
@FunctionalInterface
public interface ServiceNames {

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
}
