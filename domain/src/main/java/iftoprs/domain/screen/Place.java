package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowKey;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the user is.
 *
 * @param view what is listed
 * @param flow the selected flow
 * @param groups the selected row of each tab of groups
 * @param scroll place in the list of the first row in sight
 */
public record Place(View view, Optional<FlowKey> flow, Map<Grouping, GroupKey> groups, int scroll) {

  /** The flows, none selected. */
  public static final Place START = new Place(View.FLOWS, Optional.empty(), Map.of(), 0);

  /** Copies the rows. */
  public Place {
    groups = Map.copyOf(groups);
  }

  /** The selected row of a tab of groups. */
  public Optional<GroupKey> group(Grouping by) {
    return Optional.ofNullable(groups.get(by));
  }

  /** Another view at its top, with what was selected in it. */
  Place to(View other) {
    return new Place(other, flow, groups, 0);
  }

  Place withFlow(Optional<FlowKey> selected) {
    return new Place(view, selected, groups, scroll);
  }

  Place withGroup(Grouping by, Optional<GroupKey> selected) {
    Map<Grouping, GroupKey> changed = new EnumMap<>(Grouping.class);
    changed.putAll(groups);
    changed.remove(by);
    selected.ifPresent(key -> changed.put(by, key));
    return new Place(view, flow, changed, scroll);
  }

  Place withScroll(int first) {
    return new Place(view, flow, groups, first);
  }
}
