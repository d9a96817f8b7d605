package iftoprs.domain.screen;

import iftoprs.domain.flow.Snapshot;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that decides what is listed, and where.
 *
 * @param snapshot the figures: the newest, or the held ones while the screen is paused
 * @param settings order and toggles
 * @param filter the display filter
 * @param frozen the order that is held
 * @param view what is listed
 * @param top most flows to list
 */
record Basis(
    Snapshot snapshot,
    Settings settings,
    Filter filter,
    Optional<FrozenOrder> frozen,
    View view,
    OptionalInt top) {

  static Basis of(Snapshot newest, ScreenState state) {
    return new Basis(
        state.paused().orElse(newest),
        state.settings(),
        state.filter(),
        state.frozen(),
        state.place().view(),
        state.scope().top());
  }

  Basis in(View other) {
    return new Basis(snapshot, settings, filter, frozen, other, top);
  }

  Basis with(Settings other) {
    return new Basis(snapshot, other, filter, frozen, view, top);
  }

  /** Whether any flow could be hidden. */
  boolean isNarrowed() {
    return filter.isActive() || view instanceof View.FlowsOf;
  }

  /**
   * Which flows are let through. Searches in the snapshot's own order, which is the order of
   * memory: that is twice as fast as the order of the list.
   */
  boolean[] found(LookUps known) {
    boolean[] found;
    if (filter.isActive()) {
      found = known.searches().found(snapshot, filter, known.names(), known.services()).clone();
    } else {
      found = new boolean[snapshot.flowCount()];
      Arrays.fill(found, true);
    }
    if (view instanceof View.FlowsOf(Grouping by, GroupKey group)) {
      for (int index = 0; index < found.length; index++) {
        found[index] &= group.holds(snapshot.attribution(index), known.packages());
      }
    }
    return found;
  }
}
