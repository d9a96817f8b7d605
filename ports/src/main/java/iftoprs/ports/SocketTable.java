package iftoprs.ports;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Lists the sockets that are open right now, with the processes that hold them.
 *
 * <p>It only lists; which flow belongs to which socket is the domain's business. May block, so it
 * is called off the capture thread, by one thread at a time.
 */
@FunctionalInterface
public interface SocketTable {

  /**
   * For runs that can have no sockets, such as a replay. A class of its own: one that stands for a
   * lambda of an interface with default methods is in no AOT cache and is made at every start.
   */
  SocketTable NONE =
      new SocketTable() {
        @Override
        public List<OpenSocket> openSockets() {
          return List.of();
        }
      };

  /**
   * The sockets open now. A socket held by several processes is listed once for each. It may be the
   * very list of the last call, if nothing has changed: whoever sees that can spare work.
   *
   * @throws IOException if the list cannot be had; the message is one line for the user
   */
  List<OpenSocket> openSockets() throws IOException;

  /**
   * Whether a socket that is not listed does not exist; otherwise it may be one of a process that
   * may not be looked into.
   */
  default boolean listsEverySocket() {
    return true;
  }

  /**
   * How far the clocks have come by which a listing is measured: to be asked before and after it by
   * the thread that lists. Empty where nobody measures.
   */
  default Optional<Clocks> clocks() {
    return Optional.empty();
  }

  /**
   * Two clocks that never go back, each with a beginning of its own.
   *
   * @param nanos time that has passed
   * @param cpuNanos time of a processor that the asking thread has had; empty where that is not
   *     what a listing costs, because another process does the work, or where the system does not
   *     tell
   */
  record Clocks(long nanos, OptionalLong cpuNanos) {}
}
