package iftoprs.adapters.dns;

import iftoprs.ports.IpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names of addresses from a hosts(5) file; the first name of the first line of an address counts.
 *
 * <p>Reads at most 1 MiB and 10,000 addresses. A file that is missing or damaged names nothing.
 */
final class HostsFile {

  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_NAMES = 10_000;

  private final Map<IpAddress, String> names;

  private HostsFile(Map<IpAddress, String> names) {
    this.names = names;
  }

  static HostsFile read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new HostsFile(Map.of());
    }
  }

  static HostsFile parse(String text) {
    Map<IpAddress, String> names = new HashMap<>();
    for (String line : text.split("\n")) {
      int comment = line.indexOf('#');
      String[] words = (comment < 0 ? line : line.substring(0, comment)).strip().split("\\s+");
      if (words.length > 1 && names.size() < MAX_NAMES) {
        Optional<String> name = HostText.safe(words[1]).map(HostText::readable);
        IpAddress.parse(words[0])
            .filter(address -> name.isPresent())
            .ifPresent(address -> names.putIfAbsent(address, name.get()));
      }
    }
    return new HostsFile(names);
  }

  Optional<String> nameOf(IpAddress address) {
    return Optional.ofNullable(names.get(address));
  }
}
