package iftoprs.adapters.lsof;

import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import iftoprs.ports.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Lists open sockets from Linux's {@code /proc}: addresses from {@code net}, holders from the links
 * in {@code PID/fd}.
 *
 * <p>Looks at no more than 100,000 sockets. A process that ends while it is looked at is passed
 * over; a socket whose holder cannot be seen is listed without one. See {@link Holders} for what a
 * scan costs.
 */
public final class ProcSocketTable implements SocketTable {

  private static final int MAX_SOCKETS = 100_000;

  private static final int BUFFER = 1 << 16;
  private static final Transport UDP_LITE = new Transport(136);

  private final Path proc;
  private final ProcNet net;
  private final Holders holders;
  private final LongSupplier clock;
  private Set<Long> unheldBefore = Set.of();

  /**
   * Creates a table.
   *
   * @param proc the folder where the proc file system is mounted
   */
  public ProcSocketTable(Path proc) {
    this(proc, ByteOrder.nativeOrder(), System::nanoTime);
  }

  /** For recorded trees, which keep the byte order of the machine that they come from. */
  ProcSocketTable(Path proc, ByteOrder order, LongSupplier clock) {
    this.proc = proc;
    this.clock = clock;
    this.holders = new Holders(proc);
    this.net = new ProcNet(order);
  }

  @Override
  public List<OpenSocket> openSockets() throws IOException {
    Map<Long, ProcNet.Line> byInode = new HashMap<>();
    int readable = 0;
    // Clients of UDP live shortest.
    readable += read("udp", Transport.UDP, byInode);
    readable += read("udp6", Transport.UDP, byInode);
    readable += read("tcp", Transport.TCP, byInode);
    readable += read("tcp6", Transport.TCP, byInode);
    read("udplite", UDP_LITE, byInode);
    read("udplite6", UDP_LITE, byInode);
    if (readable == 0) {
      throw new IOException(
          "cannot read " + proc.resolve("net") + "; use -Z to switch process names off");
    }
    return byInode.isEmpty() ? List.of() : held(byInode);
  }

  /** Adds the sockets of one file; returns 1 if it could be read, else 0. */
  private int read(String file, Transport transport, Map<Long, ProcNet.Line> byInode) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(proc.resolve("net").resolve(file)),
                StandardCharsets.ISO_8859_1),
            BUFFER)) {
      String line = in.readLine();
      while (line != null && byInode.size() < MAX_SOCKETS) {
        net.parse(transport, line).ifPresent(socket -> byInode.put(socket.inode(), socket));
        line = in.readLine();
      }
      return 1;
    } catch (IOException e) {
      return 0;
    }
  }

  private List<OpenSocket> held(Map<Long, ProcNet.Line> byInode) throws IOException {
    holders.look(byInode.keySet(), clock.getAsLong());
    List<OpenSocket> sockets = new ArrayList<>(byInode.size());
    Set<Long> unheld = new HashSet<>();
    for (ProcNet.Line line : byInode.values()) {
      List<Holders.Holder> known = holders.of(line.inode());
      for (Holders.Holder holder : known) {
        sockets.add(open(line, holder.pid(), holder.name()));
      }
      if (known.isEmpty()) {
        addUnheld(line, unheld, sockets);
      }
    }
    unheldBefore = unheld;
    return List.copyOf(sockets);
  }

  /** A socket may have been closed since it was listed; one that stays is the kernel's. */
  private void addUnheld(ProcNet.Line line, Set<Long> unheld, List<OpenSocket> sockets) {
    if (!holders.seesEveryProcess()) {
      sockets.add(open(line, OpenSocket.HIDDEN, ""));
      return;
    }
    unheld.add(line.inode());
    if (unheldBefore.contains(line.inode())) {
      sockets.add(open(line, OpenSocket.KERNEL, ""));
    }
  }

  private static OpenSocket open(ProcNet.Line line, int pid, String process) {
    return new OpenSocket(line.transport(), line.local(), line.remote(), pid, process);
  }
}
