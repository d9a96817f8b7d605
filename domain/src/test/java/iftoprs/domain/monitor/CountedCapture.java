package iftoprs.domain.monitor;

import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.FrameHandler;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import java.util.List;

/** A capture that counts how often its source's counters are asked for. */
final class CountedCapture implements Capture {

  private final Capture capture;
  private int asked;

  CountedCapture(Capture capture) {
    this.capture = capture;
  }

  int asked() {
    return asked;
  }

  @Override
  public List<CaptureDevice> devices() throws CaptureException {
    return capture.devices();
  }

  @Override
  public PacketSource open(CaptureOptions options) throws CaptureException {
    PacketSource source = capture.open(options);
    return new PacketSource() {
      @Override
      public int poll(FrameHandler handler, int limit, long maxWaitNanos) throws CaptureException {
        return source.poll(handler, limit, maxWaitNanos);
      }

      @Override
      public long timeNanos() {
        return source.timeNanos();
      }

      @Override
      public CaptureStats stats() {
        asked++;
        return source.stats();
      }

      @Override
      public SourceState state() {
        return source.state();
      }

      @Override
      public CaptureDevice device() {
        return source.device();
      }

      @Override
      public void close() {
        source.close();
      }
    };
  }
}
