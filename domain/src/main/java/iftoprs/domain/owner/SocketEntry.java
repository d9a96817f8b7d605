package iftoprs.domain.owner;

import iftoprs.domain.owner.Attribution.Holder;
import iftoprs.domain.owner.Attribution.Owned;
import iftoprs.domain.owner.Attribution.Quality;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.ProcessFacts;
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

  private static final int FIRST_PROCESS = 1;

  final SocketKey key;
  final long openedAfter;
  final long goneBy;
  private final List<Candidate> holders;
  private long namespace = OpenSocket.HERE;
  private boolean ambiguous;
  private boolean takesIpv4;
  private boolean inherited;
  private Attribution attribution = Attribution.NO_SOCKET;

  private record Candidate(int pid, String process, ProcessFacts facts) {}

  SocketEntry(SocketKey key, long openedAfter) {
    this(key, openedAfter, OPEN, new ArrayList<>(1));
  }

  private SocketEntry(SocketKey key, long openedAfter, long goneBy, List<Candidate> holders) {
    this.key = key;
    this.openedAfter = openedAfter;
    this.goneBy = goneBy;
    this.holders = holders;
  }

  /** Adds a holder; the same ends in two namespaces are two sockets, of which none is sure. */
  void add(OpenSocket socket) {
    ambiguous |= !holders.isEmpty() && namespace != socket.namespace();
    namespace = socket.namespace();
    takesIpv4 |= !socket.ipv6Only();
    if (holders.stream().noneMatch(holder -> isOf(holder, socket))) {
      holders.add(new Candidate(socket.pid(), socket.process(), socket.facts()));
    }
  }

  private static boolean isOf(Candidate holder, OpenSocket socket) {
    return holder.pid == socket.pid() && holder.process.equals(socket.process());
  }

  /** Whether nobody is known to hold it. */
  boolean isHidden() {
    return holders.stream().allMatch(holder -> holder.pid == OpenSocket.HIDDEN);
  }

  /**
   * Takes over the holders of the same socket in the scan before; once, for a process that is gone
   * is not to be named for ever.
   */
  void inherit(SocketEntry before) {
    if (!before.inherited && before.namespace == namespace && !before.isHidden()) {
      holders.clear();
      holders.addAll(before.holders);
      inherited = true;
    }
  }

  void forEachHolder(IntConsumer action) {
    holders.forEach(holder -> action.accept(holder.pid));
  }

  boolean isShared() {
    return holders.size() > 1;
  }

  /** Whether packets of IPv4 may be its own, too, if it is bound to every address of IPv6. */
  boolean takesIpv4() {
    return takesIpv4;
  }

  boolean isOpen() {
    return goneBy == OPEN;
  }

  Attribution attribution() {
    return attribution;
  }

  /**
   * Whether all that hold it are one program, so that naming one names the right one. The first
   * process of a system does not count: it opens sockets for the services that it starts.
   */
  boolean isOneProgram() {
    String name = holders.getFirst().process;
    for (Candidate holder : holders) {
      if (holder.pid != FIRST_PROCESS && !holder.process.equals(name)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Puts the holders in order, once all are known: who has a connection at this port, then the
   * eldest, which opened it and handed it down. The first process of a system comes last.
   */
  void finish(IntPredicate hasConnection) {
    holders.sort(
        Comparator.comparing((Candidate holder) -> !isProcess(holder.pid))
            .thenComparing(holder -> !hasConnection.test(holder.pid))
            .thenComparing(holder -> holder.pid == FIRST_PROCESS)
            .thenComparing(Candidate::pid));
    holders.removeIf(holder -> isProcess(holders.getFirst().pid) && !isProcess(holder.pid));
    attribution = attribution(key.quality());
  }

  private static boolean isProcess(int pid) {
    return pid > OpenSocket.KERNEL;
  }

  private Attribution attribution(Quality quality) {
    if (ambiguous) {
      return Attribution.NO_SOCKET;
    }
    Candidate first = holders.getFirst();
    if (first.pid == OpenSocket.KERNEL) {
      return Attribution.KERNEL;
    }
    if (first.pid < 0) {
      return Attribution.NO_PERMISSION;
    }
    List<Holder> others =
        holders.subList(1, holders.size()).stream()
            .map(other -> new Holder(other.pid, other.process))
            .toList();
    return new Owned(first.pid, first.process, quality, others, first.facts);
  }

  /** The same socket, closed. */
  SocketEntry gone(long by) {
    SocketEntry gone = new SocketEntry(key, openedAfter, by, holders);
    gone.ambiguous = ambiguous;
    gone.takesIpv4 = takesIpv4;
    gone.attribution = gone.attribution(Quality.RECENT);
    return gone;
  }

  /** A socket and a flow belong together only if they lived at the same time. */
  boolean livedWith(OwnerQuestion flow) {
    return flow.lastSeen >= openedAfter && flow.firstSeen <= goneBy;
  }
}
