package iftoprs.adapters.dns;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the hosts file when it is first needed, once. Any thread; blocks for that moment. */
final class HostsFileOnDemand implements Supplier<HostsFile> {

  private final Path file;
  private Optional<HostsFile> content = Optional.empty();

  HostsFileOnDemand(Path file) {
    this.file = file;
  }

  @Override
  public synchronized HostsFile get() {
    if (content.isEmpty()) {
      content = Optional.of(HostsFile.read(file));
    }
    return content.get();
  }
}
