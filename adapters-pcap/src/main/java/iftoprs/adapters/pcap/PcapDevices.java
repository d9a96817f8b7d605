package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureException.Reason;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.IpAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.pcap4j.core.PcapAddress;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.Pcaps;
import org.pcap4j.util.LinkLayerAddress;

/** Lists devices as libpcap sees them, and picks the default one. */
final class PcapDevices {

  private static final String ANY = "any";

  private PcapDevices() {}

  /** All devices, in libpcap's order. */
  static List<CaptureDevice> all() throws CaptureException {
    List<CaptureDevice> devices = new ArrayList<>();
    for (PcapNetworkInterface device : interfaces()) {
      devices.add(describe(device));
    }
    return withAny(withDefault(devices, DefaultRoute.device()));
  }

  /** Gives Linux' {@code any}, which stands for all devices, the addresses of all of them. */
  static List<CaptureDevice> withAny(List<CaptureDevice> devices) {
    List<InterfaceAddress> addresses =
        devices.stream().flatMap(device -> device.addresses().stream()).distinct().toList();
    return devices.stream()
        .map(device -> device.name().equals(ANY) ? addressed(device, addresses) : device)
        .toList();
  }

  private static CaptureDevice addressed(CaptureDevice device, List<InterfaceAddress> addresses) {
    return new CaptureDevice(
        device.name(),
        device.description(),
        addresses,
        device.hardwareAddress(),
        device.up(),
        device.loopback(),
        device.isDefault());
  }

  /** The device of that name among those listed. */
  static Optional<CaptureDevice> named(String name, List<CaptureDevice> devices) {
    return devices.stream().filter(device -> device.name().equals(name)).findFirst();
  }

  /** Marks the device of the default route, or else the first that is up and no loopback. */
  static List<CaptureDevice> withDefault(List<CaptureDevice> devices, Optional<String> routed) {
    Optional<String> name =
        devices.stream()
            .map(CaptureDevice::name)
            .filter(each -> routed.isPresent() && each.equals(routed.get()))
            .findFirst();
    if (name.isEmpty()) {
      name =
          devices.stream()
              .filter(device -> device.up() && !device.loopback())
              .filter(device -> !device.addresses().isEmpty())
              .map(CaptureDevice::name)
              .findFirst();
    }
    String chosen = name.orElse("");
    return devices.stream().map(device -> marked(device, device.name().equals(chosen))).toList();
  }

  private static CaptureDevice marked(CaptureDevice device, boolean isDefault) {
    return new CaptureDevice(
        device.name(),
        device.description(),
        device.addresses(),
        device.hardwareAddress(),
        device.up(),
        device.loopback(),
        isDefault);
  }

  private static List<PcapNetworkInterface> interfaces() throws CaptureException {
    LibraryFolder.tell();
    try {
      return Pcaps.findAllDevs();
    } catch (PcapNativeException e) {
      throw new CaptureException(
          Reason.NOT_PERMITTED, "cannot list devices: " + PcapErrors.text(e), e);
    } catch (LinkageError e) {
      throw PcapErrors.noLibrary(e);
    }
  }

  private static CaptureDevice describe(PcapNetworkInterface device) {
    List<InterfaceAddress> addresses = new ArrayList<>();
    for (PcapAddress address : device.getAddresses()) {
      if (address.getAddress() != null) {
        addresses.add(interfaceAddress(address.getAddress(), address.getNetmask()));
      }
    }
    return new CaptureDevice(
        device.getName(),
        device.getDescription() == null ? "" : device.getDescription(),
        addresses,
        device.getLinkLayerAddresses().stream().findFirst().flatMap(PcapDevices::hardwareAddress),
        device.isUp() && device.isRunning(),
        device.isLoopBack(),
        false);
  }

  /** An address whose mask is not told is taken for a network of its own. */
  private static InterfaceAddress interfaceAddress(InetAddress address, InetAddress mask) {
    IpAddress ours = IpAddress.of(address.getAddress());
    if (mask == null || mask.getAddress().length != address.getAddress().length) {
      return new InterfaceAddress(ours, ours.bits());
    }
    IpAddress bits = IpAddress.of(mask.getAddress());
    return new InterfaceAddress(ours, Long.bitCount(bits.high()) + Long.bitCount(bits.low()));
  }

  private static Optional<String> hardwareAddress(LinkLayerAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 6
        ? Optional.of(HexFormat.ofDelimiter(":").formatHex(bytes))
        : Optional.empty();
  }
}
