package iftoprs.ports;

import java.util.List;

/**
 * Connections that this program opens itself and closes within milliseconds, such as those of its
 * questions to name servers: no look at the sockets of the system sees them, and nobody need guess.
 */
@FunctionalInterface
public interface OwnSockets {

  /** For runs that open none. */
  OwnSockets NONE = List::of;

  /** How many are kept until they are taken; of more the newest. */
  int MAX_KEPT = 1_024;

  /**
   * A connection of this program.
   *
   * @param transport TCP, UDP, …
   * @param local this end
   * @param remote the other end
   */
  record Connection(Transport transport, Endpoint local, Endpoint remote) {}

  /** Takes those that were opened since the last call, whether still open or not. Any thread. */
  List<Connection> takeOpened();
}
