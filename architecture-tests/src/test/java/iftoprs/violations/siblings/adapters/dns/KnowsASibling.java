package iftoprs.violations.siblings.adapters.dns;

import iftoprs.violations.siblings.adapters.toml.SomeStore;

/** A driven adapter that knows another. */
public final class KnowsASibling {

  private KnowsASibling() {}

  static void violate() {
    SomeStore.touch();
  }
}
