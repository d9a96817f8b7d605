package iftoprs.adapters.pcap;

import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.PacketSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Plays a capture file back, as fast as it can be read or at a pace. Immutable; each source reads
 * from the start. Frames that a capture filter refuses are not received at all.
 *
 * <p>Paced or in a loop, time goes on evenly: where the file's time steps back by more than {@link
 * ReplayClock#STEP_BACK}, and where the loop begins anew, the frames from there on carry later
 * times than the file says.
 */
public final class ReplayCapture implements Capture {

  private final CaptureInput input;
  private final Pace pace;
  private final boolean looping;
  private final LongSupplier clock;
  private final Supplier<Waiting> waiting;

  /**
   * A capture that plays the file once.
   *
   * @param input the file
   * @param pace how fast
   */
  public ReplayCapture(CaptureInput input, Pace pace) {
    this(input, pace, false, System::nanoTime, Waiting::onClock);
  }

  /**
   * A capture with a clock of its own.
   *
   * @param clock monotonic nanoseconds
   * @param waiting how each source waits
   */
  ReplayCapture(
      CaptureInput input,
      Pace pace,
      boolean looping,
      LongSupplier clock,
      Supplier<Waiting> waiting) {
    this.input = input;
    this.pace = pace;
    this.looping = looping;
    this.clock = clock;
    this.waiting = waiting;
  }

  /**
   * The same, but the file begins anew, a second later, whenever it ends.
   *
   * @throws IllegalArgumentException for a pipe, whose bytes come only once
   */
  public ReplayCapture looping() {
    if (input.pipe()) {
      throw new IllegalArgumentException(input.name() + " can be read only once");
    }
    return new ReplayCapture(input, pace, true, clock, waiting);
  }

  @Override
  public List<CaptureDevice> devices() {
    return List.of(device());
  }

  @Override
  public PacketSource open(CaptureOptions options) throws CaptureException {
    return ReplaySource.open(
        input,
        device(),
        Admission.of(options),
        new ReplayClock(pace, clock),
        looping,
        waiting.get());
  }

  private CaptureDevice device() {
    return CaptureDevice.named(input.shortName());
  }
}
