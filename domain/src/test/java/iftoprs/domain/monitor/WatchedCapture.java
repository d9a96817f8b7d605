package iftoprs.domain.monitor;

import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.PacketSource;
import java.util.ArrayList;
import java.util.List;

/** A capture whose source's present a fake socket table can read. */
final class WatchedCapture implements Capture {

  private final Capture capture;
  private final List<PacketSource> sources = new ArrayList<>();

  WatchedCapture(Capture capture) {
    this.capture = capture;
  }

  /** The present of the source that was opened, in seconds. */
  double seconds() {
    return sources.getLast().timeNanos() / 1e9;
  }

  @Override
  public List<CaptureDevice> devices() throws CaptureException {
    return capture.devices();
  }

  @Override
  public PacketSource open(CaptureOptions options) throws CaptureException {
    sources.add(capture.open(options));
    return sources.getLast();
  }
}
