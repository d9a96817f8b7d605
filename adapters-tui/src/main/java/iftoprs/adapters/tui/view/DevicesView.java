package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.view.Buttons.Button;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.DeviceChoice;
import iftoprs.domain.screen.Target;
import iftoprs.domain.text.SafeText;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.DeviceSurvey.Device;
import iftoprs.ports.DeviceSurvey.Traffic;
import iftoprs.ports.InterfaceAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of devices, scrolled so that the one under the cursor is in sight. */
final class DevicesView {

  private static final int WIDEST = 100;
  private static final int MARGINS = 6;
  private static final int MARK = 2;
  private static final int LONGEST_NAME = 18;
  private static final int STATE = 11;
  private static final int RATE = 11;
  private static final int NARROW_RATE = 9;
  private static final int WIDTH_FOR_ADDRESSES = 60;
  private static final List<Button> KEYS =
      List.of(
          new Button("Enter", "captures there", "captures", new Command.Accept()),
          new Button("Esc", "leaves it", "leaves", new Command.Back()));

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final DeviceChoice choice;
  private final int width;
  private final int rows;
  private final int x;
  private final int y;
  private final int name;
  private final int rate;

  private DevicesView(Grid grid, Scene scene, DeviceChoice choice) {
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.choice = choice;
    this.width = Math.min(WIDEST, grid.width() - 2);
    this.rows = Math.min(choice.devices().size(), Math.max(1, grid.height() - 6));
    this.x = (grid.width() - width) / 2;
    this.y = Math.max(0, (grid.height() - height()) / 2);
    int longest =
        choice.devices().stream().mapToInt(it -> DisplayWidth.of(safe(it))).max().orElse(0);
    this.rate = hasAddresses() ? RATE : NARROW_RATE;
    int room = width - MARGINS - MARK - 2 * rate - (hasAddresses() ? STATE : 0);
    this.name = Math.min(room, Math.clamp(longest + 1, "DEVICE".length() + 1, LONGEST_NAME));
  }

  static void draw(Grid grid, Scene scene, DeviceChoice choice) {
    new DevicesView(grid, scene, choice).draw();
  }

  private int height() {
    return rows + 4;
  }

  private static String safe(Device device) {
    return SafeText.of(device.device().name(), LONGEST_NAME);
  }

  private void draw() {
    int count = choice.devices().size();
    String place = rows < count ? ", " + (choice.cursor() + 1) + " of " + count : "";
    Popups.draw(grid, scene, x, y, width, height(), "Capture on" + place);
    Popups.take(scene, x, y, width, height());
    grid.clip(x + 1, y + 1, width - 2, height() - 2);
    heading();
    int first = Math.clamp(choice.cursor() - rows / 2L, 0, count - rows);
    for (int i = 0; i < rows; i++) {
      scene.hits().add(x + 1, y + 2 + i, width - 2, 1, new Target.Entry(first + i));
      row(y + 2 + i, choice.devices().get(first + i), first + i == choice.cursor());
    }
    Buttons.draw(grid, scene, x + 3, y + height() - 2, width - 4, 1, KEYS);
    grid.unclip();
  }

  /** On a narrow screen the traffic is what matters. */
  private boolean hasAddresses() {
    return width >= WIDTH_FOR_ADDRESSES;
  }

  private int addresses() {
    return Math.max(0, width - MARGINS - MARK - name - STATE - 2 * rate);
  }

  private void heading() {
    int style = theme.process();
    int at = cell(x + 3 + MARK, y + 1, name, "DEVICE", style);
    if (hasAddresses()) {
      at = cell(at, y + 1, STATE, "STATE", style);
      cell(at, y + 1, addresses(), "ADDRESSES", style);
    }
    int end = x + width - 3;
    String unit = " " + scene.rates().perSecond();
    grid.textRight(end - rate, y + 1, "TX" + unit, Paint.popup(theme, style));
    grid.textRight(end, y + 1, "RX" + unit, Paint.popup(theme, style));
  }

  private void row(int row, Device device, boolean underCursor) {
    CaptureDevice known = device.device();
    boolean captured = known.name().equals(choice.captured());
    int colour = underCursor ? theme.key() : theme.text();
    grid.text(x + 3, row, captured ? "●" : underCursor ? "▸" : " ", popup(theme.key()));
    int at = cell(x + 3 + MARK, row, name, HostText.cut(safe(device), name - 1), colour);
    if (hasAddresses()) {
      boolean up = state(device).equals("up");
      at = cell(at, row, STATE, state(device), up ? theme.text() : theme.dim());
      cell(at, row, addresses(), HostText.cut(text(known), addresses() - 1), theme.source());
    }
    int end = x + width - 3;
    Optional<Traffic> traffic = Optional.ofNullable(choice.rates().get(known.name()));
    rate(end - rate, row, traffic.map(Traffic::sent), device);
    rate(end, row, traffic.map(Traffic::received), device);
    if (underCursor) {
      grid.tint(x + 1, row, width - 2, theme.selectedBackground());
    }
  }

  /** A dash where the system counts nothing, dots until there are two looks. */
  private void rate(int end, int row, Optional<Long> bytes, Device device) {
    if (bytes.isPresent()) {
      String text = scene.rates().aligned(bytes.get());
      grid.textRight(end, row, text, popup(bytes.get() == 0 ? theme.dim() : theme.rate2()));
    } else {
      grid.textRight(end, row, device.traffic().isPresent() ? "… " : "- ", popup(theme.dim()));
    }
  }

  private static String state(Device device) {
    if (!device.device().up()) {
      return "down";
    }
    return device.carrier().orElse(true) ? "up" : "no carrier";
  }

  private static String text(CaptureDevice device) {
    return device.name().equals("any")
        ? "all devices"
        : device.addresses().stream()
            .map(InterfaceAddress::address)
            .map(Object::toString)
            .collect(Collectors.joining(" "));
  }

  private int cell(int at, int row, int columns, String text, int colour) {
    grid.text(at, row, columns - 1, text, popup(colour));
    return at + columns;
  }

  private long popup(int colour) {
    return Paint.popup(theme, colour);
  }
}
