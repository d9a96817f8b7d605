package iftoprs.adapters.dns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a file says, read when it is first needed and anew when the file has changed, as those of
 * the system do when a laptop changes its network or a tunnel starts. Any thread; blocks for that
 * moment.
 *
 * @param <T> what is read
 */
final class ReadAnew<T> implements Supplier<T> {

  private final Path file;
  private final Supplier<T> reader;
  private Optional<T> content = Optional.empty();
  private Optional<State> readAs = Optional.empty();

  /** Times are those of a clock's tick: a change within one shows by the size, mostly. */
  private record State(FileTime changed, long size) {}

  ReadAnew(Path file, Supplier<T> reader) {
    this.file = file;
    this.reader = reader;
  }

  @Override
  public synchronized T get() {
    Optional<State> state = state();
    if (content.isEmpty() || !state.equals(readAs)) {
      readAs = state;
      content = Optional.of(reader.get());
    }
    return content.get();
  }

  private Optional<State> state() {
    try {
      return Optional.of(new State(Files.getLastModifiedTime(file), Files.size(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
