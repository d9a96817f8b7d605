package iftoprs.domain.monitor;

import iftoprs.domain.flow.FlowMeter;
import iftoprs.domain.flow.Interest;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Report;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.monitor.Stations.Station;
import iftoprs.domain.owner.Attribution;
import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SocketTable;
import iftoprs.ports.SourceState;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A running monitor: polls a packet source, lets the meter count, and hands out its snapshots.
 *
 * <p>{@link #run} works on the calling thread, which is the single writer of all figures. {@link
 * #close}, {@link #interest}, {@link #refresh} and {@link #lookUpOwners} may be called by any
 * thread: each leaves a value that the running thread picks up.
 */
public final class Monitor implements AutoCloseable {

  /**
   * How old the source's counters may be at a tick that frames bring about, if the source hands
   * over often enough. Asking takes more than the frames of a quiet device, for libpcap opens and
   * reads two files of the system each time.
   */
  private static final long TELL_NANOS = 50_000_000L;

  /** Between snapshots ahead of the first tick. */
  private static final long PREVIEW_NANOS = 100_000_000L;

  /** Far from now, but not so far that adding a little overflows. */
  private static final long NEVER = Long.MAX_VALUE / 2;

  private final Capture capture;
  private final CaptureOptions captureOptions;
  private final Stations stations;
  private final Switch switching = new Switch();
  private final SocketTable socketTable;
  private final SocketScans scans;

  private volatile PacketSource source;
  private Station station;
  private FlowMeter meter;
  private long began;

  private volatile boolean closed;
  private volatile boolean ended;
  private volatile Interest interest = Interest.NONE;
  private volatile boolean lookingUp;
  private volatile int refreshSeconds;
  private long toldAt;
  private SourceState toldState = SourceState.CAPTURING;
  private long nextPreview = NEVER;
  private boolean previews;
  private boolean previewing;

  /**
   * The first scan comes after the first flows are shown: they share two cores with all the rest.
   */
  private boolean previewed;

  private long delivered;
  private volatile long received;

  private Monitor(
      Capture capture,
      CaptureOptions captureOptions,
      MeterOptions options,
      SocketTable socketTable,
      SocketScans scans,
      Consumer<Snapshot> publish)
      throws CaptureException {
    this.capture = capture;
    this.captureOptions = captureOptions;
    this.source = capture.open(captureOptions);
    this.socketTable = socketTable;
    this.scans = scans;
    this.lookingUp = socketTable != SocketTable.NONE;
    this.refreshSeconds = options.refreshSeconds();
    this.stations = new Stations(options, publish);
    this.station = stations.enter(source.device(), 0);
    this.meter = station.meter();
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
    SocketScans scans = new SocketScans(capture, sockets, background);
    return new Monitor(capture, captureOptions, options, sockets, scans, publish);
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
   * Captures on another device from now on. Flows and totals of the present one are kept, and go on
   * when it is captured on again.
   *
   * @param device its name
   * @param result is told by the thread that counts: nothing once it is captured on, or in one line
   *     why the present one stays
   */
  public void switchTo(String device, Consumer<Optional<String>> result) {
    if (ended) {
      result.accept(Optional.of("the capture has ended; start the program again"));
    } else {
      switching.wish(new Switch.Wish(device, result));
    }
  }

  /** Says that {@link #switchTo} may be called within the next two seconds; any thread. */
  public void expectSwitch() {
    switching.expect();
  }

  /**
   * Publishes snapshots ahead of the first tick, so that a user sees flows at once. Only a source
   * with a clock of its own has them: the snapshots of a file depend on the file alone. To be
   * called before {@link #run}, by its thread or the one that starts it.
   */
  public void preview() {
    previews = true;
    previewing = true;
  }

  /**
   * Why owners cannot be found, one line for the user; empty while the scans of sockets succeed or
   * nobody looks.
   */
  public Optional<String> scanProblem() {
    return lookingUp ? scans.problem() : Optional.empty();
  }

  /**
   * Counts until the source ends, a bound of the options is reached, or {@link #close}; then
   * publishes a last snapshot and closes the source.
   *
   * @throws CaptureException if the source breaks; what was counted before was published
   */
  public void run() throws CaptureException {
    try {
      began = source.timeNanos();
      if (began != 0) {
        meter.start(began);
      }
      if (!previewing) {
        scanNow();
      }
      tell();
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
    } finally {
      ended = true;
      source.close();
    }
  }

  private void switchTo(Switch.Wish wish) {
    PacketSource next;
    try {
      next = capture.open(captureOptions.on(wish.device()));
    } catch (CaptureException e) {
      wish.result().accept(Optional.of(e.getMessage()));
      return;
    }
    tell();
    String left = source.device().name();
    CaptureStats last = source.stats();
    source.close();
    source = next;
    if (closed) {
      next.close();
      return;
    }
    long now = next.timeNanos();
    stations.leave(left, station, last);
    station = stations.enter(next.device(), now - began);
    meter = station.meter();
    previewing = previews;
    nextPreview = NEVER;
    if (now != 0) {
      meter.start(now);
      meter.advanceTo(now);
    }
    tell();
    scanNow();
    wish.result().accept(Optional.empty());
  }

  /** One turn: frames that wait, then the clock. Returns whether there may be more. */
  private boolean step() throws CaptureException {
    switching.take().ifPresent(this::switchTo);
    int most = source.pollSize();
    int taken = source.poll(meter, most, patience());
    if (taken == PacketSource.END) {
      return false;
    }
    taken(taken);
    long now = source.timeNanos();
    if (mustTell(now)) {
      toldAt = now;
      tell();
    } else {
      tellOwners();
    }
    // With as many as asked for more frames wait that belong to the open slot: their own time moves
    // on.
    if (taken < most && now != 0) {
      if (now >= meter.nextSlotNanos()) {
        scanNow();
      }
      meter.advanceTo(now);
    }
    if (previewing && now != 0) {
      preview(now);
    }
    if (previewed || !previewing) {
      scanForNewFlows(now);
    }
    return true;
  }

  /**
   * At the end of a slot, and shortly before it, for the next frames may bring it about; and as
   * soon as the source does something else, which may be over again at the end of the slot.
   */
  private boolean mustTell(long now) {
    long left = meter.nextSlotNanos() - now;
    boolean soon = previewing || left <= TELL_NANOS;
    return left <= 0
        || now < toldAt
        || (soon && now - toldAt >= TELL_NANOS)
        || source.state() != toldState;
  }

  /** Counted here: the source's own counters are asked for seldom. */
  private void taken(int frames) {
    delivered += frames;
    received = delivered;
  }

  private void preview(long now) {
    if (nextPreview == NEVER) {
      nextPreview = now + PREVIEW_NANOS / 2;
    } else if (now >= nextPreview) {
      meter.preview(now);
      if (!previewed) {
        previewed = true;
        scanNow();
      }
      nextPreview = now + PREVIEW_NANOS;
      previewing = nextPreview < meter.nextSlotNanos();
    }
    if (!previewing) {
      nextPreview = NEVER;
    }
  }

  private long patience() {
    long now = source.timeNanos();
    if (now == 0) {
      return 1_000_000_000L;
    }
    long until = Math.max(0, Math.min(meter.nextSlotNanos(), nextPreview) - now);
    until = Math.min(until, switching.patience(now));
    return lookingUp ? Math.min(until, scans.untilDue(now)) : until;
  }

  private void scanNow() {
    if (lookingUp) {
      scans.startOfSlot(source.timeNanos(), source.device());
    }
  }

  private void scanForNewFlows(long now) {
    if (meter.takeScanWish()) {
      scans.wish();
    }
    if (lookingUp && scans.isDue(now)) {
      scans.startWished(now, source.device());
    }
  }

  private void tell() {
    CaptureStats stats = station.sum(source.stats());
    toldState = source.state();
    meter.source(stats, toldState);
    meter.device(source.device());
    meter.interest(interest);
    meter.refresh(refreshSeconds);
    scans.measure(source.timeNanos(), lookingUp);
    meter.scanCost(scans.cost());
    tellOwners();
  }

  private void tellOwners() {
    if (lookingUp) {
      meter.sockets(scans.newest());
    } else {
      meter.noSockets(socketTable == SocketTable.NONE ? Attribution.OFFLINE : Attribution.DISABLED);
    }
  }

  private SourceState ending() {
    return source.state() instanceof SourceState.Ended ended ? ended : SourceState.ENDED;
  }

  /**
   * The conversations so far, on the thread that ran, once {@link #run} has returned.
   *
   * @return a view on the meter's table
   */
  public Report report() {
    return meter.report();
  }

  /** Frames received so far, as of the last batch; any thread. */
  public long received() {
    return received;
  }

  /** Ends {@link #run} soon; idempotent, any thread. */
  @Override
  public void close() {
    closed = true;
    source.close();
  }
}
