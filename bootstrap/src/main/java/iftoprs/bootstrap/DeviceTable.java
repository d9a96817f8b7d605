package iftoprs.bootstrap;

import iftoprs.domain.text.SafeText;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.InterfaceAddress;
import java.util.ArrayList;
import java.util.List;

/** The devices as an aligned table; an asterisk marks the one that is captured by default. */
final class DeviceTable {

  private static final List<String> TITLES = List.of("  NAME", "STATE", "MAC", "ADDRESSES");
  private static final int LONGEST = 256;

  private DeviceTable() {}

  static String of(List<CaptureDevice> devices) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(TITLES);
    for (CaptureDevice device : devices) {
      rows.add(row(device));
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

  private static List<String> row(CaptureDevice device) {
    List<String> addresses = new ArrayList<>();
    for (InterfaceAddress address : device.addresses()) {
      addresses.add(address.address() + "/" + address.prefixLength());
    }
    return List.of(
        (device.isDefault() ? "* " : "  ") + SafeText.of(device.name(), LONGEST),
        device.up() ? "up" : "down",
        device.hardwareAddress().map(mac -> SafeText.of(mac, LONGEST)).orElse("-"),
        addresses.isEmpty() ? "-" : String.join(" ", addresses));
  }
}
