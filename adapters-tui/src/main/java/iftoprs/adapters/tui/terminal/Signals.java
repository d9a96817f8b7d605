package iftoprs.adapters.tui.terminal;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The signals of a terminal: its size has changed, stop, go on.
 *
 * <p>{@code sun.misc.Signal} is the one way to them in Java. Handlers run on a thread of their own
 * for each signal. A system without one of the signals simply does not send it.
 */
final class Signals {

  private static final String SIZE = "WINCH";
  private static final String STOP = "TSTP";
  private static final String CONTINUE = "CONT";

  private final Runnable stop;

  private Signals(Runnable stop) {
    this.stop = stop;
  }

  static Signals install(Runnable sizeChanged, Runnable stop, Runnable continued) {
    Signals signals = new Signals(stop);
    handle(SIZE, signal -> sizeChanged.run());
    handle(CONTINUE, signal -> continued.run());
    signals.catchStop();
    return signals;
  }

  /** A stop signal asks us first. */
  void catchStop() {
    handle(STOP, signal -> stop.run());
  }

  /** A stop signal stops the process, as it would any other. */
  void letStop() {
    handle(STOP, SignalHandler.SIG_DFL);
  }

  void remove() {
    handle(SIZE, SignalHandler.SIG_DFL);
    handle(STOP, SignalHandler.SIG_DFL);
    handle(CONTINUE, SignalHandler.SIG_DFL);
  }

  private static void handle(String name, SignalHandler handler) {
    try {
      Signal.handle(new Signal(name), handler);
    } catch (IllegalArgumentException absent) {
      // The system has no such signal, or the JVM was told to leave signals alone (-Xrs).
    }
  }
}
