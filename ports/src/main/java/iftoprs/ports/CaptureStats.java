package iftoprs.ports;

/**
 * Frames received and lost by a source since it was opened; none of them ever decreases.
 *
 * @param received frames that the capture mechanism saw and the filter let through
 * @param droppedByKernel frames lost because we did not read fast enough (pcap {@code ps_drop})
 * @param droppedByInterface frames lost by the device or its driver (pcap {@code ps_ifdrop})
 */
public record CaptureStats(long received, long droppedByKernel, long droppedByInterface) {

  /** Nothing received, nothing lost. */
  public static final CaptureStats NONE = new CaptureStats(0, 0, 0);
}
