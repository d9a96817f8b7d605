package iftoprs.adapters.toml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the data files of the tests; the name of a file is the name of its test. */
final class Configs {

  private static final Path RESOURCES = Path.of("src/test/resources");

  private Configs() {}

  static Stream<String> names(String folder, String ending) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(ending))
              .map(name -> name.substring(0, name.length() - ending.length()))
              .sorted()
              .toList();
      return names.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(String folder, String name) {
    return RESOURCES.resolve(folder).resolve(name);
  }
}
