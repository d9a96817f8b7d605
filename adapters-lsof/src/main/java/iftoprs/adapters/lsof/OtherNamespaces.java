package iftoprs.adapters.lsof;

import iftoprs.adapters.lsof.ProcNet.Line;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;

/**
 * The sockets of network namespaces beside the own one, which only text tells. One thread at a
 * time.
 *
 * <p>For each of them the kernel walks over its one table of all connections twice: 10 ms, however
 * few sockets there are, and a machine may have dozens of containers. So they are read once a
 * second, and so seldom that they take a fiftieth of a core at most; in between what was read
 * counts on, as far as somebody is known to hold it. A namespace that begins is read at once.
 */
final class OtherNamespaces {

  private static final long SHORTEST_NANOS = 900_000_000L;

  /** Times that reading took, from one beginning to the next. */
  private static final long SHARE = 50;

  private final ByteOrder order;
  private final LongSupplier clock;
  private final Map<Long, List<Line>> sockets = new HashMap<>();
  private long began;
  private long pause;

  OtherNamespaces(ByteOrder order, LongSupplier clock) {
    this.order = order;
    this.clock = clock;
  }

  /**
   * Adds their sockets.
   *
   * @param tables to these
   * @param folders where the tables of each namespace are, by its number
   * @param anew whether to read all, however long that takes
   * @param held whether a holder of a socket is known, by its inode
   */
  void addTo(NetTables tables, Map<Long, Path> folders, boolean anew, LongPredicate held) {
    sockets.keySet().retainAll(folders.keySet());
    long now = clock.getAsLong();
    boolean due = anew || sockets.isEmpty() || now - began >= pause;
    folders.forEach(
        (namespace, folder) -> {
          if (due || !sockets.containsKey(namespace)) {
            Collection<Line> there = read(folder, namespace);
            sockets.put(namespace, List.copyOf(there));
            there.forEach(tables::add);
          } else {
            sockets.get(namespace).stream()
                .filter(socket -> held.test(socket.inode()))
                .forEach(tables::add);
          }
        });
    if (due) {
      began = now;
      pause = Math.max(SHORTEST_NANOS, SHARE * (clock.getAsLong() - now));
    }
  }

  private Collection<Line> read(Path folder, long namespace) {
    NetTables there = new NetTables(order, SocketDump.NONE);
    there.addDatagrams(folder, namespace);
    there.addOthers(folder, namespace);
    return there.byInode().values();
  }
}
