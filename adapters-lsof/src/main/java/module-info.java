/**
 * Open sockets and the processes that hold them.
 *
 * <p>Start with {@link iftoprs.adapters.lsof.LsofSocketTable}. It must not know flows: it only
 * lists.
 */
module adapters.lsof {
  requires ports;

  exports iftoprs.adapters.lsof to
      bootstrap;
}
