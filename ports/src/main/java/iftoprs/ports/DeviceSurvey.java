package iftoprs.ports;

import java.util.List;
import java.util.Optional;

/** Looks at the devices of this host without opening one. Blocks; one thread at a time. */
@FunctionalInterface
public interface DeviceSurvey {

  /**
   * The devices as they are now.
   *
   * @throws CaptureException if there is nothing to choose from, with a message of one line
   */
  Reading read() throws CaptureException;

  /**
   * One look.
   *
   * @param timeNanos when, on a clock that never steps; only differences mean something
   * @param devices in the system's order
   */
  record Reading(long timeNanos, List<Device> devices) {
    /** Copies the list. */
    public Reading {
      devices = List.copyOf(devices);
    }
  }

  /**
   * One device.
   *
   * @param device what it is
   * @param carrier whether something is at its other end; empty if that is not known
   * @param traffic what the system has counted on it; empty if it does not count
   */
  record Device(CaptureDevice device, Optional<Boolean> carrier, Optional<Traffic> traffic) {}

  /**
   * Bytes since the device came up, whoever captured on it or not.
   *
   * @param sent bytes that left
   * @param received bytes that came
   */
  record Traffic(long sent, long received) {}
}
