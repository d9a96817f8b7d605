package iftoprs.adapters.lsof;

import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import iftoprs.ports.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists open sockets from Linux's {@code /proc}: addresses from {@code net}, holders from the links
 * in {@code PID/fd}.
 *
 * <p>Looks at no more than 100,000 sockets and 1,000,000 descriptors. A process that ends while it
 * is looked at, or that may not be looked at, is passed over.
 */
public final class ProcSocketTable implements SocketTable {

  private static final int MAX_SOCKETS = 100_000;
  private static final int MAX_DESCRIPTORS = 1_000_000;
  private static final String LINK = "socket:[";

  private final Path proc;
  private final ProcNet net;

  /**
   * Creates a table.
   *
   * @param proc the folder where the proc file system is mounted
   */
  public ProcSocketTable(Path proc) {
    this(proc, ByteOrder.nativeOrder());
  }

  /** For recorded trees, which keep the byte order of the machine that they come from. */
  ProcSocketTable(Path proc, ByteOrder order) {
    this.proc = proc;
    this.net = new ProcNet(order);
  }

  @Override
  public List<OpenSocket> openSockets() throws IOException {
    Map<Long, ProcNet.Line> byInode = new HashMap<>();
    int readable = 0;
    readable += read("tcp", Transport.TCP, byInode);
    readable += read("tcp6", Transport.TCP, byInode);
    readable += read("udp", Transport.UDP, byInode);
    readable += read("udp6", Transport.UDP, byInode);
    if (readable == 0) {
      throw new IOException(
          "cannot read " + proc.resolve("net") + "; use -Z to switch process names off");
    }
    return byInode.isEmpty() ? List.of() : holders(byInode);
  }

  /** Adds the sockets of one file; returns 1 if it could be read, else 0. */
  private int read(String file, Transport transport, Map<Long, ProcNet.Line> byInode) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(proc.resolve("net").resolve(file)),
                StandardCharsets.ISO_8859_1))) {
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

  private List<OpenSocket> holders(Map<Long, ProcNet.Line> byInode) throws IOException {
    List<OpenSocket> sockets = new ArrayList<>();
    int descriptors = 0;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        int pid = LsofOutput.number(process.getFileName().toString(), Integer.MAX_VALUE);
        if (pid < 0) {
          continue;
        }
        Set<Long> held = new HashSet<>();
        descriptors += collect(process, MAX_DESCRIPTORS - descriptors, held);
        held.retainAll(byInode.keySet());
        if (!held.isEmpty()) {
          add(sockets, pid, ProcNames.nameOf(process), held, byInode);
        }
        if (descriptors >= MAX_DESCRIPTORS || sockets.size() >= MAX_SOCKETS) {
          break;
        }
      }
    } catch (DirectoryIteratorException e) {
      throw new IOException("cannot read " + proc + ": " + e.getCause().getMessage(), e);
    }
    return List.copyOf(sockets);
  }

  private static void add(
      List<OpenSocket> sockets,
      int pid,
      String process,
      Set<Long> held,
      Map<Long, ProcNet.Line> byInode) {
    for (long inode : held) {
      ProcNet.Line line = byInode.get(inode);
      sockets.add(new OpenSocket(line.transport(), line.local(), line.remote(), pid, process));
    }
  }

  /** Collects the inodes of a process' sockets; returns how many descriptors were looked at. */
  private static int collect(Path process, int limit, Set<Long> inodes) {
    int count = 0;
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : descriptors) {
        if (count++ >= limit) {
          break;
        }
        addInode(descriptor, inodes);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return count;
    }
    return count;
  }

  private static void addInode(Path descriptor, Set<Long> inodes) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      if (target.startsWith(LINK) && target.endsWith("]")) {
        inodes.add(ProcNet.inode(target.substring(LINK.length(), target.length() - 1)));
      }
    } catch (IOException e) {
      // Closed since the folder was listed.
      return;
    }
  }
}
