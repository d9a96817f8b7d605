package iftoprs.adapters.lsof;

import iftoprs.adapters.lsof.ProcNet.Line;
import iftoprs.ports.Transport;
import java.util.function.Consumer;

/** Lists the sockets of this program's own network namespace quicker than text can be read. */
@FunctionalInterface
interface SocketDump {

  /** Knows no quicker way. */
  SocketDump NONE = (transport, sockets) -> false;

  /**
   * Lists the sockets of both families.
   *
   * @param transport of which
   * @param sockets is given each that is bound to a port and belongs to a file
   * @return whether these are all; if not, the text must be read
   */
  boolean list(Transport transport, Consumer<Line> sockets);
}
