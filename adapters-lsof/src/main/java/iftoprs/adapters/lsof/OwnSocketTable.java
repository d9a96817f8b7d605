package iftoprs.adapters.lsof;

import iftoprs.adapters.lsof.Processes.Holder;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.OwnSockets;
import iftoprs.ports.OwnSockets.Connection;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.SocketTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists what another table does, and what this program has opened itself since the last time: most
 * of that is closed again when a table is read. One that is closed is listed once, as if it had
 * just been open. One scan at a time.
 */
final class OwnSocketTable implements SocketTable {

  private final SocketTable table;
  private final OwnSockets own;
  private final Path self;
  private Optional<Holder> known = Optional.empty();
  // Those of the last list, which the next one may still have.
  private Set<Connection> told = Set.of();

  /**
   * Creates a table.
   *
   * @param table lists the sockets of the system
   * @param own tells those of this program
   * @param self folder that tells of this process; it need not be there
   */
  OwnSocketTable(SocketTable table, OwnSockets own, Path self) {
    this.table = table;
    this.own = own;
    this.self = self;
  }

  @Override
  public List<OpenSocket> openSockets() throws IOException {
    List<OpenSocket> open = table.openSockets();
    Set<Connection> opened = Set.copyOf(own.takeOpened());
    if (opened.isEmpty() && told.isEmpty()) {
      return open;
    }
    Set<Connection> ours = new LinkedHashSet<>(opened);
    // One that is listed while it opens or closes may have no holder, and then it is nobody's.
    List<OpenSocket> all = new ArrayList<>(open.size());
    for (OpenSocket socket : open) {
      Optional<Connection> connection = connectionOf(socket);
      if (connection.filter(it -> opened.contains(it) || told.contains(it)).isPresent()) {
        ours.add(connection.get());
      } else {
        all.add(socket);
      }
    }
    told = Set.copyOf(ours);
    ours.stream().map(this::socket).forEach(all::add);
    return List.copyOf(all);
  }

  private static Optional<Connection> connectionOf(OpenSocket socket) {
    return socket
        .remote()
        .map(remote -> new Connection(socket.transport(), socket.local(), remote));
  }

  private OpenSocket socket(Connection connection) {
    Holder holder = known.orElseGet(this::ourselves);
    known = Optional.of(holder);
    return new OpenSocket(
        connection.transport(),
        connection.local(),
        Optional.of(connection.remote()),
        holder.pid(),
        holder.name(),
        holder.facts(),
        OpenSocket.HERE);
  }

  /** Read when first needed, by the thread that may: this process is no more its user's own. */
  private Holder ourselves() {
    ProcessFacts facts = new ProcFacts(new UserNames(ProcSocketTable.USERS)).of(self);
    return new Holder((int) ProcessHandle.current().pid(), name(), facts);
  }

  private String name() {
    String name = ProcNames.nameOf(self);
    return name.isEmpty()
        ? ProcessHandle.current()
            .info()
            .command()
            .map(command -> Path.of(command).getFileName().toString())
            .orElse("")
        : name;
  }

  @Override
  public boolean listsEverySocket() {
    return table.listsEverySocket();
  }

  @Override
  public Optional<Clocks> clocks() {
    return table.clocks();
  }
}
