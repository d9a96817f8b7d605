package iftoprs.violations.library.domain;

import com.googlecode.lanterna.TerminalSize;

/** The domain uses the library of the screen. */
public final class KnowsATerminal {

  private KnowsATerminal() {}

  static TerminalSize violate() {
    return TerminalSize.ZERO;
  }
}
