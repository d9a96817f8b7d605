package iftoprs.adapters.lsof;

import iftoprs.ports.OpenSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Open sockets as the {@code .expected} files of the tests write them. */
final class Listing {

  private static final Path RESOURCES = Path.of("src/test/resources");

  private Listing() {}

  static List<String> of(List<OpenSocket> sockets) {
    return sockets.stream()
        .map(
            socket ->
                socket.pid()
                    + " "
                    + socket.transport()
                    + " "
                    + socket.local()
                    + socket.remote().map(remote -> " " + remote).orElse("")
                    + " ("
                    + socket.process()
                    + ")")
        .toList();
  }

  static List<String> expected(String name) throws IOException {
    return Files.readAllLines(RESOURCES.resolve(name + ".expected"));
  }

  static String recorded(String name) throws IOException {
    return Files.readString(RESOURCES.resolve(name)).replace("\\0", "\0");
  }

  static Stream<String> names(String folder, String ending) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> folder + "/" + name.substring(0, name.length() - ending.length()))
          .sorted()
          .collect(Collectors.toList())
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
