package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import java.util.List;
import java.util.Optional;

/**
 * Opens a device through libpcap, and knows it again by its name or, after it was renamed, by the
 * number that the system gave it.
 */
final class PcapOpener implements DeviceOpener {

  private final CaptureOptions options;
  private final ReadPath readPath;
  private final DeviceNews news = new DeviceNews();
  private int number = Interfaces.NO_NUMBER;

  PcapOpener(CaptureOptions options, ReadPath readPath) {
    this.options = options;
    this.readPath = readPath;
  }

  @Override
  public Optional<CaptureDevice> find(CaptureDevice known) throws CaptureException {
    List<CaptureDevice> devices = PcapDevices.all();
    Optional<CaptureDevice> same = PcapDevices.named(known.name(), devices);
    if (same.isPresent() || number == Interfaces.NO_NUMBER) {
      return same;
    }
    return Interfaces.nameOf(number).flatMap(name -> PcapDevices.named(name, devices));
  }

  @Override
  public boolean mayHaveChanged() {
    return news.any();
  }

  @Override
  public boolean isAway() {
    return Interfaces.isAway(number);
  }

  @Override
  public CaptureHandle open(CaptureDevice device) throws CaptureException {
    int number = Interfaces.numberOf(device.name());
    LiveDevice handle = LiveDevice.open(device, options, readPath);
    this.number = number;
    return handle;
  }

  @Override
  public void close() {
    news.close();
  }
}
