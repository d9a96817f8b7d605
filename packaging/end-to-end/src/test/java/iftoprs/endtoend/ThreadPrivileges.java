package iftoprs.endtoend;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a thread of a running program may do, as the kernel has it in {@code /proc/PID/task}.
 *
 * @param name first 15 characters of its name
 * @param users real, effective, saved and file system user id
 * @param groups the same for groups, and all others
 * @param permitted capabilities, as bits
 * @param effective those in force
 * @param bounding those that a program started by it could have at most
 * @param noNewPrivileges whether no program started by it gains any
 */
record ThreadPrivileges(
    String name,
    List<String> users,
    List<String> groups,
    long permitted,
    long effective,
    long bounding,
    boolean noNewPrivileges) {

  static final long NET_RAW = 1L << 13;
  static final long SCANNING = 1L << 19 | 1L << 2; // CAP_SYS_PTRACE, CAP_DAC_READ_SEARCH

  /** Waits until the threads of a process are as described, and returns them. */
  static List<ThreadPrivileges> await(long pid, Predicate<List<ThreadPrivileges>> condition)
      throws IOException, InterruptedException {
    return Eventually.see("such threads", () -> of(pid), condition);
  }

  private static List<ThreadPrivileges> of(long pid) throws IOException {
    List<ThreadPrivileges> threads = new ArrayList<>();
    Path tasks = Path.of("/proc", Long.toString(pid), "task");
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(tasks)) {
      for (Path folder : folders) {
        try {
          threads.add(parse(Files.readAllLines(folder.resolve("status"))));
        } catch (NoSuchFileException ended) {
          // It was there when the folder was listed.
        }
      }
    }
    return threads;
  }

  private static ThreadPrivileges parse(List<String> lines) {
    Map<String, String> fields =
        lines.stream()
            .map(line -> line.split(":\\s*", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].strip()));
    return new ThreadPrivileges(
        fields.get("Name"),
        List.of(fields.get("Uid").split("\\s+")),
        List.of((fields.get("Gid") + " " + fields.get("Groups")).strip().split("\\s+")),
        Long.parseLong(fields.get("CapPrm"), 16),
        Long.parseLong(fields.get("CapEff"), 16),
        Long.parseLong(fields.get("CapBnd"), 16),
        fields.get("NoNewPrivs").equals("1"));
  }

  /** Whether no thread is root's any more, in any way. */
  static boolean areAll(List<ThreadPrivileges> threads, String user) {
    return threads.stream()
        .allMatch(
            thread ->
                thread.users().stream().allMatch(user::equals)
                    && thread.groups().stream().allMatch(user::equals));
  }
}
