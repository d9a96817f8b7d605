package iftoprs.domain.owner;

import iftoprs.ports.OpenSocket;
import java.util.List;

/**
 * What one look at the open sockets told.
 *
 * @param sockets what was listed
 * @param host the addresses that are this host's
 * @param complete whether every socket could be listed; if not, a flow without one may belong to
 *     another user's
 * @param beganNanos when the scan was asked for, source time
 */
public record SocketScan(
    List<OpenSocket> sockets, HostAddresses host, boolean complete, long beganNanos) {

  /** Copies the list. */
  public SocketScan {
    sockets = List.copyOf(sockets);
  }
}
