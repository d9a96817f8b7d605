package iftoprs.adapters.lsof;

import iftoprs.adapters.lsof.Processes.Holder;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which processes hold which sockets by the links in {@code /proc/PID/fd}, and remembers it.
 *
 * <p>Reading every link is what a scan costs: see {@code benchmarks/RESULTS.md}. So all processes
 * are walked over every minute only. In between a process is looked into when it begins, and for
 * sockets that were not there: first those that have just begun or opened one lately, then the
 * youngest, until all are found. What a process that ended held is looked for again. Every ten
 * seconds the links that are known are read again, so that a socket which was handed over is looked
 * for, too. Only a further holder that got it from a process which keeps it may thus be seen late.
 * At most 1,000,000 descriptors a walk. One thread at a time.
 */
final class Holders {

  private static final int MAX_DESCRIPTORS = 1_000_000;
  private static final long WALK_NANOS = 60_000_000_000L;
  private static final long CHECK_NANOS = 10_000_000_000L;
  private static final String LINK = "socket:[";

  /** How many processes are remembered as those that opened a socket lately. */
  private static final int BUSY = 16;

  private final Processes processes;
  private final Map<Long, List<Held>> known = new HashMap<>();
  // Sockets that a walk over all processes did not find.
  private final Set<Long> missed = new HashSet<>();
  private final Deque<Integer> busy = new ArrayDeque<>();
  private boolean walked;
  private long walkedAt;
  private long checkedAt;
  // Processes that may not be looked into.
  private final Set<Integer> denied = new HashSet<>();
  private boolean firstIsHidden;
  private int descriptors;

  /** A process and the link by which it was seen to hold a socket. */
  private record Held(int pid, Path link) {}

  Holders(Processes processes) {
    this.processes = processes;
  }

  /** Whether it is time to walk over all processes. */
  boolean walkIsDue(long now) {
    return !walked || now - walkedAt >= WALK_NANOS;
  }

  /** What is to be read again of the processes. */
  Processes.Anew anew(long now) {
    if (walkIsDue(now)) {
      return Processes.Anew.EVERYTHING;
    }
    return checkIsDue(now) ? Processes.Anew.LIKELY : Processes.Anew.NOTHING;
  }

  /** Whether it is time to ask whether what is known still holds. */
  boolean checkIsDue(long now) {
    return walkIsDue(now) || now - checkedAt >= CHECK_NANOS;
  }

  /** Looks for the holders of some sockets before the others are even listed. */
  void search(Set<Long> inodes) {
    if (walked) {
      descriptors = 0;
      forgetEnded();
      find(unknown(inodes));
    }
  }

  /**
   * Brings the memory up to date.
   *
   * @param inodes all sockets that are open
   * @param now nanoseconds of a monotonic clock
   */
  void look(Set<Long> inodes, long now) {
    descriptors = 0;
    if (walkIsDue(now)) {
      walk(inodes, now);
      return;
    }
    forgetEnded();
    if (checkIsDue(now)) {
      check();
      checkedAt = now;
    }
    for (int pid : processes.begun()) {
      visit(pid, inodes);
    }
    find(unknown(inodes));
    // Each socket is in one of the two now: only if there are more have some been closed.
    if (known.size() + missed.size() != inodes.size()) {
      known.keySet().retainAll(inodes);
      missed.retainAll(inodes);
      missed.removeAll(known.keySet());
    }
  }

  private void walk(Set<Long> inodes, long now) {
    known.clear();
    missed.clear();
    denied.clear();
    firstIsHidden = !isFirstProcessReadable();
    for (int pid : processes.youngestFirst()) {
      visit(pid, inodes);
      if (descriptors >= MAX_DESCRIPTORS) {
        break;
      }
    }
    missed.addAll(unknown(inodes));
    walked = true;
    walkedAt = now;
    checkedAt = now;
  }

  private void check() {
    for (Map.Entry<Long, List<Held>> socket : known.entrySet()) {
      socket.getValue().removeIf(held -> inode(held.pid, held.link) != socket.getKey());
    }
    known.values().removeIf(List::isEmpty);
  }

