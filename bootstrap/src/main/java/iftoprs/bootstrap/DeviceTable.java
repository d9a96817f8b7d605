package iftoprs.bootstrap;

import iftoprs.domain.text.SafeText;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.LinkDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The devices as an aligned table; an asterisk marks the one that is captured by default. */
final class DeviceTable {

  private static final List<String> TITLES =
      List.of("  NAME", "STATE", "LINK", "MTU", "SPEED", "MAC", "ADDRESSES", "DESCRIPTION");
  private static final int LONGEST = 256;

  private DeviceTable() {}

  /**
   * The table.
   *
   * @param devices in the order to list them
   * @param details what else is known of a device, by its name
   */
  static String of(List<CaptureDevice> devices, Function<String, LinkDetails> details) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(TITLES);
    for (CaptureDevice device : devices) {
      rows.add(row(device, details.apply(device.name())));
    }
    int[] widths = new int[TITLES.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        line.append(cell).repeat(' ', widths[column] - cell.length() + 2);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static List<String> row(CaptureDevice device, LinkDetails details) {
    List<String> addresses = new ArrayList<>();
    for (InterfaceAddress address : device.addresses()) {
      addresses.add(address.address() + "/" + address.prefixLength());
    }
    return List.of(
        (device.isDefault() ? "* " : "  ") + SafeText.of(device.name(), LONGEST),
        state(device, details),
        details.kind().orElse("-"),
        details.mtu().isPresent() ? Integer.toString(details.mtu().getAsInt()) : "-",
        details.speedMegabits().isPresent() ? speed(details.speedMegabits().getAsInt()) : "-",
        device.hardwareAddress().map(mac -> SafeText.of(mac, LONGEST)).orElse("-"),
        addresses.isEmpty() ? "-" : String.join(" ", addresses),
        SafeText.of(device.description(), LONGEST));
  }

  private static String state(CaptureDevice device, LinkDetails details) {
    if (details.carrier().isPresent() && !details.carrier().get()) {
      return "no carrier";
    }
    return device.up() ? "up" : "down";
  }

  private static String speed(int megabits) {
    return megabits % 1000 == 0 ? megabits / 1000 + " Gbit/s" : megabits + " Mbit/s";
  }
}
