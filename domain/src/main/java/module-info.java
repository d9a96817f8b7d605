/**
 * What iftoprs knows: packets, flows and their rates, owners, and the state of a screen.
 *
 * <p>Start with {@link iftoprs.domain.flow.FlowMeter}. Pure Java: this module must not know
 * libraries, files, sockets, clocks, threads or terminals; it speaks to the world through {@code
 * ports} alone.
 */
module domain {
  requires transitive ports;

  exports iftoprs.domain.flow;
  exports iftoprs.domain.monitor;
  exports iftoprs.domain.owner;
  exports iftoprs.domain.screen;
  exports iftoprs.domain.text;
}
