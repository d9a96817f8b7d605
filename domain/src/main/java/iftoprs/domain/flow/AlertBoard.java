package iftoprs.domain.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Remembers the newest alerts, {@value Alerts#MOST} of them, of all meters of a run. The thread
 * that counts.
 */
public final class AlertBoard {

  private List<Alert> recent = List.of();
  private long raised;

  /** An empty one. */
  public AlertBoard() {}

  long raised() {
    return raised;
  }

  /**
   * Adds the alerts of a slot.
   *
   * @param heaviest those that are remembered, the last of them numbered {@link #raised} + count
   * @param count how many there were
   */
  void add(List<Alert> heaviest, long count) {
    List<Alert> all = new ArrayList<>(recent);
    all.addAll(heaviest);
    recent = List.copyOf(all.subList(Math.max(0, all.size() - Alerts.MOST), all.size()));
    raised += count;
  }

  List<Alert> recent() {
    return recent;
  }
}
