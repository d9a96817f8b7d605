package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.Frame;
import iftoprs.ports.FrameHandler;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import java.time.Instant;

/** A device being captured on. */
final class PcapSource implements PacketSource {

  private final CaptureDevice device;
  private final LiveDevice live;
  private final Gate gate;
  private final Frame frame = new Frame();
  private final long clockStart = System.nanoTime();
  private final long epochStart = epochNanos(Instant.now());
  private volatile CaptureStats stats = CaptureStats.NONE;
  private SourceState state = SourceState.CAPTURING;

  PcapSource(CaptureDevice device, LiveDevice live) {
    this.device = device;
    this.live = live;
    this.gate = new Gate(this::release);
  }

  private static long epochNanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  @Override
  public int poll(FrameHandler handler, int limit, long maxWaitNanos) throws CaptureException {
    if (!gate.enter()) {
      return END;
    }
    try {
      return deliver(handler, limit, maxWaitNanos);
    } finally {
      gate.leave();
    }
  }

  /** How frames are read, after any fallback. */
  ReadPath readPath() {
    return live.readPath();
  }

  private int deliver(FrameHandler handler, int limit, long maxWaitNanos) throws CaptureException {
    long start = System.nanoTime();
    int delivered = drain(handler, limit);
    while (delivered == 0 && !gate.isClosed()) {
      long left = maxWaitNanos - (System.nanoTime() - start);
      if (left <= 0 || Thread.currentThread().isInterrupted()) {
        return 0;
      }
      Descriptors.Ready ready = live.await(left);
      delivered = drain(handler, limit);
      if (delivered == 0 && ready == Descriptors.Ready.FAILED) {
        throw lost("");
      }
    }
    return delivered == 0 ? END : delivered;
  }

  private int drain(FrameHandler handler, int limit) throws CaptureException {
    LiveDevice live = this.live;
    Frame frame = this.frame;
    int delivered = 0;
    while (delivered < limit && !gate.isClosed()) {
      int result = live.next(frame);
      if (result == FrameReader.NOTHING) {
        break;
      }
      if (result != FrameReader.FRAME) {
        if (delivered > 0) {
          return delivered; // the next poll meets the same failure
        }
        throw lost(live.error());
      }
      delivered++;
      handler.onFrame(frame);
    }
    return delivered;
  }

  private CaptureException lost(String said) {
    CaptureException lost = PcapErrors.lost(device.name(), said);
    state = new SourceState.Ended(lost.getMessage());
    gate.close();
    return lost;
  }

  @Override
  public long timeNanos() {
    return epochStart + (System.nanoTime() - clockStart);
  }

  @Override
  public CaptureStats stats() {
    if (!gate.enter()) {
      return stats;
    }
    try {
      stats = live.stats();
      return stats;
    } finally {
      gate.leave();
    }
  }

  @Override
  public SourceState state() {
    return gate.isClosed() && state.equals(SourceState.CAPTURING) ? SourceState.ENDED : state;
  }

  @Override
  public CaptureDevice device() {
    return device;
  }

  @Override
  public void close() {
    gate.close();
    live.wake();
  }

  private void release() {
    stats = live.stats();
    live.close();
  }
}
