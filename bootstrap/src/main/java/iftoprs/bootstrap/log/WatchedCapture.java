package iftoprs.bootstrap.log;

import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.PacketSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A capture whose losses and restarts are told to a log; frames pass by untouched. */
public final class WatchedCapture implements Capture {

  private final Capture capture;
  private final CaptureEvents events;
  private final List<AtomicReference<CaptureStats>> opened = new CopyOnWriteArrayList<>();

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
    AtomicReference<CaptureStats> stats = new AtomicReference<>(CaptureStats.NONE);
    opened.add(stats);
    events.happened(
        source.device().name(),
        CaptureEvents.Event.START,
        options.filter().map("capturing what matches "::concat).orElse("capturing"));
    return new WatchedSource(source, events, stats::set);
  }

  private static CaptureStats sum(CaptureStats one, CaptureStats other) {
    return new CaptureStats(
        one.received() + other.received(),
        one.droppedByKernel() + other.droppedByKernel(),
        one.droppedByInterface() + other.droppedByInterface());
  }

  /** The counters of all sources as the capture told them last; any thread. */
  public CaptureStats stats() {
    CaptureStats sum = CaptureStats.NONE;
    for (AtomicReference<CaptureStats> stats : opened) {
      sum = sum(sum, stats.get());
    }
    return sum;
  }
}
