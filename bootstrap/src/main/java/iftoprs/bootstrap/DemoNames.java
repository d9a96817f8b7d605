package iftoprs.bootstrap;

import iftoprs.ports.HostNames;
import iftoprs.ports.IpAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names of the hosts in the demo capture, so that it needs no server. */
final class DemoNames {

  private static final String RESOURCE = "demo-hosts.txt";

  private DemoNames() {}

  /** The names that come with the program; a line holds an address and a name. */
  static HostNames bundled() {
    Map<IpAddress, String> names = new HashMap<>();
    try (InputStream in = DemoNames.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split("\\s+");
        if (words.length == 2) {
          IpAddress.parse(words[0]).ifPresent(address -> names.put(address, words[1]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return address -> Optional.ofNullable(names.get(address));
  }
}
