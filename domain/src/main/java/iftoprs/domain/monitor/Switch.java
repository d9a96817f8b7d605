package iftoprs.domain.monitor;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The wish for another device, left by any thread and met by the one that counts.
 *
 * <p>A source that waits for frames does not hear of it, so while a switch is likely its waits are
 * cut short.
 */
final class Switch {

  /** How long a switch stays likely. */
  private static final long LIKELY_NANOS = 2_000_000_000L;

  /** Longest wait while it is. */
  private static final long WAIT_NANOS = 50_000_000L;

  /**
   * What is wished for.
   *
   * @param device its name
   * @param result is told why it cannot be, or nothing
   */
  record Wish(String device, Consumer<Optional<String>> result) {}

  private final AtomicReference<Optional<Wish>> wish = new AtomicReference<>(Optional.empty());
  private volatile boolean expected;
  private long likelyUntil = Long.MIN_VALUE;

  void wish(Wish newest) {
    wish.set(Optional.of(newest));
  }

  void expect() {
    expected = true;
  }

  Optional<Wish> take() {
    return wish.get().isPresent() ? wish.getAndSet(Optional.empty()) : Optional.empty();
  }

  /** How long to wait for frames at most; the thread that counts. */
  long patience(long now) {
    if (expected) {
      expected = false;
      likelyUntil = now + LIKELY_NANOS;
    }
    return now < likelyUntil ? WAIT_NANOS : Long.MAX_VALUE;
  }
}
