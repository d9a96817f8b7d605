package iftoprs.domain.screen;

import iftoprs.domain.flow.Alert;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.owner.Attribution;
import iftoprs.ports.PackageOwner;
import java.util.Optional;
import java.util.OptionalInt;

/** The rows of a view in display order. */
public sealed interface Listing permits FlowList, GroupList {

  /**
   * Lists what the state's view shows.
   *
   * @param newest the newest snapshot; while the screen is paused its own one is listed instead
   * @param state view, filter, order and toggles
   * @param known what is looked up
   * @return the list
   */
  static Listing of(Snapshot newest, ScreenState state, LookUps known) {
    return switch (state.place().view()) {
      case View.Flows flows -> FlowList.of(newest, state, known);
      case View.FlowsOf flows -> FlowList.of(newest, state, known);
      case View.Groups(Grouping by) -> GroupList.of(newest, state, by, known);
    };
  }

  /**
   * Whether listing again would give the same rows in the same order, unless names have been
   * learned.
   *
   * @param newest the newest snapshot
   * @param state view, filter, order and toggles
   * @return whether this list can stay
   */
  boolean isOf(Snapshot newest, ScreenState state);

  /** The snapshot that is listed. */
  Snapshot snapshot();

  /** Number of rows. */
  int size();

  /** Number of flows in all rows. */
  int flows();

  /** Sums over the flows in the list, without peaks; empty where none is hidden. */
  Optional<Totals> totals();

  /** Where the selected row stands; empty without one, or if it is not in the list. */
  OptionalInt selected(ScreenState state);

  /** What the selected row stands for, where there is one in the list. */
  Optional<Tip.Subject> subject(ScreenState state);

  /** Selects the row at a place of the list. */
  ScreenState select(ScreenState state, int index);

  /** Ends the selection in this kind of list. */
  ScreenState deselect(ScreenState state);

  /** Publishers of executables. */
  PackageOwner packages();

  /** An alert in words, with the names that the list has. */
  AlertRow row(Alert alert);

  /** The order as it is now, to be held. */
  FrozenOrder freeze();

  /** Whether anyone looks for owners: in a replay nobody does. */
  default boolean hasOwners() {
    return snapshot().flowCount() > 0 && snapshot().attribution(0) != Attribution.OFFLINE;
  }
}
