package iftoprs.adapters.lsof;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the name of a process in its folder under {@code /proc}.
 *
 * <p>The kernel keeps 15 bytes of it ({@code TASK_COMM_LEN} less the final NUL). A name of that
 * length may have been cut, so the first argument and the executable are asked for one that goes on
 * where it ends; a shorter name is taken as it is.
 */
final class ProcNames {

  private static final int KERNEL_LIMIT = 15;
  private static final int MAX_ARGUMENT = 4096;

  private ProcNames() {}

  /** The name, with whatever bytes the process put into it; empty when the process is gone. */
  static String nameOf(Path process) {
    byte[] comm = read(process.resolve("comm"));
    int length = comm.length;
    if (length > 0 && comm[length - 1] == '\n') {
      length--;
    }
    String name = new String(comm, 0, length, StandardCharsets.UTF_8);
    if (length < KERNEL_LIMIT) {
      return name;
    }
    return firstArgument(process)
        .filter(longer -> longer.startsWith(name))
        .or(() -> executable(process).filter(longer -> longer.startsWith(name)))
        .orElse(name);
  }

  private static Optional<String> firstArgument(Path process) {
    byte[] line = read(process.resolve("cmdline"));
    int length = 0;
    while (length < line.length && line[length] != 0) {
      length++;
    }
    return baseName(new String(line, 0, length, StandardCharsets.UTF_8));
  }

  private static Optional<String> executable(Path process) {
    try {
      String target = Files.readSymbolicLink(process.resolve("exe")).toString();
      String mark = ProcFacts.DELETED_MARK;
      return baseName(
          target.endsWith(mark) ? target.substring(0, target.length() - mark.length()) : target);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> baseName(String path) {
    String base = path.substring(path.lastIndexOf('/') + 1);
    return base.isEmpty() ? Optional.empty() : Optional.of(base);
  }

  /**
   * What a first read gives, which is all that there is up to that size. Names of hundreds of
   * processes are asked for at a time: a stream of {@code Files} first asks where it is and how
   * long the file, which takes three times as long.
   */
  private static byte[] read(Path file) {
    try (FileInputStream in = new FileInputStream(file.toString())) {
      byte[] bytes = new byte[MAX_ARGUMENT];
      return Arrays.copyOf(bytes, Math.max(0, in.read(bytes)));
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
