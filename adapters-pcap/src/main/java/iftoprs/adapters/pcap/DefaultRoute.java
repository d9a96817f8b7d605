package iftoprs.adapters.pcap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the device of the default route in Linux' {@code /proc/net}, IPv4 before IPv6. */
final class DefaultRoute {

  private static final Path IPV4 = Path.of("/proc/net/route");
  private static final Path IPV6 = Path.of("/proc/net/ipv6_route");

  private static final long UP = 0x1; // RTF_UP
  private static final long REJECT = 0x200; // RTF_REJECT

  private DefaultRoute() {}

  /** The device, or empty if there is no default route, or no such file. */
  static Optional<String> device() {
    Optional<String> device = Optional.empty();
    if (Files.isReadable(IPV4)) {
      try (Reader table = Files.newBufferedReader(IPV4)) {
        device = ipv4(table);
      } catch (IOException e) {
        device = Optional.empty();
      }
    }
    if (device.isPresent() || !Files.isReadable(IPV6)) {
      return device;
    }
    try (Reader table = Files.newBufferedReader(IPV6)) {
      return ipv6(table);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Columns: device, destination, gateway, flags, references, use, metric (decimal), mask. */
  static Optional<String> ipv4(Reader table) throws IOException {
    Best best = new Best();
    BufferedReader lines = new BufferedReader(table);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length > 7 && isZero(columns[1]) && isZero(columns[7])) {
        best.consider(columns[0], number(columns[3], 16), number(columns[6], 10));
      }
    }
    return best.device;
  }

  /** Columns: destination, its length, source, its length, gateway, metric, …, flags, device. */
  static Optional<String> ipv6(Reader table) throws IOException {
    Best best = new Best();
    BufferedReader lines = new BufferedReader(table);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length > 9 && isZero(columns[0]) && isZero(columns[1])) {
        best.consider(columns[9], number(columns[8], 16), number(columns[5], 16));
      }
    }
    return best.device;
  }

  private static boolean isZero(String hex) {
    return !hex.isEmpty() && hex.chars().allMatch(digit -> digit == '0');
  }

  private static long number(String text, int radix) {
    try {
      return Long.parseLong(text, radix);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static final class Best {
    private Optional<String> device = Optional.empty();
    private long metric = Long.MAX_VALUE;

    void consider(String name, long flags, long itsMetric) {
      if ((flags & (UP | REJECT)) == UP && itsMetric < metric) {
        device = Optional.of(name);
        metric = itsMetric;
      }
    }
  }
}
