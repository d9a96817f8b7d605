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
 */
public record OpenSocket(
    Transport transport, Endpoint local, Optional<Endpoint> remote, int pid, String process) {

  /** Instead of a process id: no process holds it, the kernel opened it for itself. */
  public static final int KERNEL = 0;

  /** Instead of a process id: its holder may not be seen. */
  public static final int HIDDEN = -1;
}
