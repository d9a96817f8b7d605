package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Window;
import iftoprs.ports.PackageOwner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a row of flows went that is no longer there: what was being looked up has an answer, or an
 * owner was found. Flows that have ended leave nothing to follow.
 */
final class Succession {

  private Succession() {}

  /** Lets the selection, or the row that is looked into, go where most of its rate went. */
  static ScreenState followed(ScreenState state, Listing before, Listing now) {
    if (now instanceof GroupList groups
        && state.place().view() instanceof View.Groups(Grouping by)
        && before instanceof GroupList old
        && groups.selected(state).isEmpty()) {
      Optional<GroupKey> heir =
          state.place().group(by).flatMap(gone -> heir(old.flows(gone), by, state, groups));
      return heir.filter(key -> groups.row(key).isPresent()).isPresent()
          ? state.withPlace(state.place().withGroup(by, heir))
          : state;
    }
    if (state.place().view() instanceof View.FlowsOf(Grouping by, GroupKey group)
        && before instanceof FlowList old
        && old.isIn(state.place().view())
        && now.size() == 0) {
      Stream<FlowSnapshot> flows = IntStream.range(0, old.size()).mapToObj(old::flow);
      return heir(flows, by, state, now)
          .filter(key -> !key.equals(group))
          .map(key -> state.withPlace(state.place().to(new View.FlowsOf(by, key))))
          .orElse(state);
    }
    return state;
  }

  private static Optional<GroupKey> heir(
      Stream<FlowSnapshot> flows, Grouping by, ScreenState state, Listing now) {
    Snapshot snapshot = now.snapshot();
    PackageOwner packages = now.packages();
    Map<GroupKey, Long> rates = new HashMap<>();
    flows.forEach(
        flow -> {
          OptionalInt index = snapshot.indexOf(flow.key());
          if (index.isPresent()) {
            GroupKey key =
                by.key(snapshot.attribution(index.getAsInt()), state.settings(), packages);
            rates.merge(key, flow.rate(Window.FORTY, Side.BOTH), Long::sum);
          }
        });
    return rates.entrySet().stream().max(Succession::lighterFirst).map(Map.Entry::getKey);
  }

  /** Of equal rates the first key comes last. */
  private static int lighterFirst(Map.Entry<GroupKey, Long> left, Map.Entry<GroupKey, Long> right) {
    int order = left.getValue().compareTo(right.getValue());
    return order != 0 ? order : right.getKey().compareTo(left.getKey());
  }
}
