/**
 * The screen: terminal, keys, cells.
 *
 * <p>Start with {@link iftoprs.adapters.tui.Tui}. It must not count, sort or decide: it turns bytes
 * into commands, and state and rows into cells.
 */
module adapters.tui {
  requires domain;
  requires com.googlecode.lanterna;
  requires jdk.unsupported;

  exports iftoprs.adapters.tui to
      bootstrap;
}
