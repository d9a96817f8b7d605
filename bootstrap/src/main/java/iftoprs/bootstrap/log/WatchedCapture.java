package iftoprs.bootstrap.log;

import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.PacketSource;
import java.util.List;

/** A capture whose losses and restarts are told to a log; frames pass by untouched. */
public final class WatchedCapture implements Capture {

  private final Capture capture;
  private final CaptureEvents events;
  private volatile CaptureStats newest = CaptureStats.NONE;

  /**
   * Watches another capture.
   *
   * @param capture opens sources
   * @param events is told of each event
   */
  public WatchedCapture(Capture capture, CaptureEvents events) {
    this.capture = capture;
    this.events = events;
  }

  @Override
  public List<CaptureDevice> devices() throws CaptureException {
    return capture.devices();
  }

  @Override
  public PacketSource open(CaptureOptions options) throws CaptureException {
    PacketSource source = capture.open(options);
    events.happened(
        source.device().name(),
        CaptureEvents.Event.START,
        options.filter().map("capturing what matches "::concat).orElse("capturing"));
    return new WatchedSource(source, events, stats -> newest = stats);
  }

  /** The counters as the capture told them last; any thread. */
  public CaptureStats stats() {
    return newest;
  }
}
