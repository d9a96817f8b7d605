package iftoprs.ports;

import java.util.List;
import java.util.Optional;

/**
 * A device that frames can be captured on, or the stand-in for a capture file.
 *
 * @param name as the system names it, or the file's name
 * @param description what the system adds to the name; may be empty
 * @param addresses its addresses with their networks; empty for a file
 * @param hardwareAddress MAC address as {@code aa:bb:cc:dd:ee:ff}
 * @param up whether it is up and running
 * @param loopback whether it only talks to this host
 * @param isDefault whether a capture without a name would open it
 */
public record CaptureDevice(
    String name,
    String description,
    List<InterfaceAddress> addresses,
    Optional<String> hardwareAddress,
    boolean up,
    boolean loopback,
    boolean isDefault) {

  /** Copies the list of addresses. */
  public CaptureDevice {
    addresses = List.copyOf(addresses);
  }

  /**
   * A device of which only the name is known, such as a capture file.
   *
   * @param name name to show
   * @return a device that is up and has no addresses
   */
  public static CaptureDevice named(String name) {
    return new CaptureDevice(name, "", List.of(), Optional.empty(), true, false, true);
  }
}
