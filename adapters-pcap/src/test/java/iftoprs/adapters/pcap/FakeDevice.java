package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A device that comes, goes and changes as a test says; waiting for it moves the clock. */
final class FakeDevice implements DeviceOpener {

  final ManualClock clock;
  final List<Handle> handles = new ArrayList<>();
  final List<Long> opened = new ArrayList<>();
  Optional<CaptureDevice> present;
  Optional<CaptureException> refusal = Optional.empty();
  boolean away;
  boolean changed;
  int asked;
  int looks;
  int closed;

  FakeDevice(ManualClock clock, CaptureDevice device) {
    this.clock = clock;
    this.present = Optional.of(device);
  }

  Handle handle() {
    return handles.getLast();
  }

  @Override
  public Optional<CaptureDevice> find(CaptureDevice known) {
    looks++;
    return present;
  }

  @Override
  public boolean mayHaveChanged() {
    asked++;
    boolean news = changed;
    changed = false;
    return news;
  }

  @Override
  public boolean isAway() {
    return away;
  }

  @Override
  public CaptureHandle open(CaptureDevice device) throws CaptureException {
    opened.add(clock.getAsLong());
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    handles.add(new Handle());
    return handle();
  }

  @Override
  public void close() {
    closed++;
  }

  final class Handle implements CaptureHandle {

    final ArrayDeque<Long> stamps = new ArrayDeque<>();
    CaptureStats stats = CaptureStats.NONE;
    String error = "";
    boolean broken;
    boolean interrupted;
    int closed;

    @Override
    public ReadPath readPath() {
      return ReadPath.PCAP4J;
    }

    @Override
    public int next(Frame frame) {
      if (closed > 0) {
        throw new IllegalStateException("read after close");
      }
      if (!stamps.isEmpty()) {
        frame.set(1, stamps.poll(), 60, new byte[60], 0, 60);
        return FrameReader.FRAME;
      }
      return broken ? -1 : FrameReader.NOTHING;
    }

    @Override
    public Descriptors.Ready await(long nanos) {
      if (interrupted) {
        return Descriptors.Ready.FAILED;
      }
      clock.advance(nanos);
      return Descriptors.Ready.NOTHING;
    }

    @Override
    public void wake() {}

    @Override
    public String error() {
      return error;
    }

    @Override
    public CaptureStats stats() {
      return stats;
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
