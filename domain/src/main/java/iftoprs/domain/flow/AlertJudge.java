package iftoprs.domain.flow;

import iftoprs.ports.CaptureDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Watches all rated flows for a rate, at the end of every slot: not only at ticks, and not only the
 * flows that somebody looks at.
 *
 * <p>A flow alerts when the bytes of a slot reach the threshold, and again only after a slot below
 * four fifths of it. Of a crowd that crosses in one slot the heaviest are remembered. One thread;
 * without a threshold it costs nothing.
 */
final class AlertJudge {

  private final long threshold;
  private final FlowTable table;
  private final RateWindows windows;
  private final Owners owners;
  private final AlertBoard board;
  private int active;

  /** A flow that crosses now. */
  private record Crossing(long rate, FlowKey key, int id, int block) {

    /** By hand: what a Comparator is composed of would be linked anew by every start. */
    private static int lightestFirst(Crossing left, Crossing right) {
      return left.rate == right.rate
          ? right.key.compareTo(left.key)
          : Long.compare(left.rate, right.rate);
    }
  }

  AlertJudge(
      long threshold, FlowTable table, RateWindows windows, Owners owners, AlertBoard board) {
    this.threshold = threshold;
    this.table = table;
    this.windows = windows;
    this.owners = owners;
    this.board = board;
  }

  /** Judges the open slots, of which all is counted, before {@link Ticker} closes them. */
  void judge(long timeNanos, CaptureDevice device) {
    if (threshold == 0) {
      return;
    }
    long calm = threshold - threshold / 5;
    PriorityQueue<Crossing> heaviest = new PriorityQueue<>(Crossing::lightestFirst);
    long crossings = 0;
    active = 0;
    for (int i = windows.activeCount() - 1; i >= 0; i--) {
      int block = windows.block(i);
      int id = windows.owner(block);
      windows.settle(block, table.chunk(id), table.at(id));
      if (windows.crosses(block, threshold, calm)) {
        crossings++;
        keep(heaviest, block);
      }
      active += windows.isOver(block) ? 1 : 0;
    }
    if (crossings > 0) {
      raise(heaviest, crossings, timeNanos, device.name());
    }
  }

  private void keep(PriorityQueue<Crossing> heaviest, int block) {
    int id = windows.owner(block);
    long rate = windows.openSlot(block, 0) + windows.openSlot(block, 1);
    heaviest.add(new Crossing(rate, table.view(id).key(), id, block));
    if (heaviest.size() > Alerts.MOST) {
      heaviest.remove();
    }
  }

  private void raise(
      PriorityQueue<Crossing> heaviest, long crossings, long timeNanos, String device) {
    List<Crossing> order = new ArrayList<>(heaviest);
    order.sort(Crossing::lightestFirst);
    long before = board.raised() + crossings - order.size();
    List<Alert> alerts = new ArrayList<>(order.size());
    for (Crossing crossing : order) {
      alerts.add(
          new Alert(
              before + alerts.size() + 1,
              timeNanos,
              device,
              crossing.key(),
              windows.openSlot(crossing.block(), 0),
              windows.openSlot(crossing.block(), 1),
              threshold,
              owners.of(crossing.id(), crossing.block())));
    }
    board.add(alerts, crossings);
  }

  Alerts alerts() {
    return threshold == 0
        ? Alerts.NONE
        : new Alerts(threshold, board.raised(), active, board.recent());
  }
}
