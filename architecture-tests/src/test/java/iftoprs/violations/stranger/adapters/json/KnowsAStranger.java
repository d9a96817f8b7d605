package iftoprs.violations.stranger.adapters.json;

import org.assertj.core.util.Strings;

/** An adapter uses a library that is in no row of the table. */
public final class KnowsAStranger {

  private KnowsAStranger() {}

  static boolean violate(String text) {
    return Strings.isNullOrEmpty(text);
  }
}
