package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The order that was on screen when it was frozen; flows that it does not know join at the end. */
public final class FrozenOrder {

  private final Map<FlowKey, Integer> ranks;

  private FrozenOrder(Map<FlowKey, Integer> ranks) {
    this.ranks = ranks;
  }

  static FrozenOrder of(List<FlowKey> keys) {
    Map<FlowKey, Integer> ranks = HashMap.newHashMap(keys.size());
    for (FlowKey key : keys) {
      ranks.putIfAbsent(key, ranks.size());
    }
    return new FrozenOrder(ranks);
  }

  /** Brings flows into the frozen order; those that joined keep the order in which they come. */
  int[] order(int[] sorted, IntFunction<FlowKey> keys) {
    long[] ranked = new long[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      int rank = ranks.getOrDefault(keys.apply(sorted[i]), ranks.size() + i);
      ranked[i] = (long) rank << 32 | sorted[i];
    }
    Arrays.sort(ranked);
    int[] order = new int[sorted.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) ranked[i];
    }
    return order;
  }
}
