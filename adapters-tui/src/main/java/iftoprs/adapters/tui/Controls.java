package iftoprs.adapters.tui;

import iftoprs.domain.flow.Interest;
import iftoprs.domain.monitor.Monitor;
import iftoprs.ports.Links;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * What the screen may ask of the capture behind it; each must return at once.
 *
 * @param watch the flows whose history is wanted
 * @param refresh the interval of snapshots in seconds
 * @param lookUpOwners whether to ask which process owns a flow
 * @param links what the system tells of a device; this alone may take its time
 */
public record Controls(
    Consumer<Interest> watch, IntConsumer refresh, Consumer<Boolean> lookUpOwners, Links links) {

  /** The controls of a monitor on a system. */
  public static Controls of(Monitor monitor, Links links) {
    return new Controls(monitor::interest, monitor::refresh, monitor::lookUpOwners, links);
  }
}
