package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import java.util.Optional;

/** Finds and opens the device of one capture, as often as it takes. The polling thread only. */
interface DeviceOpener {

  /**
   * The device as the system has it now: its addresses, whether it is up, perhaps a new name.
   *
   * @param known the device as it was last
   * @return empty while the device is gone
   * @throws CaptureException if the system does not list its devices
   */
  Optional<CaptureDevice> find(CaptureDevice known) throws CaptureException;

  /** Whether {@link #find} may tell something new since it was asked last. Cheap. */
  boolean mayHaveChanged();

  /**
   * Whether the device that was opened last is down or gone. Cheap; libpcap does not always tell.
   */
  boolean isAway();

  /**
   * Opens it.
   *
   * @param device as found
   * @throws CaptureException if it cannot be captured on now, or never again
   */
  CaptureHandle open(CaptureDevice device) throws CaptureException;

  /** Gives back what {@link #mayHaveChanged} needs; once, when nothing is asked any more. */
  void close();
}
