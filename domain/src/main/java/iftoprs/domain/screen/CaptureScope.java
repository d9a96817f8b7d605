package iftoprs.domain.screen;

import java.util.OptionalInt;

/**
 * What limits the capture from outside the screen, to be shown.
 *
 * @param captureFilter the expression of the capture filter; empty without one
 * @param net the network that was named as the local one; empty where nobody did
 * @param top most flows to list; empty for all
 */
public record CaptureScope(String captureFilter, String net, OptionalInt top) {

  /** Lists all flows. */
  public CaptureScope(String captureFilter, String net) {
    this(captureFilter, net, OptionalInt.empty());
  }

  /** Everything is captured. */
  public static final CaptureScope ALL = new CaptureScope("", "");
}
