package iftoprs.domain.screen;

/**
 * What limits the capture from outside the screen, to be shown.
 *
 * @param captureFilter the expression of the capture filter; empty without one
 * @param net the network that was named as the local one; empty where nobody did
 */
public record CaptureScope(String captureFilter, String net) {

  /** Everything is captured. */
  public static final CaptureScope ALL = new CaptureScope("", "");
}
