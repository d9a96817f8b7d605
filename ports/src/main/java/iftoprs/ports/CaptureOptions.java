package iftoprs.ports;

import java.util.Optional;

/**
 * How to open a capture.
 *
 * @param device name of the device; empty means the capture's default one. A capture file has one
 *     device and ignores the name.
 * @param filter capture filter in libpcap's language, or empty for every frame
 * @param snapLength bytes to keep of each frame, at least 1; files keep what they hold
 * @param promiscuous whether to ask the device for frames that are not addressed to it
 */
public record CaptureOptions(
    Optional<String> device, Optional<String> filter, int snapLength, boolean promiscuous) {

  /**
   * Enough for link header, VLAN tags, IP with options or extensions and the ports (bytes). Longer
   * ones cost copying and kernel memory at high packet rates.
   */
  public static final int DEFAULT_SNAP_LENGTH = 256;

  /** The default device, unfiltered, not promiscuous. */
  public static final CaptureOptions DEFAULT =
      new CaptureOptions(Optional.empty(), Optional.empty(), DEFAULT_SNAP_LENGTH, false);
}
