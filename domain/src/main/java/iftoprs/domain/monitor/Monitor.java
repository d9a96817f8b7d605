package iftoprs.domain.monitor;

import iftoprs.domain.flow.FlowMeter;
import iftoprs.domain.flow.Interest;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Report;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.owner.Attribution;
import iftoprs.domain.owner.SocketIndex;
import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SocketTable;
import iftoprs.ports.SourceState;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A running monitor: polls a packet source, lets the meter count, and hands out its snapshots.
 *
 * <p>{@link #run} works on the calling thread, which is the single writer of all figures. {@link
 * #close}, {@link #interest}, {@link #refresh} and {@link #lookUpOwners} may be called by any
 * thread: each leaves a value that the running thread picks up.
 */
public final class Monitor implements AutoCloseable {

  /** Frames taken before the clock is looked at; bounds how late a tick can be under load. */
  private static final int BATCH = 4096;

  private final PacketSource source;
  private final FlowMeter meter;
  private final SocketTable socketTable;
  private final Executor background;
  private final AtomicBoolean scanning = new AtomicBoolean();

  private volatile boolean closed;
  private volatile Interest interest = Interest.NONE;
  private volatile boolean lookingUp;
  private volatile int refreshSeconds;
  private volatile SocketIndex sockets = SocketIndex.EMPTY;

  private Monitor(
      PacketSource source,
      MeterOptions options,
      SocketTable socketTable,
      Executor background,
      Consumer<Snapshot> publish) {
    this.source = source;
    this.socketTable = socketTable;
    this.background = background;
    this.lookingUp = socketTable != SocketTable.NONE;
    this.refreshSeconds = options.refreshSeconds();
    this.meter = new FlowMeter(options, source.device(), publish);
  }

  /**
   * Opens a source. What can fail fails here, before a terminal is taken over.
   *
   * @param capture where packets come from
   * @param captureOptions what to open
   * @param sockets who holds which socket; {@link SocketTable#NONE} for a replay
   * @param background runs socket scans
   * @param options how to count
   * @param publish receives each snapshot on the thread that runs
   * @return a monitor that is ready to {@link #run}
   * @throws CaptureException if the source cannot be opened
   */
  public static Monitor open(
      Capture capture,
      CaptureOptions captureOptions,
      SocketTable sockets,
      Executor background,
      MeterOptions options,
      Consumer<Snapshot> publish)
      throws CaptureException {
    return new Monitor(capture.open(captureOptions), options, sockets, background, publish);
  }

  /** What is captured. */
  public CaptureDevice device() {
    return source.device();
  }

  /**
   * The flows that the user looks at; counts from the next tick.
   *
   * @param newest their keys
   */
  public void interest(Interest newest) {
    interest = newest;
  }

  /**
   * Publishes at another interval; counts from the next slot.
   *
   * @param seconds 1, 2, 5 or 10
   */
  public void refresh(int seconds) {
    refreshSeconds = seconds;
  }

  /**
   * Switches the look-up of owners.
   *
   * @param on whether sockets are scanned; a replay never scans
   */
  public void lookUpOwners(boolean on) {
    lookingUp = on && socketTable != SocketTable.NONE;
  }

  /**
   * Counts until the source ends, a bound of the options is reached, or {@link #close}; then
   * publishes a last snapshot and closes the source.
   *
   * @throws CaptureException if the source breaks; what was counted before was published
   */
  public void run() throws CaptureException {
    try (source) {
      long began = source.timeNanos();
      if (began != 0) {
        meter.start(began);
      }
      scan();
      while (!closed && !meter.isFinished()) {
        if (!step()) {
          break;
        }
      }
      tell();
      meter.finish(ending());
    } catch (CaptureException e) {
      meter.finish(new SourceState.Ended(e.getMessage()));
      throw e;
    }
  }

  /** One turn: frames that wait, then the clock. Returns whether there may be more. */
  private boolean step() throws CaptureException {
    int taken = source.poll(meter, BATCH, patience());
    if (taken == PacketSource.END) {
      return false;
    }
    tell();
    long now = source.timeNanos();
    // With a full batch more frames wait that belong to the open slot: their own time moves on.
    if (taken < BATCH && now != 0) {
      if (now >= meter.nextSlotNanos()) {
        scan();
      }
      meter.advanceTo(now);
    }
    return true;
  }

  private long patience() {
    long now = source.timeNanos();
    return now == 0 ? 1_000_000_000L : Math.max(0, meter.nextSlotNanos() - now);
  }

  private void tell() {
    meter.source(source.stats(), source.state());
    meter.device(source.device());
    meter.interest(interest);
    meter.refresh(refreshSeconds);
    if (lookingUp) {
      meter.sockets(sockets);
    } else {
      meter.noSockets(socketTable == SocketTable.NONE ? Attribution.OFFLINE : Attribution.DISABLED);
    }
  }

  private SourceState ending() {
    return source.state() instanceof SourceState.Ended ended ? ended : SourceState.ENDED;
  }

  private void scan() {
    if (lookingUp && scanning.compareAndSet(false, true)) {
      background.execute(
          () -> {
            try {
              sockets = SocketIndex.of(socketTable.openSockets());
            } catch (IOException e) {
              sockets = SocketIndex.EMPTY;
            } finally {
              scanning.set(false);
            }
          });
    }
  }

  /**
   * The conversations so far, on the thread that ran, once {@link #run} has returned.
   *
   * @return a view on the meter's table
   */
  public Report report() {
    return meter.report();
  }

  /** Ends {@link #run} soon; idempotent, any thread. */
  @Override
  public void close() {
    closed = true;
    source.close();
  }
}
