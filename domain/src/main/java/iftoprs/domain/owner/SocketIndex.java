package iftoprs.domain.owner;

import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.Transport;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The sockets of one scan, ready to be asked which of them a flow belongs to. Immutable, any
 * thread; an answer allocates nothing.
 *
 * <p>A wrong program is worse than none. So a socket that is connected elsewhere never counts, a
 * listener counts only for an address of this host, and a socket only for a flow that lived when it
 * did; a port that several programs share is nobody's until a connection tells whose it is. Sockets
 * of other network namespaces count only for addresses that are not this host's, and only where
 * they name the address themselves. A socket that has been closed is kept for 60 s; of these at
 * most 16,384.
 */
public final class SocketIndex {

  /** No scan has been made. */
  public static final SocketIndex EMPTY = new SocketIndex();

  /** How long a closed socket is remembered. */
  private static final long KEPT_NANOS = 60_000_000_000L;

  /** In a key: the socket lives in the network namespace of this program. */
  private static final long HERE = 0;

  private static final int MAX_CLOSED = 16_384;

  /**
   * Scans whose times are remembered: those of three minutes at least, as flows are rated for 40 s.
   */
  private static final int SCANS = 1_024;

  /** How long a scan may take before what closed meanwhile counts as missed. */
  private static final long SCAN_NANOS = 100_000_000L;

  private static final SocketEntry ABSENT =
      new SocketEntry(new SocketKey(0, 0, 0, 0, 0), Long.MAX_VALUE);

  private final List<OpenSocket> listed;
  private final SocketEntries open;
  private final SocketEntries closed = new SocketEntries();
  private final HostAddresses host;
  private final Set<IpAddress> bound;
  private final boolean complete;
  private final long[] scans;

  private SocketIndex() {
    this.listed = List.of();
    this.open = new SocketEntries();
    this.bound = new HashSet<>();
    this.host = HostAddresses.UNKNOWN;
    this.complete = true;
    this.scans = new long[0];
  }

  private SocketIndex(SocketIndex before, SocketScan scan) {
    this.host = scan.host();
    this.complete = scan.complete();
    this.scans = appended(before.scans, scan.beganNanos());
    this.listed = scan.sockets();
    if (listed == before.listed) {
      // The table says that nothing has changed, and what an index holds is never changed.
      this.open = before.open;
      this.bound = before.bound;
    } else {
      this.open = new SocketEntries();
      this.bound = new HashSet<>();
      fill(before);
    }
    keepClosed(before, scan.beganNanos());
  }

  private void fill(SocketIndex before) {
    long openedAfter = before.scans.length == 0 ? Long.MIN_VALUE : before.newestScan();
    for (OpenSocket socket : listed) {
      add(socket, before, openedAfter);
    }
    keepHolders(before);
    order();
  }

  private static long[] appended(long[] times, long time) {
    int kept = Math.min(times.length, SCANS - 1);
    long[] longer = Arrays.copyOfRange(times, times.length - kept, times.length + 1);
    longer[kept] = time;
    return longer;
  }

  /**
   * Indexes a first scan, of which neither time nor the host's addresses are known.
   *
   * @param sockets what was listed
   * @return an index
   */
  public static SocketIndex of(List<OpenSocket> sockets) {
    return EMPTY.next(new SocketScan(sockets, HostAddresses.UNKNOWN, true, 0));
  }

  /**
   * Indexes the scan after this one; what it misses is remembered as closed.
   *
   * @param scan what was seen
   * @return an index
   */
  public SocketIndex next(SocketScan scan) {
    return new SocketIndex(this, scan);
  }

  private void add(OpenSocket socket, SocketIndex before, long openedAfter) {
    SocketKey key = SocketKey.of(socket);
    SocketEntry entry = open.find(key, ABSENT);
    if (entry == ABSENT) {
      SocketEntry known = before.open.find(key, ABSENT);
      entry = new SocketEntry(key, known == ABSENT ? openedAfter : known.openedAfter);
      open.add(entry);
      if (!key.isEveryAddress() && key.isHere()) {
        bound.add(key.local());
      }
    }
    entry.add(socket);
  }

  /** What is listed while it closes has no holder any more, and had one a scan ago. */
  private void keepHolders(SocketIndex before) {
    for (int i = 0; i < open.bound(); i++) {
      if (open.isTaken(i) && open.at(i).key.isConnected() && open.at(i).isHidden()) {
        open.at(i).inherit(before.open.find(open.at(i).key, ABSENT));
      }
    }
  }

