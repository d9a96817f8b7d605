package iftoprs.domain.flow;

import iftoprs.domain.owner.Attribution;
import iftoprs.domain.owner.ScanCost;
import iftoprs.domain.owner.SocketIndex;
import iftoprs.domain.packet.PacketBatch;
import iftoprs.domain.packet.PacketDecoder;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.Frame;
import iftoprs.ports.FrameBatch;
import iftoprs.ports.FrameHandler;
import iftoprs.ports.SourceState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Counts frames: decode, account, close slots, publish ticks. The single writer of all figures.
 *
 * <p>Every frame ends in exactly one flow or one bucket, with its wire length. Time is the frames'
 * own (or what {@link #advanceTo} says), so the same frames always give the same snapshots. Used by
 * one thread; what it publishes is immutable. The packet path allocates nothing but room for new
 * flows.
 */
public final class FlowMeter implements FrameHandler {

  private final MeterOptions options;
  private final Consumer<Snapshot> publish;
  private final PacketDecoder decoder = new PacketDecoder();
  private final PacketBatch packets = new PacketBatch();
  private final Received received = new Received();
  private final FrameBatch single = new FrameBatch();
  private final SlotClock clock = new SlotClock();
  private final LocalEnd localEnd;
  private final FlowTable table;
  private final Overflow overflow;
  private final BucketSums buckets = new BucketSums();
  private final LinkMeter link = new LinkMeter();
  private final Ticker ticker;
  private final RateWindows windows = new RateWindows();
  private final FlowAccounts accounts;
  private final AlertJudge judge;
  private final boolean netFilter;

  private CaptureDevice device;
  private CaptureStats stats = CaptureStats.NONE;
  private SourceState state = SourceState.CAPTURING;
  private Optional<ScanCost> scanCost = Optional.empty();
  private boolean finished;
  private int refreshSeconds;
  private long sampledAt;

  /**
   * Creates a meter that has seen nothing.
   *
   * @param options how to count
   * @param device what is captured; see {@link #device}
   * @param publish receives each snapshot, on the thread that counts
   */
  public FlowMeter(MeterOptions options, CaptureDevice device, Consumer<Snapshot> publish) {
    this(options, device, publish, new AlertBoard());
  }

  /**
   * Creates one of several meters of a run.
   *
   * @param options how to count
   * @param device what is captured
   * @param publish receives each snapshot, on the thread that counts
   * @param board remembers the alerts of them all
   */
  public FlowMeter(
      MeterOptions options, CaptureDevice device, Consumer<Snapshot> publish, AlertBoard board) {
    this.options = options;
    this.refreshSeconds = options.refreshSeconds();
    this.device = device;
    this.publish = publish;
    this.table = new FlowTable(options.maxFlows());
    this.overflow = new Overflow(options.maxFlows(), options.memory());
    this.localEnd = new LocalEnd(options.localNets());
    this.netFilter = localEnd.hasNets();
    this.ticker = new Ticker(table, windows);
    this.accounts =
        new FlowAccounts(table, overflow, localEnd, link, windows, ticker, clock, options.rates());
    this.judge = new AlertJudge(options.alertThreshold(), table, windows, ticker.owners(), board);
    localEnd.deviceAddresses(device.addresses());
  }

  /**
   * Begins to count time before any frame was seen, as a live capture does; a replay begins with
   * its first frame.
   *
   * @param timeNanos source time
   */
  public void start(long timeNanos) {
    if (!clock.isStarted()) {
      clock.start(timeNanos);
    }
  }

  /** Whether all that was asked for is counted and published: nothing counts any more. */
  public boolean isFinished() {
    return finished;
  }

  /** When the open slot ends, in source time; what a poll may wait for. */
  public long nextSlotNanos() {
    return clock.slotEnd();
  }

  /**
   * What is captured, as it is now; its addresses decide the direction of new flows.
   *
   * @param current the device
   */
  public void device(CaptureDevice current) {
    device = current;
    localEnd.deviceAddresses(current.addresses());
  }

  /**
   * What the source says of itself, for the next snapshot.
   *
   * @param currentStats received and lost so far
   * @param currentState what it is doing
   */
  public void source(CaptureStats currentStats, SourceState currentState) {
    stats = currentStats;
    state = currentState;
  }

  /**
   * Publishes at another interval from now on.
   *
   * @param seconds 1, 2, 5 or 10
   */
  public void refresh(int seconds) {
    refreshSeconds = seconds;
  }

  /** What looking for sockets costs; empty while nobody looks. */
  public void scanCost(Optional<ScanCost> cost) {
    scanCost = cost;
  }

  /** The newest scan of open sockets. */
  public void sockets(SocketIndex sockets) {
    ticker.owners().sockets(sockets);
  }

  /**
   * Says that nobody looks for owners.
   *
   * @param attribution what every flow is given instead
   */
  public void noSockets(Attribution attribution) {
    ticker.owners().without(attribution);
  }

  /**
   * Whether a flow of this host began since the last call that a scan may find the owner of.
   *
   * @return true once for any number of such flows
   */
  public boolean takeScanWish() {
    return ticker.owners().takeScanWish();
  }

  /**
   * The flows that the user looks at.
   *
   * @param interest their keys
   */
  public void interest(Interest interest) {
    ticker.interest(interest);
  }

  @Override
  public void onFrame(Frame frame) {
    onFrames(single.only(frame));
  }

  /**
   * Counts frames in short loops over the batch: decode, credit. Each is compiled by itself, which
   * is cheaper than one long path a frame (ADR 14).
   */
  @Override
  public void onFrames(FrameBatch batch) {
    if (finished || batch.end() == 0) {
      return;
    }
    decoder.decode(batch, packets);
    if (!clock.isStarted()) {
      clock.start(packets.rows()[PacketBatch.TIME]);
    }
    if (clock.observeTogether(batch.oldest(), batch.newest())) {
      received.takeAll(batch);
      account(0, packets.end());
    } else {
      slotBySlot();
    }
  }

  private void account(int from, int end) {
    if (netFilter || packets.holdsNoFlows()) {
      buckets.sortOut(packets, from, end, localEnd);
    }
    accounts.credit(packets, from, end);
  }

  /** For a batch that may reach beyond the open slot: the time of each frame decides. */
  private void slotBySlot() {
    int end = packets.end();
    int row = 0;
    while (row < end) {
      int laterSlot = received.take(packets, row, end, clock);
      account(row, laterSlot);
      if (laterSlot < end) {
        closeSlotsUntil(clock.now());
        if (finished) {
          return;
        }
      }
      row = laterSlot;
    }
  }

  /**
   * Lets time pass without a frame.
   *
   * @param timeNanos the present in source time; earlier than the present does nothing
   */
  public void advanceTo(long timeNanos) {
    if (!finished && clock.isStarted()) {
      closeSlotsUntil(clock.observe(timeNanos));
    }
  }

  private void closeSlotsUntil(long now) {
    while (now >= clock.slotEnd() && !finished) {
      closeSlot();
      if (!finished && windows.activeCount() == 0 && link.isSilent()) {
        jumpTowards(now);
      }
    }
  }

  /** Nothing to show and nothing to decay: the slots up to the last tick before now are empty. */
  private void jumpTowards(long now) {
    long until = Math.min(now, endOfDuration());
    long reachable = (until - clock.start()) / SlotClock.SLOT_NANOS;
    int refresh = refreshSeconds;
    // Stop one slot short of the last tick: closing that slot publishes it.
    long target = reachable - reachable % refresh - 1;
    if (target > clock.closed()) {
      link.skip(target - clock.closed());
      clock.skip(target - clock.closed());
    }
  }

  private long endOfDuration() {
    return clock.after(options.durationSeconds().orElse(Long.MAX_VALUE));
  }

  private void closeSlot() {
    clock.closeSlot();
    link.closeSlot(clock.closed());
    boolean last = clock.slotEnd() > endOfDuration();
    boolean due = clock.closed() % refreshSeconds == 0;
    if (options.rates()) {
      judge.judge(clock.after(clock.closed()), device);
      if (due || last) {
        if (last) {
          state = SourceState.ENDED;
        }
        publishTick(clock.after(clock.closed()));
      } else {
        ticker.pass();
      }
      ticker.advance();
    }
    link.openSlot();
    finished |= last;
  }

  /**
   * Publishes what the first slot holds so far, each rate as the average since the start. Such a
   * snapshot has number 0 and is in no history; once a slot is closed this does nothing.
   *
   * @param timeNanos the present in source time
   */
  public void preview(long timeNanos) {
    long elapsed = timeNanos - clock.start();
    if (finished || !clock.isStarted() || clock.closed() > 0 || elapsed <= 0) {
      return;
    }
    ticker.collectFirst(elapsed);
    publish.accept(ticker.snapshot(head(0, timeNanos, link.firstTotals(elapsed))));
  }

  private void publishTick(long timeNanos) {
    // A history's sample may span less than an interval: at the end, or after a change of it.
    ticker.collect(clock.closed(), Math.max(1, clock.closed() - sampledAt));
    sampledAt = clock.closed();
    long number = ticker.nextSequence();
    if (options.count().isPresent() && number >= options.count().getAsLong()) {
      finished = true;
      if (!(state instanceof SourceState.Ended)) {
        state = SourceState.ENDED;
      }
    }
    publish.accept(ticker.snapshot(head(number, timeNanos, link.totals())));
  }

  private Snapshot.Head head(long sequence, long timeNanos, Totals totals) {
    return new Snapshot.Head(
        sequence,
        timeNanos,
        clock.start(),
        refreshSeconds,
        device,
        received.frames(),
        received.bytes(),
        totals,
        idle(),
        ticker.unratedSum(),
        unaccounted(),
        ledger(),
        state,
        link.history(),
        judge.alerts(),
        scanCost);
  }

  private Sum idle() {
    Sum shown = ticker.shown();
    Sum unrated = ticker.unratedSum();
    return new Sum(
        table.size() - shown.flows() - unrated.flows(),
        link.packets() - overflow.packets() - shown.packets() - unrated.packets(),
        link.bytes() - overflow.bytes() - shown.bytes() - unrated.bytes());
  }

  private List<Unaccounted> unaccounted() {
    List<Unaccounted> list = buckets.toList();
    overflow.addTo(list);
    return List.copyOf(list);
  }

  private LossLedger ledger() {
    return new LossLedger(stats.droppedByKernel(), stats.droppedByInterface(), 0, clock.steps());
  }

  /**
   * Ends the count: the slot in progress is closed and published as the last snapshot.
   *
   * @param end how the source ended
   */
  public void finish(SourceState end) {
    if (finished) {
      return;
    }
    state = end;
    if (options.rates()) {
      finishTicks();
    }
    finished = true;
  }

  private void finishTicks() {
    if (!clock.isStarted()) {
      publishTick(0);
      return;
    }
    clock.closeSlot();
    link.closeSlot(clock.closed());
    judge.judge(clock.after(clock.closed()), device);
    publishTick(clock.after(clock.closed()));
  }

  /**
   * The conversations so far; valid until the next frame.
   *
   * @return a view on this meter's table
   */
  public Report report() {
    Report.Head head =
        new Report.Head(
            device,
            received.firstNanos(),
            received.lastNanos(),
            received.frames(),
            received.bytes(),
            unaccounted(),
            ledger(),
            state);
    return Report.of(head, table);
  }
}
