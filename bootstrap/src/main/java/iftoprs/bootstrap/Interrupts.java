package iftoprs.bootstrap;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Ctrl+C and {@code kill}: the first asks the capture to end, so that what was counted is still
 * printed; the second ends the process at once with 128 + its number.
 *
 * <p>{@code sun.misc.Signal} is the one way to a quiet exit in Java: a shutdown hook comes too late
 * to change the exit status. Handlers run on threads of their own.
 */
final class Interrupts {

  private static final List<String> SIGNALS = List.of("INT", "TERM");

  private Interrupts() {}

  /**
   * Catches the signals from now on.
   *
   * @param end asks the capture to end; returns at once
   */
  static void endOnFirst(Runnable end) {
    AtomicBoolean ending = new AtomicBoolean();
    for (String name : SIGNALS) {
      try {
        Signal.handle(new Signal(name), signal -> caught(signal, ending, end));
      } catch (IllegalArgumentException refused) {
        // The JVM was told to leave signals alone (-Xrs): they end the process as ever.
      }
    }
  }

  private static void caught(Signal signal, AtomicBoolean ending, Runnable end) {
    if (ending.compareAndSet(false, true)) {
      end.run();
    } else {
      Runtime.getRuntime().halt(128 + signal.getNumber());
    }
  }
}
