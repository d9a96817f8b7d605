package iftoprs.domain.screen;

import java.util.Optional;
import java.util.OptionalInt;

/** Moves the selection and keeps it in sight. */
final class Selection {

  private Selection() {}

  static ScreenState move(ScreenState state, Command.Motion motion, FlowList list) {
    return switch (motion) {
      case Command.Move move -> move(state, list, move.flows());
      case Command.MoveHalfPages move ->
          move(state, list, move.count() * Math.max(1, Layout.of(state).page() / 2));
      case Command.MoveToFirst first -> select(state, list, 0);
      case Command.MoveToLast last -> select(state, list, list.size() - 1);
      case Command.Select select ->
          select.index() < list.size() ? select(state, list, select.index()) : state;
    };
  }

  /** Selects so many flows further on; the first one in sight where none was selected. */
  private static ScreenState move(ScreenState state, FlowList list, int flows) {
    OptionalInt at =
        state.selection().isPresent()
            ? list.indexOf(state.selection().orElseThrow())
            : OptionalInt.empty();
    return at.isPresent()
        ? select(state, list, at.getAsInt() + flows)
        : select(state, list, Math.clamp(state.scroll(), 0, Math.max(0, list.size() - 1)));
  }

  /** Selects the flow at a place, or the nearest there is. */
  private static ScreenState select(ScreenState state, FlowList list, int index) {
    if (list.size() == 0) {
      return state.withSelection(Optional.empty()).withScroll(0);
    }
    int at = Math.clamp(index, 0, list.size() - 1);
    return inSight(state.withSelection(Optional.of(list.flow(at).key())), at);
  }

  /** Looks again after the room has changed. */
  static ScreenState again(ScreenState state, FlowList list) {
    OptionalInt at =
        state.selection().isPresent()
            ? list.indexOf(state.selection().orElseThrow())
            : OptionalInt.empty();
    ScreenState seen = at.isPresent() ? inSight(state, at.getAsInt()) : state;
    return withinList(seen, list.size());
  }

  /** Scrolls as little as possible so that a place of the list is in sight. */
  static ScreenState inSight(ScreenState state, int index) {
    int page = Layout.of(state).page();
    int scroll = state.scroll();
    if (index < scroll) {
      return state.withScroll(index);
    }
    return index >= scroll + page ? state.withScroll(index - page + 1) : state;
  }

  /** Scrolls back where rows would stay empty although flows are left. */
  static ScreenState withinList(ScreenState state, int size) {
    int last = Math.max(0, size - Layout.of(state).page());
    return state.scroll() > last ? state.withScroll(last) : state;
  }
}