  private record PortHolder(long port, int pid) {}

  private void order() {
    Set<PortHolder> connections = new HashSet<>();
    for (int i = 0; i < open.bound(); i++) {
      if (open.isTaken(i) && !open.at(i).isShared()) {
        open.at(i).finish(pid -> false);
      } else if (open.isTaken(i) && connections.isEmpty()) {
        connections = connections();
      }
    }
    Set<PortHolder> known = connections;
    for (int i = 0; i < open.bound(); i++) {
      if (open.isTaken(i) && open.at(i).isShared()) {
        SocketEntry entry = open.at(i);
        boolean listens = !entry.key.isConnected();
        long port = entry.key.port();
        entry.finish(pid -> listens && known.contains(new PortHolder(port, pid)));
      }
    }
  }

  private Set<PortHolder> connections() {
    Set<PortHolder> connections = new HashSet<>();
    for (int i = 0; i < open.bound(); i++) {
      if (open.isTaken(i) && open.at(i).key.isConnected()) {
        SocketEntry entry = open.at(i);
        entry.forEachHolder(pid -> connections.add(new PortHolder(entry.key.port(), pid)));
      }
    }
    return connections;
  }

  private void keepClosed(SocketIndex before, long now) {
    if (open != before.open) {
      keepMissed(before, now);
    }
    for (int i = 0; i < before.closed.bound() && closed.size() < MAX_CLOSED; i++) {
      if (before.closed.isTaken(i)) {
        SocketEntry entry = before.closed.at(i);
        if (now - entry.goneBy <= KEPT_NANOS && closed.find(entry.key, ABSENT) == ABSENT) {
          closed.add(entry);
        }
      }
    }
  }

  private void keepMissed(SocketIndex before, long now) {
    for (int i = 0; i < before.open.bound() && closed.size() < MAX_CLOSED; i++) {
      if (before.open.isTaken(i) && open.find(before.open.at(i).key, ABSENT) == ABSENT) {
        closed.add(before.open.at(i).gone(now));
      }
    }
  }

  private long newestScan() {
    return scans[scans.length - 1];
  }

  /**
   * Whether an address is known to be this host's, so that a scan may tell whose a flow is.
   *
   * @param ipv6 family
   * @param high first 64 bits; 0 for IPv4
   * @param low last 64 bits
   */
  public boolean isOwn(boolean ipv6, long high, long low) {
    return host.isOwn(ipv6, high, low)
        || !host.isKnown()
            && bound.contains(ipv6 ? IpAddress.ipv6(high, low) : IpAddress.ipv4((int) low));
  }

  /**
   * The owner of a flow that is alive.
   *
   * @param transport its transport
   * @param local its local end
   * @param remote its remote end
   * @return the owner, or why there is none
   */
  public Attribution ownerOf(Transport transport, Endpoint local, Endpoint remote) {
    return ownerOf(
        new OwnerQuestion()
            .of(local.address().isIpv6(), transport.number())
            .local(local.address().high(), local.address().low(), local.port())
            .remote(remote.address().high(), remote.address().low(), remote.port())
            .lived(Long.MIN_VALUE, Long.MAX_VALUE - 1));
  }

  /**
   * The owner of a flow. A flow between two sockets of this host belongs to its local end's holder.
   *
   * @param flow which
   * @return the owner, or why there is none
   */
  public Attribution ownerOf(OwnerQuestion flow) {
    SocketEntry exact = connected(open, flow, HERE);
    if (exact.livedWith(flow)) {
      return exact.attribution();
    }
    boolean own = isOwn(flow.ipv6, flow.localHigh, flow.localLow);
    if (host.isGroup(flow.ipv6, flow.remoteHigh, flow.remoteLow)
        || host.isGroup(flow.ipv6, flow.localHigh, flow.localLow)) {
      return own ? ofGroup(flow) : Attribution.MULTICAST;
    }
    if (!own) {
      return ofOthers(flow);
    }
    if (!hasPorts(flow.transport)) {
      return isOfKernel(flow.transport) ? Attribution.KERNEL : Attribution.NO_SOCKET;
    }
    SocketEntry unconnected = unconnected(open, flow);
    if (unconnected != ABSENT && !unconnected.isShared()) {
      return unconnected.attribution();
    }
    // Of those that share a port, the one that had this very connection is no guess.
    SocketEntry recent = connected(closed, flow, HERE);
    if (recent.livedWith(flow)) {
      return recent.attribution();
    }
    SocketEntry last = unconnected != ABSENT ? unconnected : unconnected(closed, flow);
    return last != ABSENT && last.isOneProgram() ? last.attribution() : without(flow);
  }

