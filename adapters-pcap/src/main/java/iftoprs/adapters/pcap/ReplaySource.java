package iftoprs.adapters.pcap;

import iftoprs.adapters.pcap.file.CaptureFile;
import iftoprs.adapters.pcap.file.UnreadableException;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureException.Reason;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.Frame;
import iftoprs.ports.FrameBatch;
import iftoprs.ports.FrameHandler;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A capture file being played back. Where frames have to wait, one is read ahead, to know when it
 * is due.
 */
final class ReplaySource implements PacketSource {

  /**
   * Frames a poll where no clock runs. Each poll is a few dozen methods of those who ask, which are
   * not worth compiling if it gives many.
   */
  private static final int MANY = 1 << 16;

  private final CaptureInput input;
  private final CaptureDevice device;
  private final Admission admission;
  private final ReplayClock clock;
  private final boolean looping;
  private final Waiting waiting;
  private final boolean direct;
  private final Gate gate = new Gate(this::release);
  private final Frame frame = new Frame();
  private final FrameBatch batch = new FrameBatch();

  private CaptureFile file;
  private boolean pending; // frame holds a record that is not delivered yet
  private boolean ended;
  private long received;
  private long receivedBefore; // this round
  private long newestDrained;

  private ReplaySource(
      CaptureInput input,
      CaptureDevice device,
      Admission admission,
      ReplayClock clock,
      boolean looping,
      Waiting waiting) {
    this.input = input;
    this.device = device;
    this.admission = admission;
    this.clock = clock;
    this.looping = looping;
    this.waiting = waiting;
    this.direct = admission.isOpen() && !looping && !clock.isPaced();
  }

  static ReplaySource open(
      CaptureInput input,
      CaptureDevice device,
      Admission admission,
      ReplayClock clock,
      boolean looping,
      Waiting waiting)
      throws CaptureException {
    ReplaySource source = new ReplaySource(input, device, admission, clock, looping, waiting);
    source.file = source.openFile();
    try {
      admission.prepare(source.file.firstLinkType());
    } catch (CaptureException e) {
      source.release();
      throw e;
    }
    return source;
  }

  private CaptureFile openFile() throws CaptureException {
    InputStream stream = input.open();
    try {
      return input.pipe()
          ? CaptureFile.openPipe(input.name(), stream, waiting::wake)
          : CaptureFile.open(input.name(), stream);
    } catch (UnreadableException e) {
      closeQuietly(stream);
      throw new CaptureException(Reason.BAD_FILE, input.name() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public int poll(FrameHandler handler, int limit, long maxWaitNanos) throws CaptureException {
    if (ended || !gate.enter()) {
      return END;
    }
    try {
      int delivered = direct ? drain(handler, limit) : 0;
      return delivered > 0 ? delivered : deliver(handler, limit, maxWaitNanos);
    } finally {
      gate.leave();
    }
  }

  /**
   * Delivers what is here, where every frame is received, as it is and at once: nothing is read
   * ahead and no clock is asked.
   */
  private int drain(FrameHandler handler, int limit) {
    newestDrained = Long.MIN_VALUE;
    int delivered = 0;
    int frames = 1;
    while (frames > 0 && delivered < limit && !gate.isClosed()) {
      frames = drainBatch(handler, limit - delivered);
      delivered += frames;
    }
    if (delivered > 0) {
      received += delivered;
      clock.delivered(newestDrained);
    }
    return delivered;
  }

  /** A method of its own: a loop is compiled later than what is called often. */
  private int drainBatch(FrameHandler handler, int limit) {
    final FrameBatch batch = this.batch;
    int frames = file.fill(batch, limit);
    if (frames == 0) {
      CaptureFile.Next next = file.next(frame);
      if (next != CaptureFile.Next.FRAME) {
        ended = next == CaptureFile.Next.END;
        return 0;
      }
      batch.only(frame);
      frames = 1;
    }
    newestDrained = Math.max(newestDrained, batch.newest());
    handler.onFrames(batch);
    return frames;
  }

  @Override
  public int pollSize() {
    return direct ? MANY : PacketSource.super.pollSize();
  }

  private int deliver(FrameHandler handler, int limit, long maxWaitNanos) throws CaptureException {
    long start = clock.now();
    int delivered = 0;
    while (!ended && delivered < limit && !gate.isClosed()) {
      long wait = untilNext();
      if (ended) {
        break;
      }
      if (wait > 0) {
        long left = maxWaitNanos - (clock.now() - start);
        if (delivered > 0 || left <= 0 || Thread.currentThread().isInterrupted()) {
          return delivered;
        }
        waiting.await(Math.min(wait, left));
        continue;
      }
      pending = false;
      received++;
      delivered++;
      clock.delivered(frame.timeNanos());
      handler.onFrame(frame);
    }
    if (delivered == limit && clock.isPaced()) {
      untilNext(); // so that time does not pass what is due
    }
    return delivered > 0 ? delivered : END;
  }

  /** Reads ahead; clock nanoseconds until the frame is due, or until something may have changed. */
  private long untilNext() throws CaptureException {
    while (!pending) {
      switch (file.next(frame)) {
        case FRAME -> {
          if (admission.admits(frame)) {
            pending = true;
            restamp(clock.announce(frame.timeNanos()));
          } else if (gate.isClosed()) {
            return Long.MAX_VALUE;
          }
        }
        case STARVED -> {
          return Long.MAX_VALUE;
        }
        case END -> {
          if (!beginAnew()) {
            ended = true;
            return 0;
          }
        }
      }
    }
    return clock.untilDue(frame.timeNanos());
  }

  private void restamp(long time) {
    if (time == frame.timeNanos()) {
      return;
    }
    Frame.Direction direction = frame.direction();
    frame
        .set(
            frame.linkType(),
            time,
            frame.wireLength(),
            frame.bytes(),
            frame.offset(),
            frame.capturedLength())
        .direction(direction);
  }

  /** A round without a frame ends the loop, or it would spin. */
  private boolean beginAnew() throws CaptureException {
    if (!looping || received == receivedBefore) {
      return false;
    }
    receivedBefore = received;
    release();
    file = openFile();
    clock.nextRound();
    return true;
  }

  @Override
  public long timeNanos() {
    if (ended) {
      return clock.time(0);
    }
    return clock.time(pending ? frame.timeNanos() : Long.MAX_VALUE);
  }

  @Override
  public CaptureStats stats() {
    return new CaptureStats(received, 0, 0);
  }

  @Override
  public SourceState state() {
    if (!ended && !gate.isClosed()) {
      return SourceState.CAPTURING;
    }
    String note = file.note();
    return note.isEmpty() ? SourceState.ENDED : new SourceState.Ended(note);
  }

  @Override
  public CaptureDevice device() {
    return device;
  }

  @Override
  public void close() {
    gate.close();
    waiting.wake();
  }

  private void release() {
    closeQuietly(file);
  }

  /** Nothing was written: a failure to close loses nothing that could be told. */
  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException ignored) {
      return;
    }
  }
}
