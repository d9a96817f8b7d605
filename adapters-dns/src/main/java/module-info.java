/**
 * Names of hosts and services.
 *
 * <p>Start with {@link iftoprs.adapters.dns.DnsjavaHostNames}. It must not know flows or screens.
 */
module adapters.dns {
  requires ports;
  requires org.dnsjava;

  exports iftoprs.adapters.dns to
      bootstrap;
}
