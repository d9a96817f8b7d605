package iftoprs.adapters.lsof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names of users by {@code /etc/passwd}; who is not in it has a number for a name.
 *
 * <p>Read when first needed and anew when the file has changed. At most 1 MiB counts. One thread at
 * a time.
 */
final class UserNames {

  private static final long MAX_BYTES = 1 << 20;

  private final Path file;
  private Map<String, String> names = Map.of();
  private Optional<FileTime> readAs = Optional.empty();

  UserNames(Path file) {
    this.file = file;
  }

  /** The name of the user with this number. */
  String nameOf(String number) {
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      if (!readAs.equals(Optional.of(changed))) {
        readAs = Optional.of(changed);
        names = Files.size(file) > MAX_BYTES ? Map.of() : read();
      }
    } catch (IOException e) {
      // What was known stays.
    }
    return names.getOrDefault(number, number);
  }

  private Map<String, String> read() throws IOException {
    Map<String, String> read = new HashMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      String[] fields = line.split(":", 4);
      if (fields.length == 4) {
        read.putIfAbsent(fields[2], fields[0]);
      }
    }
    return read;
  }
}
