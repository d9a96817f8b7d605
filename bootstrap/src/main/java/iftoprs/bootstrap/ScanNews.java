package iftoprs.bootstrap;

import iftoprs.domain.flow.Snapshot;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Passes snapshots on, and tells the user when the owners of flows cannot be found: once for each
 * reason, not once a second. The thread that publishes.
 */
final class ScanNews implements Consumer<Snapshot> {

  private final Consumer<Snapshot> next;
  private final Consumer<String> say;
  private volatile Supplier<Optional<String>> problem = Optional::empty;
  private Optional<String> told = Optional.empty();

  ScanNews(Consumer<Snapshot> next, Consumer<String> say) {
    this.next = next;
    this.say = say;
  }

  /** Where to ask, which only is there when the snapshots have somewhere to go. */
  void about(Supplier<Optional<String>> source) {
    problem = source;
  }

  @Override
  public void accept(Snapshot snapshot) {
    next.accept(snapshot);
    Optional<String> now = problem.get();
    if (now.isPresent() && !now.equals(told)) {
      told = now;
      say.accept("no processes: " + now.get());
    }
  }
}
