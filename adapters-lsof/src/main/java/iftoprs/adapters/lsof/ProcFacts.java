package iftoprs.adapters.lsof;

import iftoprs.ports.Executable;
import iftoprs.ports.ProcessFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what else there is to know of a process in its folder under {@code /proc} (proc(5)).
 *
 * <p>The arguments, the user and the control group are everybody's to read, the executable is not.
 * Costs five small reads, so it is asked once for each holder of a socket. One thread at a time.
 */
final class ProcFacts {

  /** The kernel's mark on the file of a program that was removed or replaced while it runs. */
  static final String DELETED_MARK = " (deleted)";

  private static final int MAX_FILE = 4096;

  private final UserNames users;

  ProcFacts(UserNames users) {
    this.users = users;
  }

  /** The facts of a process; what cannot be read is empty. */
  ProcessFacts of(Path process) {
    return new ProcessFacts(
        commandLine(process),
        user(process),
        executable(process),
        ControlGroups.parse(text(process.resolve("cgroup"))));
  }

  private static String commandLine(Path process) {
    String line = text(process.resolve("cmdline")).replace('\0', ' ').strip();
    int most = ProcessFacts.MAX_COMMAND_LINE;
    return line.length() <= most ? line : line.substring(0, most);
  }

  /** By the effective id, the second number behind {@code Uid:}. */
  private String user(Path process) {
    for (String line : text(process.resolve("status")).split("\n")) {
      if (line.startsWith("Uid:")) {
        String[] ids = line.substring(4).strip().split("\\s+");
        return ids.length < 2 ? "" : users.nameOf(ids[1]);
      }
    }
    return "";
  }

  /**
   * The path is only true if it leads to the very file: a process in a container names a file of
   * the container.
   */
  private static Executable executable(Path process) {
    Path link = process.resolve("exe");
    String target;
    try {
      target = Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return Executable.UNKNOWN; // of the kernel, of another user, or gone
    }
    Optional<String> file = identity(link);
    if (file.isPresent() && file.equals(identity(target))) {
      return new Executable(target, Executable.Place.HERE, file.get());
    }
    if (target.endsWith(DELETED_MARK)) {
      String path = target.substring(0, target.length() - DELETED_MARK.length());
      return new Executable(path, Executable.Place.DELETED, file.orElse(""));
    }
    return new Executable(target, Executable.Place.ELSEWHERE, file.orElse(""));
  }

  private static Optional<String> identity(String path) {
    try {
      return identity(Path.of(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  static Optional<String> identity(Path file) {
    try {
      Map<String, Object> values = Files.readAttributes(file, "unix:dev,ino,lastModifiedTime");
      return Optional.of(
          values.get("dev") + ":" + values.get("ino") + ":" + values.get("lastModifiedTime"));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_FILE), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
