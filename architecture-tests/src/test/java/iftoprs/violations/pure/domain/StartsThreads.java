package iftoprs.violations.pure.domain;

/** The domain makes threads of its own. */
public final class StartsThreads {

  private StartsThreads() {}

  static void violate() {
    Thread.onSpinWait();
  }
}
