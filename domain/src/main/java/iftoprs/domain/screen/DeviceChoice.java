package iftoprs.domain.screen;

import iftoprs.ports.DeviceSurvey.Device;
import iftoprs.ports.DeviceSurvey.Reading;
import iftoprs.ports.DeviceSurvey.Traffic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The devices to choose from, with what passes over each between two looks.
 *
 * @param newest the last look
 * @param rates bytes per second over each device, by name; none before the second look
 * @param captured name of the device that is captured on
 * @param chosen name of the device under the cursor
 */
public record DeviceChoice(
    Reading newest, Map<String, Traffic> rates, String captured, String chosen) {

  private static final double SECOND = 1e9;

  /** Looks that follow closer on each other than this tell no rate. */
  private static final long SHORTEST = 100_000_000L;

  /** Copies the rates. */
  public DeviceChoice {
    rates = Map.copyOf(rates);
  }

  static DeviceChoice of(Reading first, String captured) {
    return new DeviceChoice(first, Map.of(), captured, captured).withCursorInList();
  }

  /** The devices, in the system's order. */
  public List<Device> devices() {
    return newest.devices();
  }

  /** Where the cursor stands. */
  public int cursor() {
    for (int i = 0; i < devices().size(); i++) {
      if (name(i).equals(chosen)) {
        return i;
      }
    }
    return 0;
  }

  private String name(int index) {
    return devices().get(index).device().name();
  }

  /** The same after another look. */
  DeviceChoice seen(Reading reading) {
    long nanos = reading.timeNanos() - newest.timeNanos();
    if (nanos < SHORTEST) {
      return this;
    }
    Map<String, Traffic> before = new HashMap<>();
    for (Device device : newest.devices()) {
      device.traffic().ifPresent(traffic -> before.put(device.device().name(), traffic));
    }
    Map<String, Traffic> now = new HashMap<>();
    for (Device device : reading.devices()) {
      String name = device.device().name();
      Optional.ofNullable(before.get(name))
          .flatMap(old -> device.traffic().map(traffic -> rate(old, traffic, nanos)))
          .ifPresent(rate -> now.put(name, rate));
    }
    return new DeviceChoice(reading, now, captured, chosen).withCursorInList();
  }

  /** A counter that has run back, because its device came anew, tells no rate. */
  private static Traffic rate(Traffic old, Traffic now, long nanos) {
    return new Traffic(
        Math.round(Math.max(0, now.sent() - old.sent()) * SECOND / nanos),
        Math.round(Math.max(0, now.received() - old.received()) * SECOND / nanos));
  }

  DeviceChoice moved(int steps) {
    return devices().isEmpty()
        ? this
        : new DeviceChoice(
            newest, rates, captured, name(Math.floorMod(cursor() + steps, devices().size())));
  }

  private DeviceChoice withCursorInList() {
    return devices().isEmpty() || name(cursor()).equals(chosen)
        ? this
        : new DeviceChoice(newest, rates, captured, name(0));
  }
}
