package iftoprs.adapters.pcap;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How a source waits: on the clock in the program, not at all in tests. */
interface Waiting {

  /** Waits so long, or until {@link #wake}, or for no reason less. */
  void await(long nanos);

  /** Ends the present wait, or the next one at once; any thread. */
  void wake();

  /** Waits on the clock. */
  static Waiting onClock() {
    Semaphore wakes = new Semaphore(0);
    return new Waiting() {
      @Override
      public void await(long nanos) {
        try {
          if (wakes.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            wakes.drainPermits();
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }

      @Override
      public void wake() {
        wakes.release();
      }
    };
  }
}
