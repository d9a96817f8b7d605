package iftoprs.domain.monitor;

import iftoprs.domain.owner.ScanCost;
import iftoprs.ports.SocketTable.Clocks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Adds up what scans of sockets cost.
 *
 * <p>The thread that scans, one at a time, calls {@link #add}; everything else is called by the one
 * that counts.
 */
final class ScanLedger {

  private static final long SPAN_NANOS = 10_000_000_000L;

  /** Ticks come a little early or late: what is kept once a second may be that much closer. */
  private static final long SAMPLE_NANOS = 900_000_000L;

  /**
   * What has been added.
   *
   * @param scans how many
   * @param lastNanos how long the last took
   * @param spentNanos what all of them took, of the processor if that is known
   * @param lastSpent what the last took of that
   * @param typicalSpent the lesser of the last two: a walk over all processes, or a first scan by
   *     code that is not compiled yet, takes many times what the next one will
   * @param isCpuTime whether it is known
   */
  private record Sums(
      long scans,
      long lastNanos,
      long spentNanos,
      long lastSpent,
      long typicalSpent,
      boolean isCpuTime) {

    static final Sums NONE = new Sums(0, 0, 0, 0, 0, false);
  }

  private record Sample(long timeNanos, Sums sums) {}

  private volatile Sums sums = Sums.NONE;
  private final Deque<Sample> samples = new ArrayDeque<>();

  /** A scan has ended between whose beginning and end the clocks went on by so much. */
  void add(Clocks before, Clocks after) {
    long passed = after.nanos() - before.nanos();
    boolean cpu = before.cpuNanos().isPresent() && after.cpuNanos().isPresent();
    long spent = cpu ? after.cpuNanos().getAsLong() - before.cpuNanos().getAsLong() : passed;
    Sums old = sums;
    sums =
        new Sums(
            old.scans + 1,
            passed,
            old.spentNanos + spent,
            spent,
            Math.min(spent, old.lastSpent),
            cpu);
  }

  /** What a scan takes as a rule; 0 as long as one or none was made. */
  long typicalNanos() {
    return sums.typicalSpent;
  }

  /** Begins anew with what is recent: nobody scans now. */
  void rest() {
    samples.clear();
  }

  /**
   * What scans cost at a time.
   *
   * @param now source time; 0 where it has not begun
   * @return empty within the first second, and before a scan has ended
   */
  Optional<ScanCost> cost(long now) {
    if (now == 0) {
      return Optional.empty();
    }
    Sums at = sums;
    if (!samples.isEmpty() && now < samples.getLast().timeNanos) {
      samples.clear(); // the clock was set back
    }
    if (samples.isEmpty() || now - samples.getLast().timeNanos >= SAMPLE_NANOS) {
      samples.addLast(new Sample(now, at));
      dropOld(now);
    }
    Sample from = samples.getFirst();
    long span = now - from.timeNanos;
    if (span < SAMPLE_NANOS || at.scans == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new ScanCost(
            at.scans,
            at.lastNanos,
            at.scans - from.sums.scans,
            at.spentNanos - from.sums.spentNanos,
            span,
            at.isCpuTime));
  }

  /** Keeps one that is at least as old as the span, for it is where the span begins. */
  private void dropOld(long now) {
    Sample oldest = samples.removeFirst();
    while (!samples.isEmpty() && now - samples.getFirst().timeNanos >= SPAN_NANOS) {
      oldest = samples.removeFirst();
    }
    samples.addFirst(oldest);
  }
}
