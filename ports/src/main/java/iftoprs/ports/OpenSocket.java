package iftoprs.ports;

import java.util.Optional;

/**
 * A socket that a process holds open.
 *
 * @param transport TCP, UDP, …
 * @param local local end; the unspecified address when bound to every address
 * @param remote other end of a connected socket
 * @param pid process id of the holder, {@link #KERNEL} or {@link #HIDDEN}
 * @param process name of the holder; empty where none can be named
 * @param facts what else is known of the holder
 * @param namespace number of its network namespace, {@link #HERE} for this program's own
 * @param ipv6Only whether it is bound to every address of IPv6 and surely to none of IPv4
 */
public record OpenSocket(
    Transport transport,
    Endpoint local,
    Optional<Endpoint> remote,
    int pid,
    String process,
    ProcessFacts facts,
    long namespace,
    boolean ipv6Only) {

  /** Instead of a process id: no process holds it, the kernel opened it for itself. */
  public static final int KERNEL = 0;

  /** Instead of a process id: its holder may not be seen. */
  public static final int HIDDEN = -1;

  /** Instead of the number of a namespace: the one that this program runs in. */
  public static final long HERE = 0;

  /**
   * A socket that is not known to refuse IPv4.
   *
   * @param transport TCP, UDP, …
   * @param local local end
   * @param remote other end
   * @param pid process id
   * @param process its name
   * @param facts what else is known of it
   * @param namespace number of the network namespace
   */
  public OpenSocket(
      Transport transport,
      Endpoint local,
      Optional<Endpoint> remote,
      int pid,
      String process,
      ProcessFacts facts,
      long namespace) {
    this(transport, local, remote, pid, process, facts, namespace, false);
  }

  /**
   * A socket in this namespace whose holder is known by name alone.
   *
   * @param transport TCP, UDP, …
   * @param local local end
   * @param remote other end
   * @param pid process id
   * @param process its name
   */
  public OpenSocket(
      Transport transport, Endpoint local, Optional<Endpoint> remote, int pid, String process) {
    this(transport, local, remote, pid, process, ProcessFacts.UNKNOWN, HERE);
  }
}
