package iftoprs.adapters.tui;

import iftoprs.domain.screen.Command;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.DeviceSurvey.Device;
import iftoprs.ports.DeviceSurvey.Reading;
import iftoprs.ports.DeviceSurvey.Traffic;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The devices of a scenario, each with what passes over it in a second. */
final class ScenarioDevices {

  private record Entry(String name, String state, List<String> addresses, Optional<Traffic> rate) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private long seconds;

  /** {@code NAME up|down|no-carrier ADDRESS[,ADDRESS]|- [SENT RECEIVED]}. */
  void tell(String line) {
    String[] parts = line.split("\\s+");
    Optional<Traffic> rate =
        parts.length > 3
            ? Optional.of(new Traffic(Long.parseLong(parts[3]), Long.parseLong(parts[4])))
            : Optional.empty();
    List<String> addresses = parts[2].equals("-") ? List.of() : List.of(parts[2].split(","));
    entries.put(parts[0], new Entry(parts[0], parts[1], addresses, rate));
  }

  void remove(String name) {
    entries.remove(name);
  }

  /** A look, a second after the last one. */
  Command surveyed(boolean opens) {
    seconds++;
    List<Device> devices = new ArrayList<>();
    for (Entry entry : entries.values()) {
      devices.add(
          new Device(
              device(entry),
              Optional.of(!entry.state().equals("no-carrier")),
              entry
                  .rate()
                  .map(rate -> new Traffic(rate.sent() * seconds, rate.received() * seconds))));
    }
    return new Command.Surveyed(new Reading(seconds * 1_000_000_000L, devices), opens);
  }

  private static CaptureDevice device(Entry entry) {
    return new CaptureDevice(
        entry.name(),
        "",
        entry.addresses().stream()
            .map(text -> new InterfaceAddress(TestFrames.address(text), 24))
            .toList(),
        Optional.empty(),
        !entry.state().equals("down"),
        entry.name().equals("lo"),
        false);
  }
}
