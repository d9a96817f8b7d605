package iftoprs.violations.top.adapters.json;

import iftoprs.violations.top.bootstrap.SomeWiring;

/** An adapter that reaches for the wiring. */
public final class KnowsTheWiring {

  private KnowsTheWiring() {}

  static void violate() {
    SomeWiring.touch();
  }
}
