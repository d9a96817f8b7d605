package iftoprs.adapters.lsof;

import iftoprs.ports.Executable;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.ProcessFacts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lsof does not tell of the processes that it names: from {@code /proc} where there is one,
 * the whole name among it, else what the system tells the Java runtime. Asked once for each process
 * as long as it is listed. One thread at a time.
 */
final class LsofHolders {

  private final Path proc;
  private final ProcFacts facts = new ProcFacts(new UserNames(ProcSocketTable.USERS));
  private Map<Integer, Known> known = Map.of();

  /**
   * A process.
   *
   * @param told its name by lsof
   * @param name its name
   * @param facts what else is known
   */
  private record Known(String told, String name, ProcessFacts facts) {}

  /**
   * Creates it.
   *
   * @param proc where the proc file system would be
   */
  LsofHolders(Path proc) {
    this.proc = proc;
  }

  /** The same sockets with all that is known of their holders. */
  List<OpenSocket> complete(List<OpenSocket> told) {
    Map<Integer, Known> listed = new HashMap<>();
    List<OpenSocket> sockets = new ArrayList<>(told.size());
    for (OpenSocket socket : told) {
      Known holder =
          listed.computeIfAbsent(socket.pid(), pid -> knownOrAsked(pid, socket.process()));
      sockets.add(
          new OpenSocket(
              socket.transport(),
              socket.local(),
              socket.remote(),
              socket.pid(),
              holder.name,
              holder.facts,
              socket.namespace()));
    }
    known = listed;
    return List.copyOf(sockets);
  }

  private Known knownOrAsked(int pid, String told) {
    Known before = known.get(pid);
    return before != null && before.told.equals(told) ? before : ask(pid, told);
  }

  private Known ask(int pid, String told) {
    Path folder = proc.resolve(Integer.toString(pid));
    if (Files.isDirectory(folder)) {
      String name = ProcNames.nameOf(folder);
      // Another name is another program's, which has come since lsof looked.
      return name.startsWith(told)
          ? new Known(told, name, facts.of(folder))
          : new Known(told, told, ProcessFacts.UNKNOWN);
    }
    return new Known(told, told, ofRuntime(pid));
  }

  private static ProcessFacts ofRuntime(int pid) {
    Optional<ProcessHandle.Info> info = ProcessHandle.of(pid).map(ProcessHandle::info);
    return new ProcessFacts(
        info.flatMap(ProcessHandle.Info::commandLine).map(LsofHolders::bounded).orElse(""),
        info.flatMap(ProcessHandle.Info::user).orElse(""),
        info.flatMap(ProcessHandle.Info::command)
            .map(LsofHolders::executable)
            .orElse(Executable.UNKNOWN),
        ProcessFacts.ControlGroup.NONE);
  }

  private static String bounded(String line) {
    return line.substring(0, Math.min(line.length(), ProcessFacts.MAX_COMMAND_LINE));
  }

  private static Executable executable(String path) {
    return ProcFacts.identity(new File(path).toPath())
        .map(identity -> new Executable(path, Executable.Place.HERE, identity))
        .orElse(new Executable(path, Executable.Place.DELETED, ""));
  }
}
