package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.DeviceSurvey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The devices that libpcap lists, with what Linux counts on them in {@code /proc/net/dev}: no
 * device is opened and no privilege is needed.
 */
public final class SystemSurvey implements DeviceSurvey {

  private static final Path COUNTERS = Path.of("/proc/net/dev");
  private static final String ANY = "any";
  private static final int FIELDS = 16;
  private static final int SENT_BYTES = 8;

  @Override
  public Reading read() throws CaptureException {
    List<CaptureDevice> devices = PcapDevices.all();
    Map<String, Traffic> traffic = counters();
    long now = System.nanoTime();
    List<Device> surveyed = new ArrayList<>();
    for (CaptureDevice device : devices) {
      surveyed.add(
          new Device(
              device,
              SystemLinks.of(device.name()).carrier(),
              Optional.ofNullable(traffic.get(device.name()))));
    }
    return new Reading(now, surveyed);
  }

  private static Map<String, Traffic> counters() {
    try {
      return parse(Files.readString(COUNTERS, StandardCharsets.ISO_8859_1));
    } catch (IOException notLinux) {
      return Map.of();
    }
  }

  /** What each device has sent and received, and {@code any} their sums (proc(5)). */
  static Map<String, Traffic> parse(String text) {
    Map<String, Traffic> traffic = new HashMap<>();
    long sent = 0;
    long received = 0;
    for (String line : text.lines().toList()) {
      int colon = line.lastIndexOf(':');
      String[] fields = line.substring(colon + 1).strip().split("\\s+");
      if (colon < 0 || fields.length < FIELDS) {
        continue; // a heading
      }
      try {
        Traffic counted =
            new Traffic(Long.parseLong(fields[SENT_BYTES]), Long.parseLong(fields[0]));
        traffic.put(line.substring(0, colon).strip(), counted);
        sent += counted.sent();
        received += counted.received();
      } catch (NumberFormatException unknown) {
        continue; // a device whose counters are not as documented
      }
    }
    if (!traffic.isEmpty()) {
      traffic.put(ANY, new Traffic(sent, received));
    }
    return traffic;
  }
}
