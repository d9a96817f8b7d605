package iftoprs.adapters.lsof;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which processes hold which sockets by the links in {@code /proc/PID/fd}, and remembers it.
 *
 * <p>Reading every link is what a scan costs: with 2,000 sockets, 500 processes and 12,500
 * descriptors 65 of 83 ms. So within three seconds of a walk over all processes only sockets that
 * were not there are looked for, youngest process first, until all are found; short-lived clients
 * are found after a few processes. A change of holder may thus be seen late. At most 1,000,000
 * descriptors a walk. One thread at a time.
 */
final class Holders {

  private static final int MAX_DESCRIPTORS = 1_000_000;
  private static final long REMEMBERED_NANOS = 3_000_000_000L;
  private static final String LINK = "socket:[";

  /**
   * A process.
   *
   * @param pid its id
   * @param name its name
   */
  record Holder(int pid, String name) {}

  private final Path proc;
  private Map<Long, List<Holder>> known = new HashMap<>();
  // Sockets that the walk over all processes did not find.
  private Set<Long> missed = Set.of();
  private boolean walked;
  private long walkedAt;
  private boolean denied;
  private int descriptors;

  Holders(Path proc) {
    this.proc = proc;
  }

  /**
   * Brings the memory up to date.
   *
   * @param inodes the sockets that are open
   * @param now nanoseconds of a monotonic clock
   */
  void look(Set<Long> inodes, long now) throws IOException {
    Set<Long> wanted = new HashSet<>(inodes);
    boolean remembers = walked && now - walkedAt < REMEMBERED_NANOS;
    if (remembers) {
      wanted.removeAll(known.keySet());
      wanted.removeAll(missed);
      if (wanted.isEmpty()) {
        return;
      }
    }
    Map<Long, List<Holder>> found = new HashMap<>();
    descriptors = 0;
    boolean deniedBefore = denied;
    denied = !isFirstProcessReadable();
    for (int pid : youngestFirst()) {
      visit(pid, inodes, found);
      if (remembers) {
        wanted.removeAll(found.keySet());
        if (wanted.isEmpty()) {
          denied |= deniedBefore;
          known.putAll(found);
          return;
        }
      }
      if (descriptors >= MAX_DESCRIPTORS) {
        break;
      }
    }
    known = found;
    missed = new HashSet<>(inodes);
    missed.removeAll(found.keySet());
    walked = true;
    walkedAt = now;
  }

  /** Who holds a socket, as far as may be seen. */
  List<Holder> of(long inode) {
    return known.getOrDefault(inode, List.of());
  }

  /** Whether every process could be looked into. */
  boolean seesEveryProcess() {
    return !denied;
  }

  /** It belongs to another user, and is not even listed where processes are hidden. */
  private boolean isFirstProcessReadable() {
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(proc.resolve("1/fd"))) {
      return folder.iterator().hasNext() || Files.isReadable(proc.resolve("1/fd"));
    } catch (IOException | DirectoryIteratorException e) {
      return false;
    }
  }

  private List<Integer> youngestFirst() throws IOException {
    List<Integer> pids = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        int pid = LsofOutput.number(process.getFileName().toString(), Integer.MAX_VALUE);
        if (pid > 0) {
          pids.add(pid);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw new IOException("cannot read " + proc + ": " + e.getCause().getMessage(), e);
    }
    pids.sort(Collections.reverseOrder());
    return pids;
  }

  private void visit(int pid, Set<Long> inodes, Map<Long, List<Holder>> found) {
    Path process = proc.resolve(Integer.toString(pid));
    Set<Long> held = new HashSet<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path link : links) {
        if (descriptors++ >= MAX_DESCRIPTORS) {
          break;
        }
        long inode = inode(link);
        if (inode > 0 && inodes.contains(inode)) {
          held.add(inode);
        }
      }
    } catch (AccessDeniedException e) {
      denied = true;
    } catch (IOException | DirectoryIteratorException e) {
      // It ended: what was seen of it still counts.
      descriptors++;
    }
    if (!held.isEmpty()) {
      Holder holder = new Holder(pid, ProcNames.nameOf(process));
      held.forEach(inode -> found.computeIfAbsent(inode, i -> new ArrayList<>(1)).add(holder));
    }
  }

  /** The inode of the socket behind a descriptor, or -1. */
  private long inode(Path descriptor) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith(LINK) && target.endsWith("]")
          ? ProcNet.inode(target.substring(LINK.length(), target.length() - 1))
          : -1;
    } catch (AccessDeniedException e) {
      denied = true;
      return -1;
    } catch (IOException e) {
      return -1; // closed since the folder was listed
    }
  }
}
