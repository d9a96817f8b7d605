package iftoprs.domain.screen;

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
      return state.saying("Select " + by.member() + " first: j, ↓ or a click");
    }
    Place flows = state.place().to(new View.FlowsOf(by, group.orElseThrow()));
    return state.withPlace(flows.withFlow(Optional.empty()));
  }

  /** From the flows of a group to the groups, where it is still selected. */
  static ScreenState back(ScreenState state, Listing list) {
    return state.place().view() instanceof View.FlowsOf(Grouping by, GroupKey group)
        ? state.withPlace(state.place().to(new View.Groups(by)).withGroup(by, Optional.of(group)))
        : list.deselect(state);
  }
}
