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
  private static final int ABSENT = -1;

  private final Snapshot snapshot;
  private final int[] order;

  /** 1 + place in the frozen list, at or behind the hash of its flow's key. */
  private final int[] table;

  /** Place in the frozen list by index in its snapshot. */
  private final int[] placeByIndex;

  private final Map<GroupKey, Integer> groups = new HashMap<>();

  FrozenOrder(Snapshot snapshot, int[] order, List<GroupKey> groups) {
    this.snapshot = snapshot;
    this.order = order.clone();
    for (GroupKey group : groups) {
      this.groups.putIfAbsent(group, this.groups.size());
    }
    this.table = new int[Integer.highestOneBit(Math.max(8, order.length)) * 4];
    this.placeByIndex = new int[snapshot.flowCount()];
    Arrays.fill(placeByIndex, ABSENT);
    for (int place = 0; place < order.length; place++) {
      placeByIndex[order[place]] = place;
      int slot = snapshot.keyHash(order[place]) & table.length - 1;
      while (table[slot] != FREE) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = place + 1;
    }
  }

  /** Brings flows into the frozen order; those that joined keep the order in which they come. */
  int[] arrange(Snapshot newer, int[] sorted) {
    int[] places = places(newer);
    int[] atPlace = new int[order.length];
    Arrays.fill(atPlace, ABSENT);
    int[] joined = new int[sorted.length];
    int joinedCount = 0;
    for (int index : sorted) {
      if (places[index] == ABSENT) {
        joined[joinedCount++] = index;
      } else {
        atPlace[places[index]] = index;
      }
    }
    int[] arranged = new int[sorted.length];
    int count = 0;
    for (int index : atPlace) {
      if (index != ABSENT) {
        arranged[count++] = index;
      }
    }
    System.arraycopy(joined, 0, arranged, count, joinedCount);
    return arranged;
  }

  /**
   * The places of all flows in the frozen list. A flow mostly stands as far from its former index
   * as the one before it does, so the hash table is asked for few.
   */
  private int[] places(Snapshot newer) {
    int[] places = new int[newer.flowCount()];
    int shift = 0;
    for (int index = 0; index < places.length; index++) {
      int former = index + shift;
      boolean stayed =
          former >= 0 && former < placeByIndex.length && newer.isSameFlow(index, snapshot, former);
      if (stayed) {
        places[index] = placeByIndex[former];
      } else {
        int place = place(newer, index);
        places[index] = place;
        shift = place == ABSENT ? shift : order[place] - index;
      }
    }
    return places;
  }

  /** The place of a group before others of its list, or one behind all of them. */
  int place(GroupKey group) {
    return groups.getOrDefault(group, groups.size());
  }

  /** The place of a flow in the frozen list, or {@link #ABSENT}. */
  private int place(Snapshot newer, int index) {
    int slot = newer.keyHash(index) & table.length - 1;
    while (table[slot] != FREE) {
      int place = table[slot] - 1;
      if (newer.isSameFlow(index, snapshot, order[place])) {
        return place;
      }
      slot = slot + 1 & table.length - 1;
    }
    return ABSENT;
  }
}
