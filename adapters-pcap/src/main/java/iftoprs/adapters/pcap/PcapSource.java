package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.Frame;
import iftoprs.ports.FrameHandler;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A device being captured on, through all its goings and comings.
 *
 * <p>When the device is lost its handle is closed and, after a {@link Backoff}, opened again, by
 * the polling thread itself: it is the one that keeps the right to. Time runs on meanwhile and
 * counters go on from where they were. Only what no waiting can mend (permission, a filter that
 * does not fit any more) ends the capture with an exception.
 */
final class PcapSource implements PacketSource {

  /**
   * How often the addresses and the name of the device are looked up at most (nanoseconds). It
   * takes 25 ms, for which the kernel's ring has room many times over.
   */
  static final long LOOK_NANOS = 5_000_000_000L;

  /** How often it is asked whether there is anything to look up (nanoseconds). */
  static final long ASK_NANOS = 250_000_000L;

  /**
   * How often a silent device is asked whether it is up (nanoseconds): libpcap takes the error off
   * the socket whenever it looks for a frame, and goes on as if nothing were.
   */
  static final long CHECK_NANOS = 250_000_000L;

  private final DeviceOpener opener;
  private final SourceClock clock;
  private final Waiting waiting;
  private final Backoff backoff;
  private final Gate gate = new Gate(this::release);
  private final Frame frame = new Frame();
  private volatile CaptureHandle handle; // a closed one while away
  private volatile CaptureDevice device;
  private volatile SourceState state = SourceState.CAPTURING;
  private volatile CaptureStats stats = CaptureStats.NONE;
  private CaptureStats earlier = CaptureStats.NONE; // of handles closed before
  private boolean away;
  private long nextAttempt;
  private long nextLook;
  private long nextCheck;

  /**
   * Opens the device for the first time.
   *
   * @param device as found
   * @throws CaptureException if it cannot be opened; nothing is tried again then
   */
  PcapSource(CaptureDevice device, DeviceOpener opener) throws CaptureException {
    this(device, opener, SourceClock.ofThisSystem(), Waiting.onClock(), new SplittableRandom());
  }

  PcapSource(
      CaptureDevice device,
      DeviceOpener opener,
      SourceClock clock,
      Waiting waiting,
      RandomGenerator random)
      throws CaptureException {
    this.device = device;
    this.opener = opener;
    this.clock = clock;
    this.waiting = waiting;
    this.handle = openOrClose(opener, device);
    long now = clock.now();
    this.backoff = new Backoff(random, now);
    this.nextLook = now + LOOK_NANOS;
  }

  private static CaptureHandle openOrClose(DeviceOpener opener, CaptureDevice device)
      throws CaptureException {
    try {
      return opener.open(device);
    } catch (CaptureException | RuntimeException | LinkageError e) {
      opener.close();
      throw e;
    }
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
    return handle.readPath();
  }

  private int deliver(FrameHandler handler, int limit, long maxWaitNanos) throws CaptureException {
    long start = clock.now();
    if (start >= nextLook && !away) {
      follow(start);
    }
    boolean told = away;
    Descriptors.Ready ready = Descriptors.Ready.NOTHING;
    while (!gate.isClosed()) {
      int delivered = away ? 0 : drain(handler, limit, ready == Descriptors.Ready.FAILED);
      if (delivered > 0) {
        return delivered;
      }
      long now = clock.now();
      if (!away && now >= nextCheck) {
        check(now);
      }
      long left = maxWaitNanos - (now - start);
      if (away && now >= nextAttempt) {
        if (!told) {
          return 0; // so that the caller sees the loss, however soon the device is back
        }
        reopen();
        told = away;
      } else if (left <= 0 || Thread.currentThread().isInterrupted()) {
        return 0;
      } else if (away) {
        waiting.await(Math.min(left, nextAttempt - now));
      } else {
        ready = handle.await(left);
      }
    }
    return END;
  }

  /** Only after all frames were read, for a loss forgets those that wait. */
  private void check(long now) {
    nextCheck = now + CHECK_NANOS;
    if (opener.isAway()) {
      lose("");
    }
  }

