package iftoprs.bootstrap;

import iftoprs.domain.flow.Snapshot;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Passes snapshots on, and has the heap tidied up when too much of it is garbage.
 *
 * <p>Snapshots of many flows are too large to die young: they are moved to the old part of the
 * heap, which the serial collector does not look at before the heap is as large as it may get, a
 * quarter of the machine's memory. A program that is kept open must not grow like that: 10,000
 * flows a second were 240 MB a minute. The thread that publishes.
 */
final class TidyHeap implements Consumer<Snapshot> {

  /** Garbage that is not worth a collection (bytes). */
  static final long SLACK = 64L << 20;

  private final Consumer<Snapshot> next;
  private final LongSupplier used;
  private final Runnable collection;
  private long kept;

  TidyHeap(Consumer<Snapshot> next, LongSupplier used, Runnable collection) {
    this.next = next;
    this.used = used;
    this.collection = collection;
  }

  /** Of this process. */
  static TidyHeap before(Consumer<Snapshot> next) {
    Runtime runtime = Runtime.getRuntime();
    return new TidyHeap(next, () -> runtime.totalMemory() - runtime.freeMemory(), System::gc);
  }

  @Override
  public void accept(Snapshot snapshot) {
    next.accept(snapshot);
    // As much again as is in use: what a collection costs goes with that, so the share of time
    // stays small however large the table of flows has become.
    if (used.getAsLong() > 2 * kept + SLACK) {
      collection.run();
      kept = used.getAsLong();
    }
  }
}
