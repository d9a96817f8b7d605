package iftoprs.adapters.lsof;

import iftoprs.adapters.lsof.Processes.Holder;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.SocketTable;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Lists open sockets from Linux's {@code /proc}: addresses from {@code net} (those of the own
 * namespace by {@link SocketDiag}), holders from the links in {@code PID/fd}; of other network
 * namespaces, too, as far as a process of theirs may be seen.
 *
 * <p>A process that ends while it is looked at is passed over; a socket whose holder cannot be seen
 * is listed without one. See {@link Holders} for what a scan costs.
 */
public final class ProcSocketTable implements SocketTable {

  static final Path USERS = Path.of("/etc/passwd");

  private final Path proc;
  private final ByteOrder order;
  private final SocketDump dump;
  private final Processes processes;
  private final Holders holders;
  private final OtherNamespaces otherNamespaces;
  private final LongSupplier clock;
  private Set<Long> unheldBefore = Set.of();
  private List<OpenSocket> listed = List.of();

  /**
   * Creates a table.
   *
   * @param proc the folder where the proc file system is mounted
   */
  public ProcSocketTable(Path proc) {
    this(proc, ByteOrder.nativeOrder(), System::nanoTime, new SocketDiag());
  }

  /** For recorded trees, which keep the byte order of the machine that they come from. */
  ProcSocketTable(Path proc, ByteOrder order, LongSupplier clock, SocketDump dump) {
    this.proc = proc;
    this.order = order;
    this.dump = dump;
    this.clock = clock;
    this.processes = new Processes(proc, new ProcFacts(new UserNames(USERS)));
    this.holders = new Holders(processes);
    this.otherNamespaces = new OtherNamespaces(order, clock);
  }

  @Override
  public List<OpenSocket> openSockets() throws IOException {
    long now = clock.getAsLong();
    Processes.Anew anew = holders.anew(now);
    processes.look(now, anew);
    NetTables tables = new NetTables(order, dump);
    Path net = proc.resolve("net");
    boolean readable = tables.addDatagrams(net, OpenSocket.HERE);
    holders.search(tables.byInode().keySet());
    processes.lookAtNames(anew);
    readable |= tables.addOthers(net, OpenSocket.HERE);
    if (!readable) {
      throw new IOException("cannot read " + net + "; use -Z to switch process names off");
    }
    otherNamespaces.addTo(tables, foldersOfOthers(), holders.checkIsDue(now), holders::knows);
    holders.look(tables.byInode().keySet(), now);
    return held(tables.byInode());
  }

  @Override
  public Optional<Clocks> clocks() {
    return Optional.of(new Clocks(clock.getAsLong(), ThreadClock.cpuNanos()));
  }

  private Map<Long, Path> foldersOfOthers() {
    Map<Long, Path> folders = new LinkedHashMap<>();
    processes
        .otherNamespaces()
        .forEach((namespace, pid) -> folders.put(namespace, processes.folder(pid).resolve("net")));
    return folders;
  }

  private List<OpenSocket> held(Map<Long, ProcNet.Line> byInode) {
    List<OpenSocket> sockets = new ArrayList<>(byInode.size());
    Set<Long> unheld = new HashSet<>();
    for (ProcNet.Line line : byInode.values()) {
      List<Holder> known = holders.of(line.inode());
      for (Holder holder : known) {
        sockets.add(open(line, holder.pid(), holder.name(), holder.facts()));
      }
      if (known.isEmpty()) {
        addUnheld(line, unheld, sockets);
      }
    }
    unheldBefore = unheld;
    if (!sockets.equals(listed)) {
      listed = List.copyOf(sockets);
    }
    return listed;
  }

  /** A socket may have been closed since it was listed; one that stays is the kernel's. */
  private void addUnheld(ProcNet.Line line, Set<Long> unheld, List<OpenSocket> sockets) {
    if (!holders.seesEveryProcess()) {
      sockets.add(open(line, OpenSocket.HIDDEN, "", ProcessFacts.UNKNOWN));
      return;
    }
    unheld.add(line.inode());
    if (unheldBefore.contains(line.inode())) {
      sockets.add(open(line, OpenSocket.KERNEL, "", ProcessFacts.UNKNOWN));
    }
  }

  private static OpenSocket open(ProcNet.Line line, int pid, String process, ProcessFacts facts) {
    return new OpenSocket(
        line.transport(),
        line.local(),
        line.remote(),
        pid,
        process,
        facts,
        line.namespace(),
        line.ipv6Only());
  }
}
