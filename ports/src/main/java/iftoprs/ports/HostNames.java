package iftoprs.ports;

import java.util.Optional;

/**
 * Names of hosts. Never blocks: answers what is known and learns the rest in the background.
 *
 * <p>Names come from the network and are hostile: whoever shows one makes it safe first. Any
 * thread.
 */
@FunctionalInterface
public interface HostNames {

  /** For runs that ask no server. */
  HostNames NONE = address -> Optional.empty();

  /**
   * The name of a host, if it is known by now.
   *
   * @param address address to name
   * @return its name without a trailing dot; empty while unknown and if there is none
   */
  Optional<String> nameOf(IpAddress address);
}
