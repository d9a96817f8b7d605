package iftoprs.bootstrap.privilege;

import java.util.Set;

/** A part of root's power that some thread goes on needing (capabilities(7)). */
public enum Capability {
  /** Look into folders of others: {@code /proc/PID/fd}. */
  DAC_READ_SEARCH(2, true),
  /** Open devices again. */
  NET_RAW(13, false),
  /** Read the links in {@code /proc/PID/fd}, which tell sockets. */
  SYS_PTRACE(19, true);

  private final int number;
  private final boolean handedOn;

  Capability(int number, boolean handedOn) {
    this.number = number;
    this.handedOn = handedOn;
  }

  /** Its bit in the kernel's sets. */
  long bit() {
    return 1L << number;
  }

  /** Whether a program that the thread starts (lsof) gets it, too. */
  boolean handedOn() {
    return handedOn;
  }

  static long bits(Set<Capability> capabilities) {
    long bits = 0;
    for (Capability capability : capabilities) {
      bits |= capability.bit();
    }
    return bits;
  }

  static long handedOnBits(Set<Capability> capabilities) {
    long bits = 0;
    for (Capability capability : capabilities) {
      bits |= capability.handedOn() ? capability.bit() : 0;
    }
    return bits;
  }
}
