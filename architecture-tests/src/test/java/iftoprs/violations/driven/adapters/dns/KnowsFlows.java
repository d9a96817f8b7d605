package iftoprs.violations.driven.adapters.dns;

import iftoprs.violations.driven.domain.SomeFlow;

/** A driven adapter that knows the domain. */
public final class KnowsFlows {

  private KnowsFlows() {}

  static void violate() {
    SomeFlow.touch();
  }
}
