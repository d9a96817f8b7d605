package iftoprs.bootstrap.log;

import iftoprs.bootstrap.log.CaptureEvents.Event;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.FrameHandler;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A source whose counters and state are looked at each time that they are asked for. */
final class WatchedSource implements PacketSource {

  /** A loss that goes on is one line a second. */
  static final long DROP_NANOS = 1_000_000_000L;

  private final PacketSource source;
  private final CaptureEvents events;
  private final Consumer<CaptureStats> newest;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private CaptureStats told = CaptureStats.NONE;
  private SourceState state = SourceState.CAPTURING;
  private long nextDrop = Long.MIN_VALUE;
  private long lostAt;

  WatchedSource(PacketSource source, CaptureEvents events, Consumer<CaptureStats> newest) {
    this.source = source;
    this.events = events;
    this.newest = newest;
  }

  @Override
  public int poll(FrameHandler handler, int limit, long maxWaitNanos) throws CaptureException {
    return source.poll(handler, limit, maxWaitNanos);
  }

  @Override
  public int pollSize() {
    return source.pollSize();
  }

  @Override
  public long timeNanos() {
    return source.timeNanos();
  }

  @Override
  public CaptureStats stats() {
    CaptureStats now = source.stats();
    newest.accept(now);
    if (lost(now) > lost(told) && source.timeNanos() >= nextDrop) {
      nextDrop = source.timeNanos() + DROP_NANOS;
      tellDrop(now);
    }
    return now;
  }

  private static long lost(CaptureStats stats) {
    return stats.droppedByKernel() + stats.droppedByInterface();
  }

  private void tellDrop(CaptureStats now) {
    long byKernel = now.droppedByKernel() - told.droppedByKernel();
    long byDevice = now.droppedByInterface() - told.droppedByInterface();
    told = now;
    events.happened(
        source.device().name(),
        Event.DROP,
        "%d frames by the kernel, %d by the device; since the start %s"
            .formatted(byKernel, byDevice, CaptureEvents.sums(now)));
  }

  @Override
  public SourceState state() {
    SourceState now = source.state();
    // Classes first: a record's equals is put together when first called, with 15 ms of CPU.
    if (now != state && (now.getClass() != state.getClass() || !now.equals(state))) {
      tellState(now);
      state = now;
    }
    return now;
  }

  private void tellState(SourceState now) {
    if (now instanceof SourceState.Ended) {
      stop();
      return;
    }
    String device = source.device().name();
    long time = source.timeNanos();
    if (now instanceof SourceState.Restarting(String reason, int attempt, long next)) {
      if (state instanceof SourceState.Capturing) {
        lostAt = time;
      }
      String when = "%s; attempt %d in %s s".formatted(reason, attempt + 1, seconds(next - time));
      events.happened(device, Event.RESTARTING, when);
    } else {
      events.happened(device, Event.CAPTURING, "again after " + seconds(time - lostAt) + " s");
    }
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", Math.max(0, nanos) / 1e9);
  }

  @Override
  public CaptureDevice device() {
    return source.device();
  }

  @Override
  public void close() {
    source.close();
    stop();
  }

  /** Told once, by whoever ends the capture; a loss that no line has told of yet comes first. */
  private void stop() {
    if (stopped.compareAndSet(false, true)) {
      CaptureStats last = source.stats();
      newest.accept(last);
      String why =
          source.state() instanceof SourceState.Ended(String note) && !note.isEmpty()
              ? note + "; "
              : "";
      events.happened(source.device().name(), Event.STOP, why + CaptureEvents.sums(last));
    }
  }
}
