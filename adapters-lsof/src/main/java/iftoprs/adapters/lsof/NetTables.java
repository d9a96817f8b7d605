package iftoprs.adapters.lsof;

import iftoprs.adapters.lsof.ProcNet.Line;
import iftoprs.adapters.lsof.ProcNet.Ports;
import iftoprs.adapters.lsof.ProcNet.Table;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sockets of one scan by inode, from the tables of {@code net} folders, and those of the own
 * namespace by a quicker way where there is one. Holds at most 100,000.
 */
final class NetTables {

  private static final int MAX_SOCKETS = 100_000;
  private static final int BUFFER = 1 << 16;

  /** Clients of these live shortest. */
  private static final List<Table> DATAGRAMS =
      List.of(new Table("udp", Transport.UDP), new Table("udp6", Transport.UDP));

  private static final List<Table> STREAMS =
      List.of(new Table("tcp", Transport.TCP), new Table("tcp6", Transport.TCP));

  private static final List<Table> RARE =
      List.of(
          new Table("udplite", Transport.UDP_LITE),
          new Table("udplite6", Transport.UDP_LITE),
          new Table("icmp", Transport.ICMP, Ports.IDENTIFIER),
          new Table("icmp6", Transport.ICMPV6, Ports.IDENTIFIER),
          new Table("raw", Transport.ICMP, Ports.PROTOCOL),
          new Table("raw6", Transport.ICMPV6, Ports.PROTOCOL));

  private final ProcNet net;
  private final SocketDump dump;
  private final Map<Long, Line> byInode = new HashMap<>();

  NetTables(ByteOrder order, SocketDump dump) {
    this.net = new ProcNet(order);
    this.dump = dump;
  }

  Map<Long, Line> byInode() {
    return byInode;
  }

  /** Adds the sockets of UDP; returns whether any table could be read. */
  boolean addDatagrams(Path folder, long namespace) {
    return dumped(Transport.UDP, namespace) || add(folder, DATAGRAMS, namespace);
  }

  /** Adds all the others; returns whether any table of TCP could be read. */
  boolean addOthers(Path folder, long namespace) {
    boolean readable = dumped(Transport.TCP, namespace) || add(folder, STREAMS, namespace);
    add(folder, RARE, namespace);
    return readable;
  }

  private boolean dumped(Transport transport, long namespace) {
    return namespace == OpenSocket.HERE && dump.list(transport, this::add);
  }

  /** Adds a socket that was listed elsewhere. */
  void add(Line socket) {
    if (byInode.size() < MAX_SOCKETS) {
      byInode.put(socket.inode(), socket);
    }
  }

  private boolean add(Path folder, List<Table> tables, long namespace) {
    boolean readable = false;
    for (Table table : tables) {
      readable |= add(folder, table, namespace);
    }
    return readable;
  }

  private boolean add(Path folder, Table table, long namespace) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(folder.resolve(table.name())), StandardCharsets.ISO_8859_1),
            BUFFER)) {
      String line = in.readLine();
      while (line != null && byInode.size() < MAX_SOCKETS) {
        net.parse(table, namespace, line).ifPresent(this::add);
        line = in.readLine();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
