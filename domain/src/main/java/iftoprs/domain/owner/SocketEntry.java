package iftoprs.domain.owner;

import iftoprs.domain.owner.Attribution.Holder;
import iftoprs.domain.owner.Attribution.Owned;
import iftoprs.domain.owner.Attribution.Quality;
import iftoprs.ports.OpenSocket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * The holders of one kind of socket: five values, or two where it is connected to nobody.
 *
 * <p>Immutable once its index is built. Bounds of its life are those of scans: it opened after
 * {@link #openedAfter} and, if it has been closed, was missed first by the scan of {@link #goneBy}.
 */
final class SocketEntry {

  /** {@link #goneBy} of a socket that is open. */
  static final long OPEN = Long.MAX_VALUE;

  final SocketKey key;
  final long openedAfter;
  final long goneBy;
  private final List<Holder> holders;
  private Attribution attribution = Attribution.NO_SOCKET;

  SocketEntry(SocketKey key, long openedAfter) {
    this(key, openedAfter, OPEN, new ArrayList<>(1));
  }

  private SocketEntry(SocketKey key, long openedAfter, long goneBy, List<Holder> holders) {
    this.key = key;
    this.openedAfter = openedAfter;
    this.goneBy = goneBy;
    this.holders = holders;
  }

  void add(OpenSocket socket) {
    Holder holder = new Holder(socket.pid(), socket.process());
    if (!holders.contains(holder)) {
      holders.add(holder);
    }
  }

  void forEachHolder(IntConsumer action) {
    holders.forEach(holder -> action.accept(holder.pid()));
  }

  boolean isShared() {
    return holders.size() > 1;
  }

  boolean isOpen() {
    return goneBy == OPEN;
  }

  Attribution attribution() {
    return attribution;
  }

  /** Whether all that hold it are one program, so that naming one names the right one. */
  boolean isOneProgram() {
    String name = holders.getFirst().process();
    return holders.stream().allMatch(holder -> holder.process().equals(name));
  }

  /**
   * Puts the holders in order, once all are known: who has a connection at this port, then the
   * eldest, which opened it and handed it down. The first process of a system comes last: it opens
   * sockets for the services that it starts.
   */
  void finish(IntPredicate hasConnection) {
    holders.sort(
        Comparator.comparing((Holder holder) -> !isProcess(holder.pid()))
            .thenComparing(holder -> !hasConnection.test(holder.pid()))
            .thenComparing(holder -> holder.pid() == 1)
            .thenComparing(Holder::pid));
    holders.removeIf(holder -> isProcess(holders.getFirst().pid()) && !isProcess(holder.pid()));
    attribution = attribution(key.quality());
  }

  private static boolean isProcess(int pid) {
    return pid > OpenSocket.KERNEL;
  }

  private Attribution attribution(Quality quality) {
    Holder first = holders.getFirst();
    if (first.pid() == OpenSocket.KERNEL) {
      return Attribution.KERNEL;
    }
    if (first.pid() < 0) {
      return Attribution.NO_PERMISSION;
    }
    return new Owned(first.pid(), first.process(), quality, holders.subList(1, holders.size()));
  }

  /** The same socket, closed. */
  SocketEntry gone(long by) {
    SocketEntry gone = new SocketEntry(key, openedAfter, by, holders);
    gone.attribution = gone.attribution(Quality.RECENT);
    return gone;
  }

  /** A socket and a flow belong together only if they lived at the same time. */
  boolean livedWith(OwnerQuestion flow) {
    return flow.lastSeen >= openedAfter && flow.firstSeen <= goneBy;
  }
}
