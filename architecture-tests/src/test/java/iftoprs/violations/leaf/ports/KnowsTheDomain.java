package iftoprs.violations.leaf.ports;

import iftoprs.violations.leaf.domain.SomeFigure;

/** A port that speaks in types of the domain. */
public final class KnowsTheDomain {

  private KnowsTheDomain() {}

  static void violate() {
    SomeFigure.touch();
  }
}
