package iftoprs.domain.screen;

import iftoprs.domain.flow.Snapshot;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order that was on screen when it was frozen; rows that it does not know join at the end.
 *
 * <p>A hash table over the places of the frozen list (open addressing), because making the keys of
 * 100,000 flows at every tick would take longer than all the rest.
 */
public final class FrozenOrder {

  private static final int FREE = 0;

  private final Snapshot snapshot;
  private final int[] order;

  /** 1 + place in the frozen list, at or behind the hash of its flow's key. */
  private final int[] table;

  private final Map<ProcessKey, Integer> processes = new HashMap<>();

  FrozenOrder(Snapshot snapshot, int[] order, List<ProcessKey> processes) {
    this.snapshot = snapshot;
    this.order = order.clone();
    for (ProcessKey process : processes) {
      this.processes.put(process, this.processes.size());
    }
    this.table = new int[Integer.highestOneBit(Math.max(8, order.length)) * 4];
    for (int place = 0; place < order.length; place++) {
      int slot = snapshot.keyHash(order[place]) & table.length - 1;
      while (table[slot] != FREE) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = place + 1;
    }
  }

  /** Brings flows into the frozen order; those that joined keep the order in which they come. */
  int[] arrange(Snapshot newer, int[] sorted) {
    long[] ranked = new long[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      int place = place(newer, sorted[i]);
      int rank = place >= 0 ? place : order.length + i;
      ranked[i] = (long) rank << 32 | sorted[i];
    }
    Arrays.sort(ranked);
    int[] arranged = new int[sorted.length];
    for (int i = 0; i < arranged.length; i++) {
      arranged[i] = (int) ranked[i];
    }
    return arranged;
  }

  /** The place of a process in the frozen list, or one behind all of them. */
  int place(ProcessKey process) {
    return processes.getOrDefault(process, processes.size());
  }

  /** The place of a flow in the frozen list, or -1. */
  private int place(Snapshot newer, int index) {
    int slot = newer.keyHash(index) & table.length - 1;
    while (table[slot] != FREE) {
      int place = table[slot] - 1;
      if (newer.isSameFlow(index, snapshot, order[place])) {
        return place;
      }
      slot = slot + 1 & table.length - 1;
    }
    return -1;
  }
}
