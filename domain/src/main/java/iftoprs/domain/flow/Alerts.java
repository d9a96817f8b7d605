package iftoprs.domain.flow;

import java.util.List;

/**
 * The alerts of a run, as of a tick.
 *
 * @param threshold what a flow must reach in a slot, bytes per second; 0 if nobody asked for alerts
 * @param raised how many were raised since the start
 * @param active how many flows are above it now, or have not fallen far enough below it
 * @param recent the newest alerts, oldest first, at most {@value #MOST}
 */
public record Alerts(long threshold, long raised, int active, List<Alert> recent) {

  /** Most alerts that are remembered. */
  public static final int MOST = 100;

  /** Nobody asked for any. */
  public static final Alerts NONE = new Alerts(0, 0, 0, List.of());

  /** Copies the list. */
  public Alerts {
    recent = List.copyOf(recent);
  }

  /** Whether somebody asked for alerts. */
  public boolean areWanted() {
    return threshold > 0;
  }

  /**
   * The alerts that came after another, oldest first; a reader that missed a snapshot misses none
   * that are still remembered.
   *
   * @param number of the newest alert that is known already, 0 if none is
   */
  public List<Alert> since(long number) {
    int first = recent.size();
    while (first > 0 && recent.get(first - 1).number() > number) {
      first--;
    }
    return recent.subList(first, recent.size());
  }
}
