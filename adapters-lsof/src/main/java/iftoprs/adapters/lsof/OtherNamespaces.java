package iftoprs.adapters.lsof;

import iftoprs.adapters.lsof.ProcNet.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sockets of network namespaces beside the own one, which only text tells. One thread at a
 * time.
 *
 * <p>For each of them the kernel walks over its one table of all connections twice: 10 ms, however
 * few sockets there are, and a machine may have dozens of containers. So they are read once a
 * second, and so seldom that they take a fiftieth of a core at most; in between what was read
 * counts on, as far as somebody is known to hold it. A namespace that begins is read at once; one
 * whose devices have carried nothing since can have no part in what is captured here, and rests.
 */
final class OtherNamespaces {

  private static final long SHORTEST_NANOS = 900_000_000L;

  /** Times that reading took, from one beginning to the next. */
  private static final long SHARE = 50;

  private static final String LOOPBACK = "lo:";

  private final ByteOrder order;
  private final LongSupplier clock;
  private final Map<Long, List<Line>> sockets = new HashMap<>();

  /** What the devices of each namespace had carried when its sockets were read. */
  private final Map<Long, String> carried = new HashMap<>();

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
    carried.keySet().retainAll(folders.keySet());
    long now = clock.getAsLong();
    boolean due = anew || now - began >= pause;
    folders.forEach(
        (namespace, folder) -> {
          boolean moved = due && hasMoved(namespace, folder);
          if (moved || anew || !sockets.containsKey(namespace)) {
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

  /** Whether any device but the loopback, whose frames stay there, has carried a frame. */
  private boolean hasMoved(long namespace, Path folder) {
    String counters;
    try (Stream<String> lines = Files.lines(folder.resolve("dev"), StandardCharsets.ISO_8859_1)) {
      counters =
          lines
              .filter(line -> !line.stripLeading().startsWith(LOOPBACK))
              .collect(Collectors.joining("\n"));
    } catch (IOException | UncheckedIOException unreadable) {
      return true;
    }
    return !counters.equals(carried.put(namespace, counters));
  }

  private Collection<Line> read(Path folder, long namespace) {
    NetTables there = new NetTables(order, SocketDump.NONE);
    there.addDatagrams(folder, namespace);
    there.addOthers(folder, namespace);
    return there.byInode().values();
  }
}
