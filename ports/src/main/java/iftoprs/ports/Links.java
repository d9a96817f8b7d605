package iftoprs.ports;

/** What the system tells of network devices, as of now. Any thread; may block for a moment. */
@FunctionalInterface
public interface Links {

  /** Nothing is known of any device. */
  Links NONE = device -> LinkDetails.UNKNOWN;

  /**
   * Asks about a device.
   *
   * @param device its name; anything at all
   * @return what is known, at least {@link LinkDetails#UNKNOWN}
   */
  LinkDetails of(String device);
}