  private Attribution ofOthers(OwnerQuestion flow) {
    SocketEntry there = elsewhere(open, flow);
    if (there == ABSENT) {
      there = elsewhere(closed, flow);
    }
    if (there != ABSENT) {
      return there.attribution();
    }
    if (!host.isKnown()) {
      return Attribution.NO_SOCKET;
    }
    return isOwn(flow.ipv6, flow.remoteHigh, flow.remoteLow)
        ? Attribution.NOT_LOCAL
        : Attribution.FORWARDED;
  }

  /** Programs share the ports of groups (RFC 6762, 15.1): only a sole one is surely the sender. */
  private Attribution ofGroup(OwnerQuestion flow) {
    if (!hasPorts(flow.transport)) {
      return Attribution.MULTICAST; // a ping's, but also what the kernel asks and tells its link
    }
    SocketEntry entry = unconnected(open, flow);
    if (entry == ABSENT) {
      entry = unconnected(closed, flow);
    }
    return entry != ABSENT && entry.isOneProgram() ? entry.attribution() : Attribution.MULTICAST;
  }

  /**
   * In other network namespaces, of which no address is known: only what names one itself counts.
   */
  private static SocketEntry elsewhere(SocketEntries entries, OwnerQuestion flow) {
    SocketEntry entry = connected(entries, flow, SocketKey.ELSEWHERE);
    if (!entry.livedWith(flow)) {
      long ends =
          SocketKey.ends(flow.localPort, 0, flow.transport, flow.ipv6) | SocketKey.ELSEWHERE;
      entry = entries.find(flow.localHigh, flow.localLow, 0, 0, ends, ABSENT);
    }
    return entry.livedWith(flow) ? entry : ABSENT;
  }

  private static SocketEntry connected(SocketEntries entries, OwnerQuestion flow, long where) {
    return entries.find(
        flow.localHigh,
        flow.localLow,
        flow.remoteHigh,
        flow.remoteLow,
        SocketKey.ends(flow.localPort, flow.remotePort, flow.transport, flow.ipv6) | where,
        ABSENT);
  }

  /** At the local address, at every address, or, for IPv4, at every address of a dual stack. */
  private static SocketEntry unconnected(SocketEntries entries, OwnerQuestion flow) {
    long ends = SocketKey.ends(flow.localPort, 0, flow.transport, flow.ipv6);
    SocketEntry entry = entries.find(flow.localHigh, flow.localLow, 0, 0, ends, ABSENT);
    if (!entry.livedWith(flow)) {
      entry = entries.find(0, 0, 0, 0, ends, ABSENT);
    }
    if (!entry.livedWith(flow) && !flow.ipv6) {
      SocketEntry dual = entries.find(0, 0, 0, 0, ends | 1, ABSENT);
      entry = dual.takesIpv4() ? dual : ABSENT;
    }
    return entry.livedWith(flow) ? entry : ABSENT;
  }

  private static boolean hasPorts(int transport) {
    return switch (transport) {
      case 6, 17, 33, 132, 136 -> true; // TCP, UDP, DCCP, SCTP, UDP-Lite
      default -> false;
    };
  }

  /** Transports that no program sends by itself; ICMP may be a ping's as well as the kernel's. */
  private static boolean isOfKernel(int transport) {
    return switch (transport) {
      case 0x0806, 2, 4, 41, 47, 50, 51 -> true; // ARP, IGMP, tunnels, IPsec
      default -> false;
    };
  }

  private Attribution without(OwnerQuestion flow) {
    if (!complete) {
      return Attribution.NO_PERMISSION;
    }
    return wasOverTooSoon(flow) ? Attribution.TOO_SHORT : Attribution.NO_SOCKET;
  }

  /** Whether somebody looked since the flow began, but never while it lived. */
  private boolean wasOverTooSoon(OwnerQuestion flow) {
    int at = Arrays.binarySearch(scans, flow.firstSeen);
    int first = at < 0 ? -at - 1 : at;
    if (first == scans.length) {
      return false;
    }
    if (scans[first] + SCAN_NANOS <= flow.lastSeen) {
      return false;
    }
    // Longer than the memory of scans: one must have looked.
    return first > 0 || scans.length < SCANS;
  }
}
