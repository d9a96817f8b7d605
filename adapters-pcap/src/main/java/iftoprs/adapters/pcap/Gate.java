package iftoprs.adapters.pcap;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets {@code close} come from any thread while another one is inside: whoever leaves last releases
 * what is guarded, exactly once.
 *
 * <p>Native memory that is freed under a thread that reads it takes the whole process along.
 */
final class Gate {

  private enum State {
    OPEN,
    INSIDE,
    CLOSED_INSIDE,
    CLOSED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
  private final Runnable release;

  /**
   * An open gate.
   *
   * @param release frees what is guarded; called once, when nobody is inside
   */
  Gate(Runnable release) {
    this.release = release;
  }

  /** Goes in, if it is open; each success is followed by {@link #leave}. */
  boolean enter() {
    return state.compareAndSet(State.OPEN, State.INSIDE);
  }

  /** Goes out, and releases if it was closed meanwhile. */
  void leave() {
    if (!state.compareAndSet(State.INSIDE, State.OPEN)) {
      state.set(State.CLOSED);
      release.run();
    }
  }

  /** Closes it, and releases now if nobody is inside. */
  void close() {
    while (true) {
      if (state.compareAndSet(State.OPEN, State.CLOSED)) {
        release.run();
        return;
      }
      if (state.compareAndSet(State.INSIDE, State.CLOSED_INSIDE) || isClosed()) {
        return;
      }
    }
  }

  /** Whether it was closed, perhaps with somebody still inside. */
  boolean isClosed() {
    State now = state.get();
    return now == State.CLOSED || now == State.CLOSED_INSIDE;
  }
}
