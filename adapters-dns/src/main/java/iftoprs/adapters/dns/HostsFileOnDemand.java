package iftoprs.adapters.dns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the hosts file when it is first needed, and anew when it has changed, as it does when a
 * container or a tunnel starts. Any thread; blocks for that moment.
 */
final class HostsFileOnDemand implements Supplier<HostsFile> {

  private final Path file;
  private Optional<HostsFile> content = Optional.empty();
  private Optional<State> readAs = Optional.empty();

  /** Times are those of a clock's tick: a change within one shows by the size, mostly. */
  private record State(FileTime changed, long size) {}

  HostsFileOnDemand(Path file) {
    this.file = file;
  }

  @Override
  public synchronized HostsFile get() {
    Optional<State> state = state();
    if (content.isEmpty() || !state.equals(readAs)) {
      readAs = state;
      content = Optional.of(HostsFile.read(file));
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
