/**
 * Which package of the system an executable came with.
 *
 * <p>Start with {@link iftoprs.adapters.packages.SystemPackages}. It must not know processes or
 * flows: it is asked about files.
 */
module adapters.packages {
  requires ports;

  exports iftoprs.adapters.packages to
      bootstrap;
}
