package iftoprs.domain.owner;

import iftoprs.ports.Endpoint;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.Transport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sockets of one scan, ready to be asked which of them a flow belongs to. Immutable, any
 * thread.
 *
 * <p>Only a socket with all five values of the flow counts: a listener on the same port may belong
 * to another program, and naming the wrong one is worse than naming none.
 */
public final class SocketIndex {

  /** No socket at all. */
  public static final SocketIndex EMPTY = new SocketIndex(Map.of());

  private record FiveTuple(Transport transport, Endpoint local, Endpoint remote) {}

  private final Map<FiveTuple, Attribution> owners;

  private SocketIndex(Map<FiveTuple, Attribution> owners) {
    this.owners = owners;
  }

  /**
   * Indexes a scan. Of several holders of one socket the lowest process id counts: it is the one
   * that opened it and handed it down.
   *
   * @param sockets what was listed
   * @return an index
   */
  public static SocketIndex of(List<OpenSocket> sockets) {
    Map<FiveTuple, Attribution> owners = HashMap.newHashMap(sockets.size());
    for (OpenSocket socket : sockets) {
      if (socket.remote().isEmpty()) {
        continue;
      }
      FiveTuple key =
          new FiveTuple(socket.transport(), socket.local(), socket.remote().orElseThrow());
      Attribution owned =
          new Attribution.Owned(socket.pid(), socket.process(), Attribution.Quality.EXACT);
      owners.merge(key, owned, SocketIndex::elder);
    }
    return new SocketIndex(owners);
  }

  private static Attribution elder(Attribution left, Attribution right) {
    return left instanceof Attribution.Owned first
            && right instanceof Attribution.Owned second
            && second.pid() < first.pid()
        ? right
        : left;
  }

  /**
   * The owner of a flow. A flow between two sockets of this host belongs to its local end's holder.
   *
   * @param transport its transport
   * @param local its local end
   * @param remote its remote end
   * @return the owner, or {@link Attribution#NO_SOCKET}
   */
  public Attribution ownerOf(Transport transport, Endpoint local, Endpoint remote) {
    return owners.getOrDefault(new FiveTuple(transport, local, remote), Attribution.NO_SOCKET);
  }
}
