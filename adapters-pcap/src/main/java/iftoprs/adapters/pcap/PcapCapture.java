package iftoprs.adapters.pcap;

import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.PacketSource;
import java.util.List;

/** Captures on the system's devices, through libpcap. Immutable. */
public final class PcapCapture implements Capture {

  private final ReadPath readPath;

  /** A capture that reads the fastest way there is. */
  public PcapCapture() {
    this(ReadPath.ofThisRun());
  }

  PcapCapture(ReadPath readPath) {
    this.readPath = readPath;
  }

  /**
   * Whether the default device is one that the system names, by a default route (IPv4, else IPv6);
   * if not, it is only the first that is up and has an address.
   */
  public static boolean hasDefaultRoute() {
    return DefaultRoute.device().isPresent();
  }

  /**
   * Loads and binds what opening a device needs, on a thread of its own beside the rest of a start:
   * then {@link #open} takes a third of the time. Whatever fails here fails there, too, and is said
   * there.
   */
  public static void prepare() {
    try {
      PcapDevices.all();
      ReadPath.ofThisRun().prepare();
      Descriptors.prepare();
      LiveDevice.prepare();
    } catch (CaptureException | LinkageError e) {
      return;
    }
  }

  @Override
  public List<CaptureDevice> devices() throws CaptureException {
    return PcapDevices.all();
  }

  @Override
  public PacketSource open(CaptureOptions options) throws CaptureException {
    List<CaptureDevice> devices = devices();
    CaptureDevice device = chosen(options, devices);
    try {
      return new PcapSource(device, new PcapOpener(options, readPath));
    } catch (LinkageError e) {
      throw PcapErrors.noLibrary(e);
    }
  }

  private static CaptureDevice chosen(CaptureOptions options, List<CaptureDevice> devices)
      throws CaptureException {
    if (options.device().isEmpty()) {
      return devices.stream()
          .filter(CaptureDevice::isDefault)
          .findFirst()
          .orElseThrow(() -> PcapErrors.noDefaultDevice(devices));
    }
    String name = options.device().get();
    return PcapDevices.named(name, devices)
        .orElseThrow(() -> PcapErrors.noSuchDevice(name, devices));
  }
}
