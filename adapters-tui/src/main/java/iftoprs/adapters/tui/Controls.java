package iftoprs.adapters.tui;

import iftoprs.domain.flow.Interest;
import iftoprs.domain.monitor.Monitor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * What the screen may ask of the capture behind it; each must return at once.
 *
 * @param watch the flows whose history is wanted
 * @param refresh the interval of snapshots in seconds
 * @param lookUpOwners whether to ask which process owns a flow
 */
public record Controls(
    Consumer<Interest> watch, IntConsumer refresh, Consumer<Boolean> lookUpOwners) {

  /** The controls of a monitor. */
  public static Controls of(Monitor monitor) {
    return new Controls(monitor::interest, monitor::refresh, monitor::lookUpOwners);
  }
}
