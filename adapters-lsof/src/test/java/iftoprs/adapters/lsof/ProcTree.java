package iftoprs.adapters.lsof;

import iftoprs.ports.OpenSocket;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A recorded tree of {@code /proc}, a table over it and a clock that a test moves. */
abstract class ProcTree {

  @TempDir Path proc;

  long now;

  ProcSocketTable table() {
    return new ProcSocketTable(proc, ByteOrder.LITTLE_ENDIAN, () -> now, SocketDump.NONE);
  }

  /**
   * Lays out a tree from lines {@code file PATH}, followed by content, and {@code link PATH TO}.
   */
  void record(String name) throws IOException {
    Files.createDirectories(proc.resolve("1/fd"));
    Path file = proc.resolve("net");
    StringBuilder content = new StringBuilder();
    for (String line : (Listing.recorded(name) + "link end /").split("\n")) {
      String[] words = line.split(" ", 3);
      boolean starts = words[0].equals("file") || words[0].equals("link");
      if (!starts) {
        content.append(line).append('\n');
        continue;
      }
      if (!content.isEmpty()) {
        Files.writeString(file, content);
        content.setLength(0);
      }
      file = proc.resolve(words[1]);
      Files.createDirectories(file.getParent());
      if (words[0].equals("link") && !words[1].equals("end")) {
        Files.createSymbolicLink(file, Path.of(words[2]));
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  static List<OpenSocket> heldBy(int pid, List<OpenSocket> sockets) {
    return sockets.stream().filter(socket -> socket.pid() == pid).toList();
  }
}
