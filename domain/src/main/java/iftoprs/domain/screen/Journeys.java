package iftoprs.domain.screen;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.owner.Attribution;
import iftoprs.ports.PackageOwner;
import java.util.Optional;

/** The ways from one view to another. */
final class Journeys {

  private Journeys() {}

  static ScreenState go(ScreenState state, Command.Journey journey, Listing list) {
    return switch (journey) {
      case Command.NextTab next -> to(state, state.place().view().next(next.steps()));
      case Command.ShowTab show -> to(state, show.tab());
      case Command.Enter enter -> enter(state, list);
    };
  }

  private static ScreenState to(ScreenState state, View view) {
    return view.equals(state.place().view()) ? state : state.withPlace(state.place().to(view));
  }

  private static ScreenState enter(ScreenState state, Listing list) {
    if (!(state.place().view() instanceof View.Groups(Grouping by))) {
      return state;
    }
    Optional<GroupKey> group = state.place().group(by);
    if (group.isEmpty() || list.selected(state).isEmpty()) {
      return state.saying("Select " + by.noun(state.settings()).one() + " first: j, ↓ or a click");
    }
    Place flows = state.place().to(new View.FlowsOf(by, group.orElseThrow()));
    return state.withPlace(flows.withFlow(Optional.empty()));
  }

  /**
   * Where processes are rolled up, or no longer, the selection goes over to the row that has it.
   */
  static ScreenState regrouped(ScreenState state, ScreenState changed, Listing list) {
    Optional<GroupKey> selected = state.place().group(Grouping.PROCESS);
    boolean same = state.settings().is(Toggle.ROLL_UP) == changed.settings().is(Toggle.ROLL_UP);
    if (same || selected.isEmpty()) {
      return changed;
    }
    Snapshot snapshot = list.snapshot();
    for (int index = 0; index < snapshot.flowCount(); index++) {
      Attribution owner = snapshot.attribution(index);
      if (selected.orElseThrow().holds(owner, PackageOwner.NONE)) {
        GroupKey now = Grouping.PROCESS.key(owner, changed.settings(), PackageOwner.NONE);
        return changed.withPlace(changed.place().withGroup(Grouping.PROCESS, Optional.of(now)));
      }
    }
    return changed;
  }

  /** From the flows of a group to the groups, where it is still selected. */
  static ScreenState back(ScreenState state, Listing list) {
    return state.place().view() instanceof View.FlowsOf(Grouping by, GroupKey group)
        ? state.withPlace(state.place().to(new View.Groups(by)).withGroup(by, Optional.of(group)))
        : list.deselect(state);
  }
}
