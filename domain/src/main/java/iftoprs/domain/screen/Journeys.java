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
    if (!(state.place().view() instanceof View.Processes)) {
      return state;
    }
    Optional<ProcessKey> process = state.place().process();
    if (process.isEmpty() || list.selected(state).isEmpty()) {
      return state.saying("Select a process first: j, ↓ or a click");
    }
    Place flows = state.place().to(new View.FlowsOf(process.orElseThrow()));
    return state.withPlace(flows.withFlow(Optional.empty()));
  }

  /** From the flows of a process to the processes, where it is still selected. */
  static ScreenState back(ScreenState state, Listing list) {
    return state.place().view() instanceof View.FlowsOf(ProcessKey process)
        ? state.withPlace(state.place().to(View.PROCESSES).withProcess(Optional.of(process)))
        : list.deselect(state);
  }
}
