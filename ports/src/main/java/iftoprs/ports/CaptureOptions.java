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
 * @param gatherMillis how long a device may gather frames before it hands them over, at least 1;
 *     what it gathers for longer costs less
 */
public record CaptureOptions(
    Optional<String> device,
    Optional<String> filter,
    int snapLength,
    boolean promiscuous,
    int gatherMillis) {

  /**
   * Enough for link header, VLAN tags, IP with options or extensions and the ports (bytes). Longer
   * ones cost copying and kernel memory at high packet rates.
   */
  public static final int DEFAULT_SNAP_LENGTH = 256;

  /**
   * While owners are looked for (milliseconds): who sent a frame must be asked while the sender
   * lives. With 50 ms 3 of 20 programs that wait 10 ms for an answer were named, with 4 ms 18. It
   * costs 1 % of a core at 2,000 frames a second, less than that above and nothing on a quiet
   * device.
   */
  public static final int GATHER_FOR_OWNERS = 4;

  /** While nobody is waiting for a frame (milliseconds): 20 times a second are enough. */
  public static final int GATHER_FOR_FIGURES = 50;

  /**
   * While only sums are wanted, at the end (milliseconds). A frame that is gathered lies in the
   * kernel's ring, which has room for most of a second at 300,000 a second.
   */
  public static final int GATHER_FOR_SUMS = 100;

  /** The default device, unfiltered, not promiscuous, owners wanted. */
  public static final CaptureOptions DEFAULT =
      new CaptureOptions(Optional.empty(), Optional.empty(), DEFAULT_SNAP_LENGTH, false);

  /** Frames are handed over soon enough to find their owners. */
  public CaptureOptions(
      Optional<String> device, Optional<String> filter, int snapLength, boolean promiscuous) {
    this(device, filter, snapLength, promiscuous, GATHER_FOR_OWNERS);
  }

  /** The same on another device. */
  public CaptureOptions on(String name) {
    return new CaptureOptions(Optional.of(name), filter, snapLength, promiscuous, gatherMillis);
  }
}
