package iftoprs.domain.flow;

/**
 * What was on the wire but never counted, and oddities of time; none of them ever decreases.
 *
 * @param kernel frames dropped by the kernel
 * @param device frames dropped by the device or its driver
 * @param internal frames dropped between our own threads
 * @param timeSteps times that a file's clock stepped back by more than 10 s and was re-based
 */
public record LossLedger(long kernel, long device, long internal, long timeSteps) {

  /** Nothing lost. */
  public static final LossLedger NONE = new LossLedger(0, 0, 0, 0);

  /** Frames lost, wherever. */
  public long frames() {
    return kernel + device + internal;
  }
}
