package iftoprs.ports;

import java.util.Optional;

/**
 * A socket that a process holds open.
 *
 * @param transport TCP, UDP, …
 * @param local local end; the unspecified address when bound to every address
 * @param remote other end of a connected socket
 * @param pid process id of the holder
 * @param process name of the holder
 */
public record OpenSocket(
    Transport transport, Endpoint local, Optional<Endpoint> remote, int pid, String process) {}
