package iftoprs.domain.screen;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.TipText.Fact;
import iftoprs.domain.screen.TipText.Gap;
import iftoprs.domain.screen.TipText.Hint;
import iftoprs.domain.screen.TipText.Line;
import iftoprs.domain.screen.TipText.Warning;
import iftoprs.domain.text.SafeText;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.LinkDetails;
import iftoprs.ports.SourceState;
import java.util.List;

/** What is told about the captured device and its networks. */
final class InterfaceTip {

  private static final int LONGEST = 120;

  /** Most addresses that are told one by one. */
  private static final int MOST = 6;

  private InterfaceTip() {}

  static void tell(Surroundings around, Snapshot shown, List<Line> lines) {
    CaptureDevice device = shown.head().device();
    lines.add(new Fact("Name", SafeText.of(device.name(), LONGEST)));
    if (!device.description().isEmpty()) {
      lines.add(new Fact("", SafeText.of(device.description(), LONGEST)));
    }
    if (!around.live()) {
      lines.add(new Fact("Source", "a capture file, played back"));
      lines.add(new Fact("MAC", "none"));
      addresses(device, lines);
      lines.add(new Fact("MTU", "none"));
      lines.add(new Fact("State", state(shown.head().state())));
      lines.add(new Fact("Link", "as the file says of each frame"));
      return;
    }
    LinkDetails link = around.link().orElse(LinkDetails.UNKNOWN);
    lines.add(
        new Fact("MAC", device.hardwareAddress().map(mac -> SafeText.of(mac, 40)).orElse("none")));
    addresses(device, lines);
    lines.add(
        new Fact("MTU", link.mtu().isPresent() ? link.mtu().getAsInt() + " bytes" : "not known"));
    lines.add(linkState(device, link, shown.head().state()));
    String speed =
        link.speedMegabits().isPresent() ? ", " + link.speedMegabits().getAsInt() + " Mbit/s" : "";
    lines.add(new Fact("Link", link.kind().orElse("not known") + speed));
    lines.add(new Gap());
    lines.add(new Hint("click or i lists the devices"));
  }

  private static void addresses(CaptureDevice device, List<Line> lines) {
    List<InterfaceAddress> all = device.addresses();
    if (all.isEmpty()) {
      lines.add(new Fact("Addresses", "none"));
    }
    for (int i = 0; i < Math.min(MOST, all.size()); i++) {
      InterfaceAddress each = all.get(i);
      String more =
          i == MOST - 1 && all.size() > MOST ? " and " + (all.size() - MOST) + " more" : "";
      lines.add(
          new Fact(i == 0 ? "Addresses" : "", each.address() + "/" + each.prefixLength() + more));
    }
  }

  private static Line linkState(CaptureDevice device, LinkDetails link, SourceState source) {
    if (source instanceof SourceState.Restarting restarting) {
      return new Warning("State", "away: " + SafeText.of(restarting.reason(), LONGEST));
    }
    if (link.carrier().isPresent() && !link.carrier().orElseThrow()) {
      return new Warning("State", "no carrier");
    }
    return device.up() ? new Fact("State", "up") : new Warning("State", "down");
  }

  private static String state(SourceState source) {
    return switch (source) {
      case SourceState.Capturing capturing -> "playing";
      case SourceState.Restarting restarting -> "waiting";
      case SourceState.Ended ended -> "at its end";
    };
  }

  static void tellNetwork(CaptureScope scope, Snapshot shown, List<Line> lines) {
    if (!scope.net().isEmpty()) {
      lines.add(new Fact("Network", SafeText.of(scope.net(), LONGEST)));
      lines.add(new Fact("Origin", "given with -F"));
      lines.add(new Fact("Means", "what lies in it is local"));
      return;
    }
    List<InterfaceAddress> all = shown.head().device().addresses();
    String automatic = all.isEmpty() ? "none of the device" : "";
    if (all.isEmpty()) {
      lines.add(new Fact("Network", automatic));
    }
    for (int i = 0; i < Math.min(MOST, all.size()); i++) {
      lines.add(
          new Fact(
              i == 0 ? "Network" : "", all.get(i).network() + "/" + all.get(i).prefixLength()));
    }
    lines.add(
        new Fact(
            "Origin",
            all.isEmpty()
                ? "automatic, by private addresses and ports"
                : "automatic, of the device"));
    lines.add(new Gap());
    lines.add(new Hint("-F names another at the start"));
  }
}