  private void forgetEnded() {
    if (processes.ended().isEmpty()) {
      return;
    }
    for (List<Held> holders : known.values()) {
      holders.removeIf(held -> processes.ended().contains(held.pid));
    }
    known.values().removeIf(List::isEmpty);
    busy.removeAll(processes.ended());
  }

  private Set<Long> unknown(Set<Long> inodes) {
    // Mostly there is none, so that nothing is copied.
    Set<Long> unknown = new HashSet<>();
    for (long inode : inodes) {
      if (!known.containsKey(inode) && !missed.contains(inode)) {
        unknown.add(inode);
      }
    }
    return unknown;
  }

  private void find(Set<Long> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    // A socket that is new belongs to a process that is, or to one that opens many.
    Set<Integer> order = new LinkedHashSet<>(processes.begun());
    order.addAll(busy);
    order.addAll(processes.youngestFirst());
    for (int pid : order) {
      Set<Long> found = visit(pid, wanted);
      if (!found.isEmpty()) {
        remember(pid);
        wanted.removeAll(found);
      }
      if (wanted.isEmpty() || descriptors >= MAX_DESCRIPTORS) {
        return;
      }
    }
    missed.addAll(wanted);
  }

  private void remember(int pid) {
    busy.remove(pid);
    busy.addFirst(pid);
    if (busy.size() > BUSY) {
      busy.removeLast();
    }
  }

  /** Whether anybody is known to hold a socket. */
  boolean knows(long inode) {
    return known.containsKey(inode);
  }

  /** Who holds a socket, as far as may be seen. */
  List<Holder> of(long inode) {
    List<Held> held = known.getOrDefault(inode, List.of());
    if (held.size() == 1) {
      return List.of(processes.holder(held.getFirst().pid));
    }
    return held.stream().map(it -> processes.holder(it.pid)).toList();
  }

  /**
   * Whether every process could be looked into. The links of one that has just ended are refused,
   * too: that is no lack of permission.
   */
  boolean seesEveryProcess() {
    denied.removeIf(pid -> !Files.exists(processes.folder(pid)));
    return denied.isEmpty() && !firstIsHidden;
  }

  /** It belongs to another user, and is not even listed where processes are hidden. */
  private boolean isFirstProcessReadable() {
    Path first = processes.folder(1).resolve("fd");
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(first)) {
      return folder.iterator().hasNext() || Files.isReadable(first);
    } catch (IOException | DirectoryIteratorException e) {
      return false;
    }
  }

  /** Looks into a process; returns which of the sockets it holds. */
  private Set<Long> visit(int pid, Set<Long> inodes) {
    Map<Long, Path> held = new HashMap<>();
    try (DirectoryStream<Path> links =
        Files.newDirectoryStream(processes.folder(pid).resolve("fd"))) {
      for (Path link : links) {
        if (descriptors++ >= MAX_DESCRIPTORS) {
          break;
        }
        long inode = inode(pid, link);
        if (inode > 0 && inodes.contains(inode)) {
          held.putIfAbsent(inode, link);
        }
      }
    } catch (AccessDeniedException e) {
      denied.add(pid);
    } catch (IOException | DirectoryIteratorException e) {
      // It ended: what was seen of it still counts.
      descriptors++;
    }
    if (!held.isEmpty()) {
      // Read now: it may be gone when its sockets are listed.
      processes.found(pid);
    }
    for (Map.Entry<Long, Path> socket : held.entrySet()) {
      List<Held> holders = known.computeIfAbsent(socket.getKey(), it -> new ArrayList<>(1));
      holders.removeIf(it -> it.pid == pid);
      holders.add(new Held(pid, socket.getValue()));
    }
    return held.keySet();
  }

  /** The inode of the socket behind a descriptor, or -1. */
  private long inode(int pid, Path descriptor) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith(LINK) && target.endsWith("]")
          ? ProcNet.inode(target.substring(LINK.length(), target.length() - 1))
          : -1;
    } catch (AccessDeniedException e) {
      denied.add(pid);
      return -1;
    } catch (IOException e) {
      return -1; // closed since the folder was listed
    }
  }
}
