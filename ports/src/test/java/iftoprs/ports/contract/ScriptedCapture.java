package iftoprs.ports.contract;

import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.FrameHandler;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A capture that follows a script: frames, silences, losses and failures in a given order, then the
 * end.
 *
 * <p>It never waits: a silence lets the source's time run on by as much as the poll would have
 * waited.
 */
public final class ScriptedCapture implements Capture {

  /** One line of the script. */
  public sealed interface Step permits TestFrame, Silence, Lost, Changed, Failure {}

  /**
   * No frame comes for a while.
   *
   * @param nanos how long
   */
  public record Silence(long nanos) implements Step {}

  /**
   * Frames are lost.
   *
   * @param byKernel more frames dropped by the kernel
   * @param byInterface more frames dropped by the device
   */
  public record Lost(long byKernel, long byInterface) implements Step {}

  /**
   * The state changes, as when the device goes away.
   *
   * @param state from now on
   */
  public record Changed(SourceState state) implements Step {}

  /**
   * The next poll fails.
   *
   * @param exception what it throws
   */
  public record Failure(CaptureException exception) implements Step {}

  private final CaptureDevice device;
  private final List<Step> script;
  private final List<SourceState> statesTold = new ArrayList<>();
  private final List<Integer> limitsAsked = new ArrayList<>();
  private OptionalInt pollSize = OptionalInt.empty();
  private int statsAsked;

  /** A capture of the device {@code test0}. */
  public ScriptedCapture(List<? extends Step> script) {
    this(CaptureDevice.named("test0"), script);
  }

  /** A capture of a given device. */
  public ScriptedCapture(CaptureDevice device, List<? extends Step> script) {
    this.device = device;
    this.script = List.copyOf(script);
  }

  /** A capture of the device {@code test0}. */
  public static ScriptedCapture of(Step... script) {
    return new ScriptedCapture(List.of(script));
  }

  @Override
  public List<CaptureDevice> devices() {
    return List.of(device);
  }

  @Override
  public PacketSource open(CaptureOptions options) throws CaptureException {
    String name = options.device().orElse(device.name());
    if (!name.equals(device.name())) {
      throw new CaptureException(CaptureException.Reason.NO_SUCH_DEVICE, "no device " + name);
    }
    return new Source();
  }

  /** Lets its sources ask for polls of so many frames. */
  public ScriptedCapture pollSize(int frames) {
    pollSize = OptionalInt.of(frames);
    return this;
  }

  /** What its sources were polled for, once for each poll. */
  public List<Integer> limitsAsked() {
    return List.copyOf(limitsAsked);
  }

  /** How often the counters of its sources were asked for. */
  public int statsAsked() {
    return statsAsked;
  }

  /** What its sources told of themselves, each change once. */
  public List<SourceState> statesTold() {
    return List.copyOf(statesTold);
  }

  private final class Source implements PacketSource {

    private int next;
    private long timeNanos;
    private long silenceLeft = -1;
    private CaptureStats stats = CaptureStats.NONE;
    private SourceState state = SourceState.CAPTURING;
    private volatile boolean closed;

    @Override
    public int pollSize() {
      return pollSize.orElseGet(PacketSource.super::pollSize);
    }

    @Override
    public int poll(FrameHandler handler, int limit, long maxWaitNanos) throws CaptureException {
      limitsAsked.add(limit);
      int delivered = 0;
      while (delivered < limit && !closed && next < script.size()) {
        switch (script.get(next)) {
          case TestFrame frame -> {
            next++;
            delivered++;
            deliver(frame, handler);
          }
          case Silence silence -> {
            if (delivered == 0) {
              waitThrough(silence, maxWaitNanos);
            }
            return delivered;
          }
          case Lost lost -> {
            next++;
            lose(lost);
          }
          case Changed changed -> {
            next++;
            state = changed.state();
          }
          case Failure failure -> {
            if (delivered == 0) {
              next++;
              throw failure.exception();
            }
            return delivered;
          }
        }
      }
      if (delivered == 0) {
        state = SourceState.ENDED;
        return END;
      }
      return delivered;
    }

    private void deliver(TestFrame frame, FrameHandler handler) {
      timeNanos = Math.max(timeNanos, frame.timeNanos());
      stats =
          new CaptureStats(
              stats.received() + 1, stats.droppedByKernel(), stats.droppedByInterface());
      handler.onFrame(frame.toFrame());
    }

    private void lose(Lost lost) {
      stats =
          new CaptureStats(
              stats.received(),
              stats.droppedByKernel() + lost.byKernel(),
              stats.droppedByInterface() + lost.byInterface());
    }

    private void waitThrough(Silence silence, long maxWaitNanos) {
      if (silenceLeft < 0) {
        silenceLeft = silence.nanos();
      }
      long waited = Math.min(silenceLeft, maxWaitNanos);
      timeNanos += waited;
      silenceLeft -= waited;
      if (silenceLeft == 0) {
        silenceLeft = -1;
        next++;
      }
    }

    @Override
    public long timeNanos() {
      return timeNanos;
    }

    @Override
    public CaptureStats stats() {
      statsAsked++;
      return stats;
    }

    @Override
    public SourceState state() {
      SourceState told = closed ? SourceState.ENDED : state;
      if (statesTold.isEmpty() || !statesTold.getLast().equals(told)) {
        statesTold.add(told);
      }
      return told;
    }

    @Override
    public CaptureDevice device() {
      return device;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
