package iftoprs.adapters.lsof;

import iftoprs.ports.OpenSocket;
import iftoprs.ports.ProcessFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The processes of this system: which have begun, ended or become another program since the last
 * look, and in which network namespace each is. One thread at a time.
 */
final class Processes {

  /**
   * How often the names of new holders are read again: exec(2) makes another program of one, mostly
   * soon after it began. With 500 holders reading all took 9 ms, a third of a scan.
   */
  private static final long NAMES_NANOS = 900_000_000L;

  /** How long a holder is new; after that its name is read again when all is. */
  private static final long NEW_NANOS = 10_000_000_000L;

  private static final String NAMESPACE = "net:[";

  /** Most namespaces beside the own one that are looked into. */
  private static final int MAX_NAMESPACES = 64;

  /** What a look reads again. */
  enum Anew {
    /** The names of holders that are new. */
    NOTHING,
    /** What may well have changed: the names of all holders. */
    LIKELY,
    /** All. */
    EVERYTHING
  }

  /**
   * A process.
   *
   * @param pid its id
   * @param name its name
   * @param facts what else is known
   */
  record Holder(int pid, String name, ProcessFacts facts) {}

  private record Found(Holder holder, long at) {}

  /** Where a process was last seen to be, and since when there is one of that id. */
  private record Place(long namespace, long since) {}

  private final Path proc;
  private final ProcFacts facts;
  private final Map<Integer, Place> places = new HashMap<>();
  private final Map<Integer, Found> holders = new HashMap<>();
  private String[] listed = {};
  private List<Integer> youngestFirst = List.of();
  private final Set<Integer> begun = new HashSet<>();
  private final Set<Integer> ended = new HashSet<>();
  private long ownNamespace;
  private long namedAt;
  private long lookedAt;
  private boolean named;

  Processes(Path proc, ProcFacts facts) {
    this.proc = proc;
    this.facts = facts;
  }

  /**
   * Looks which processes there are.
   *
   * @param now nanoseconds of a monotonic clock
   * @param anew how much to read again of what may have changed
   */
  void look(long now, Anew anew) throws IOException {
    lookedAt = now;
    begun.clear();
    ended.clear();
    if (listChanges()) {
      ended.addAll(places.keySet());
      youngestFirst.forEach(ended::remove);
      places.keySet().removeAll(ended);
      holders.keySet().removeAll(ended);
    }
    ownNamespace = namespaceOf(proc.resolve("self")).orElse(OpenSocket.HERE);
    for (int pid : youngestFirst) {
      place(pid, anew);
    }
  }

  /**
   * Looks which of those that hold sockets have become another program. Apart from {@link #look},
   * as with many holders it takes longer than a sender may live.
   *
   * @param anew as for that
   */
  void lookAtNames(Anew anew) {
    long now = lookedAt;
    if (anew != Anew.NOTHING || !named || now - namedAt >= NAMES_NANOS) {
      named = true;
      namedAt = now;
      dropRenamed(anew != Anew.NOTHING);
    }
  }

  /** A process moves into another namespace soon after it began, if at all. */
  private void place(int pid, Anew anew) {
    Place known = places.get(pid);
    if (known == null) {
      begun.add(pid);
      known = new Place(ownNamespace, lookedAt);
    } else if (anew == Anew.NOTHING
        || anew == Anew.LIKELY && lookedAt - known.since > 2 * NEW_NANOS) {
      return;
    }
    long namespace = namespaceOf(folder(pid)).orElse(ownNamespace);
    places.put(pid, new Place(namespace, known.since));
  }

  /** A process that has another name runs another program: it begins anew. */
  private void dropRenamed(boolean all) {
    List<Integer> renamed = new ArrayList<>();
    for (Found found : holders.values()) {
      Holder holder = found.holder;
      boolean asked = all || lookedAt - found.at < NEW_NANOS;
      if (asked && !ProcNames.nameOf(folder(holder.pid())).equals(holder.name())) {
        renamed.add(holder.pid());
      }
    }
    for (int pid : renamed) {
      holders.remove(pid);
      begun.add(pid);
      ended.add(pid);
    }
  }

  /** Ids of all that were there, the youngest first. */
  List<Integer> youngestFirst() {
    return youngestFirst;
  }

  /** Those that were not there at the last look, or were another program. */
  Collection<Integer> begun() {
    return begun;
  }

  /** Those that are there no more, or are another program. */
  Collection<Integer> ended() {
    return ended;
  }

  /** A member of each network namespace beside this program's own, by the namespace's number. */
  Map<Long, Integer> otherNamespaces() {
    Map<Long, Integer> others = new LinkedHashMap<>();
    for (int pid : youngestFirst) {
      long namespace = places.get(pid).namespace;
      if (namespace != ownNamespace && others.size() < MAX_NAMESPACES) {
        others.put(namespace, pid);
      }
    }
    return others;
  }

  /** The folder of a process. */
  Path folder(int pid) {
    return proc.resolve(Integer.toString(pid));
  }

  /**
   * A process was just seen to hold a socket: reads what it is, unless that is known and still has
   * the same name.
   */
  void found(int pid) {
    String name = ProcNames.nameOf(folder(pid));
    Found known = holders.get(pid);
    if (known == null || !known.holder.name().equals(name) && !name.isEmpty()) {
      holders.put(pid, new Found(new Holder(pid, name, facts.of(folder(pid))), lookedAt));
    }
  }

  /** Name and facts of a process that was found before. */
  Holder holder(int pid) {
    Found found = holders.get(pid);
    return found == null ? new Holder(pid, "", ProcessFacts.UNKNOWN) : found.holder;
  }

  private static Optional<Long> namespaceOf(Path process) {
    try {
      String target = Files.readSymbolicLink(process.resolve("ns/net")).toString();
      return target.startsWith(NAMESPACE) && target.endsWith("]")
          ? Optional.of(ProcNet.inode(target.substring(NAMESPACE.length(), target.length() - 1)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // another user's, or gone
    }
  }

  /** Lists them; returns whether there are others than before. */
  private boolean listChanges() throws IOException {
    // Names, no stream of paths: this is done at every scan.
    String[] names = proc.toFile().list();
    if (names == null) {
      throw new IOException("cannot read " + proc);
    }
    if (Arrays.equals(names, listed)) {
      return false;
    }
    List<Integer> pids = new ArrayList<>(names.length);
    for (String name : names) {
      int pid = Character.isDigit(name.charAt(0)) ? LsofOutput.number(name, Integer.MAX_VALUE) : -1;
      if (pid > 0) {
        pids.add(pid);
      }
    }
    pids.sort(Collections.reverseOrder());
    listed = names;
    youngestFirst = pids;
    return true;
  }
}
