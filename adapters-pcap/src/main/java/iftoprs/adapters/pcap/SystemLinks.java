package iftoprs.adapters.pcap;

import iftoprs.ports.LinkDetails;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What Linux tells of a device in {@code /sys/class/net} beyond what libpcap lists; nothing where
 * there is no such folder.
 */
public final class SystemLinks {

  private static final Path DEVICES = Path.of("/sys/class/net");

  private SystemLinks() {}

  /**
   * The device as it is now.
   *
   * @param device its name
   */
  public static LinkDetails of(String device) {
    if (device.equals("any")) {
      return new LinkDetails(
          Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.of("all devices"));
    }
    return in(DEVICES, device);
  }

  static LinkDetails in(Path devices, String device) {
    // A name with a slash is none of a device, but could lead elsewhere.
    if (device.isEmpty() || device.startsWith(".") || device.indexOf('/') >= 0) {
      return LinkDetails.UNKNOWN;
    }
    Path folder = devices.resolve(device);
    OptionalInt carrier = number(folder.resolve("carrier"));
    OptionalInt type = number(folder.resolve("type"));
    OptionalInt speed = number(folder.resolve("speed"));
    return new LinkDetails(
        carrier.isPresent() ? Optional.of(carrier.getAsInt() == 1) : Optional.empty(),
        number(folder.resolve("mtu")),
        speed.isPresent() && speed.getAsInt() > 0 ? speed : OptionalInt.empty(),
        type.isPresent() ? Optional.of(kind(type.getAsInt())) : Optional.empty());
  }

  /** Some files cannot be read while the device is down, or hold -1 for "unknown". */
  private static OptionalInt number(Path file) {
    try {
      return OptionalInt.of(
          Integer.parseInt(Files.readString(file, StandardCharsets.ISO_8859_1).strip()));
    } catch (IOException | NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** Of the numbers in {@code linux/if_arp.h}. */
  private static String kind(int type) {
    return switch (type) {
      case 1 -> "Ethernet";
      case 32 -> "InfiniBand";
      case 280 -> "CAN";
      case 512 -> "PPP";
      case 768, 769, 776, 778, 823 -> "IP tunnel";
      case 772 -> "loopback";
      case 801, 802, 803 -> "802.11";
      case 824 -> "netlink";
      case 65534 -> "raw IP";
      default -> "type " + type;
    };
  }
}
