package iftoprs.domain.screen;

import java.util.OptionalInt;

/** Moves the selection and keeps it in sight. */
final class Selection {

  private Selection() {}

  static ScreenState move(ScreenState state, Command.Motion motion, Listing list) {
    return switch (motion) {
      case Command.Move move -> move(state, list, move.rows());
      case Command.MoveHalfPages move ->
          move(state, list, move.count() * Math.max(1, Layout.of(state).page() / 2));
      case Command.MoveToFirst first -> select(state, list, 0);
      case Command.MoveToLast last -> select(state, list, list.size() - 1);
      case Command.Select select ->
          select.index() < list.size() ? select(state, list, select.index()) : state;
    };
  }

  /** Selects so many rows further on; the first one in sight where none was selected. */
  private static ScreenState move(ScreenState state, Listing list, int rows) {
    OptionalInt at = list.selected(state);
    return at.isPresent()
        ? select(state, list, at.getAsInt() + rows)
        : select(state, list, Math.clamp(state.scroll(), 0, Math.max(0, list.size() - 1)));
  }

  /** Selects the row at a place, or the nearest there is. */
  private static ScreenState select(ScreenState state, Listing list, int index) {
    if (list.size() == 0) {
      return list.deselect(state).withScroll(0);
    }
    int at = Math.clamp(index, 0, list.size() - 1);
    return inSight(list.select(state, at), at);
  }

  /** Looks again after the room has changed. */
  static ScreenState again(ScreenState state, Listing list) {
    OptionalInt at = list.selected(state);
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

  /** Scrolls back where rows would stay empty although some are left. */
  static ScreenState withinList(ScreenState state, int size) {
    int last = Math.max(0, size - Layout.of(state).page());
    return state.scroll() > last ? state.withScroll(last) : state;
  }
}