  /** Delivers what is there; finding nothing where something was said to be wrong is a loss. */
  private int drain(FrameHandler handler, int limit, boolean failed) {
    CaptureHandle handle = this.handle;
    SourceClock clock = this.clock;
    Frame frame = this.frame;
    long present = clock.now();
    int delivered = 0;
    int result = FrameReader.FRAME;
    while (delivered < limit && !gate.isClosed()) {
      result = handle.next(frame);
      if (result != FrameReader.FRAME) {
        break;
      }
      delivered++;
      long stamp = frame.timeNanos();
      long time = clock.place(stamp, present);
      if (time != stamp) {
        move(frame, time);
      }
      handler.onFrame(frame);
    }
    // After frames the next poll meets the same failure.
    if (delivered == 0 && (result < 0 || failed) && !gate.isClosed()) {
      lose(result < 0 ? handle.error() : "");
    }
    return delivered;
  }

  private static void move(Frame frame, long time) {
    frame.set(
        frame.linkType(),
        time,
        frame.wireLength(),
        frame.bytes(),
        frame.offset(),
        frame.capturedLength());
  }

  private void lose(String said) {
    earlier = sum(earlier, handle.stats());
    stats = earlier;
    handle.close();
    away = true;
    long now = clock.now();
    restart(reason(said), backoff.lost(now));
  }

  private String reason(String said) {
    String name = device.name();
    try {
      Optional<CaptureDevice> now = opener.find(device);
      now.ifPresent(found -> device = found);
      return PcapErrors.away(name, now, said);
    } catch (CaptureException e) {
      return PcapErrors.away(name, Optional.of(device), said);
    }
  }

  private void restart(String reason, long next) {
    nextAttempt = next;
    state = new SourceState.Restarting(reason, backoff.attempt(), next);
  }

  private void reopen() throws CaptureException {
    try {
      Optional<CaptureDevice> found = opener.find(device);
      if (found.isEmpty()) {
        restart(PcapErrors.away(device.name(), found, ""), backoff.failed(clock.now()));
        return;
      }
      device = found.get();
      handle = opener.open(device);
      long now = clock.now();
      backoff.opened(now);
      nextLook = now + LOOK_NANOS;
      away = false;
      state = SourceState.CAPTURING;
    } catch (CaptureException e) {
      String reason = e.getMessage();
      switch (e.reason()) {
        // The device was captured on before: it is not misspelt, it is on its way.
        case LINK_LOST, NO_SUCH_DEVICE ->
            restart(
                PcapErrors.away(device.name(), Optional.of(device), reason),
                backoff.failed(clock.now()));
        case NOT_PERMITTED, BAD_FILTER, BAD_FILE, NO_LIBRARY -> {
          state = new SourceState.Ended(reason);
          gate.close();
          throw e;
        }
      }
    }
  }

  /** Follows changes of addresses and of the name; that the device is gone the handle tells. */
  private void follow(long now) {
    if (!opener.mayHaveChanged()) {
      nextLook = now + ASK_NANOS;
      return;
    }
    nextLook = now + LOOK_NANOS;
    try {
      opener.find(device).ifPresent(found -> device = found);
    } catch (CaptureException e) {
      // No list this time; what was known holds until the next one.
      return;
    }
  }

  @Override
  public long timeNanos() {
    return clock.tell();
  }

  @Override
  public CaptureStats stats() {
    if (!gate.enter()) {
      return stats;
    }
    try {
      if (!away) {
        stats = sum(earlier, handle.stats());
      }
      return stats;
    } finally {
      gate.leave();
    }
  }

  private static CaptureStats sum(CaptureStats one, CaptureStats other) {
    return new CaptureStats(
        one.received() + other.received(),
        one.droppedByKernel() + other.droppedByKernel(),
        one.droppedByInterface() + other.droppedByInterface());
  }

  @Override
  public SourceState state() {
    SourceState now = state;
    return gate.isClosed() && !(now instanceof SourceState.Ended) ? SourceState.ENDED : now;
  }

  @Override
  public CaptureDevice device() {
    return device;
  }

  @Override
  public void close() {
    gate.close();
    waiting.wake();
    handle.wake();
  }

  private void release() {
    if (!away) {
      stats = sum(earlier, handle.stats());
      handle.close();
    }
    opener.close();
  }
}
