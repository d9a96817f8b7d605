package iftoprs.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Waits for what another process is about to do, by looking again and again. */
final class Eventually {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long LOOK_EVERY_MILLIS = 30;

  private Eventually() {}

  /** A look at something that changes by itself. */
  interface Look<T> {
    T now() throws IOException, InterruptedException;
  }

  /**
   * Looks until what is there is as described, and returns it.
   *
   * @param what the description, for the error that is thrown when it never becomes so
   */
  static <T> T see(String what, Look<T> look, Predicate<T> condition)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    T seen = look.now();
    while (!condition.test(seen)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("never saw " + what + " but\n" + inLines(seen));
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
      seen = look.now();
    }
    return seen;
  }

  private static String inLines(Object seen) {
    return seen instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
        : String.valueOf(seen);
  }
}
