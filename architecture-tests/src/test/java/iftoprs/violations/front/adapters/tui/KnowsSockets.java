package iftoprs.violations.front.adapters.tui;

import iftoprs.violations.front.adapters.lsof.SomeSocketTable;

/** A front end that knows a driven adapter. */
public final class KnowsSockets {

  private KnowsSockets() {}

  static void violate() {
    SomeSocketTable.touch();
  }
}
