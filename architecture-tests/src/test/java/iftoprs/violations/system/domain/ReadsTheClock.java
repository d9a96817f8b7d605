package iftoprs.violations.system.domain;

/** The domain reads the clock of the machine. */
public final class ReadsTheClock {

  private ReadsTheClock() {}

  static long violate() {
    return System.nanoTime();
  }
}
