package iftoprs.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Recorded outputs in {@code src/test/resources/golden}; {@code -Diftoprs.record=true} records them
 * again, and the difference is reviewed.
 */
final class Goldens {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Goldens() {}

  static void compare(String file, String actual) throws IOException {
    Path path = FOLDER.resolve(file);
    if (Boolean.getBoolean("iftoprs.record")) {
      Files.createDirectories(FOLDER);
      Files.writeString(path, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(path));
  }
}
