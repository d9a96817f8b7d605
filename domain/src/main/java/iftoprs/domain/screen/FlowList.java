package iftoprs.domain.screen;

import iftoprs.domain.flow.Alert;
import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Totals;
import iftoprs.ports.PackageOwner;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The flows of a snapshot in display order, without those that the filter hides.
 *
 * <p>Ordering by rate allocates a few arrays, whatever the number of flows; words are made only for
 * rows that are asked for.
 */
public final class FlowList implements Listing {

  private static final int MOST_WATCHED = 128;

  private final Basis basis;
  private final LookUps known;
  private final int[] order;
  private final boolean[] pinned;
  private final Optional<Totals> totals;

  private FlowList(Basis basis, LookUps known) {
    this.basis = basis;
    this.known = known.named(basis.settings().is(Toggle.NAMES)).once();
    int[] listed = sorted();
    if (basis.isNarrowed()) {
      boolean[] found = basis.found(this.known);
      listed = only(found, listed);
      this.totals = Optional.of(totals(basis.snapshot(), found));
    } else {
      this.totals = Optional.empty();
    }
    if (basis.frozen().isPresent()) {
      listed = basis.frozen().orElseThrow().arrange(basis.snapshot(), listed);
    }
    if (listed.length > basis.top().orElse(listed.length)) {
      listed = Arrays.copyOf(listed, basis.top().getAsInt());
    }
    Pins pins = basis.settings().pins();
    this.pinned = pins.found(basis.snapshot());
    this.order = pins.all().isEmpty() ? listed : pinnedFirst(listed);
  }

  /**
   * Lists flows.
   *
   * @param newest the newest snapshot; while the screen is paused its own one is listed instead
   * @param state filter, order and toggles
   * @param known what is looked up
   * @return the list
   */
  public static FlowList of(Snapshot newest, ScreenState state, LookUps known) {
    return new FlowList(Basis.of(newest, state), known);
  }

  static FlowList of(Basis basis, LookUps known) {
    return new FlowList(basis, known);
  }

  @Override
  public boolean isOf(Snapshot newest, ScreenState state) {
    return basis.equals(Basis.of(newest, state));
  }

  private int[] sorted() {
    int[] sorted = FlowOrder.of(basis, known);
    if (basis.settings().is(Toggle.REVERSED)) {
      for (int low = 0, high = sorted.length - 1; low < high; low++, high--) {
        int other = sorted[low];
        sorted[low] = sorted[high];
        sorted[high] = other;
      }
    }
    return sorted;
  }

  private int[] pinnedFirst(int[] listed) {
    int[] moved = new int[listed.length];
    int count = 0;
    for (int index : listed) {
      if (pinned[index]) {
        moved[count++] = index;
      }
    }
    for (int index : listed) {
      if (!pinned[index]) {
        moved[count++] = index;
      }
    }
    return moved;
  }

  /** The flows that are kept in sight, filtered or not; at most {@value #MOST_WATCHED}. */
  Set<FlowKey> pinned() {
    Set<FlowKey> keys = new HashSet<>();
    for (int index = 0; index < pinned.length && keys.size() < MOST_WATCHED; index++) {
      if (pinned[index]) {
        keys.add(basis.snapshot().flow(index).key());
      }
    }
    return keys;
  }

  private static int[] only(boolean[] found, int[] sorted) {
    int[] kept = new int[sorted.length];
    int count = 0;
    for (int index : sorted) {
      if (found[index]) {
        kept[count++] = index;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  @Override
  public Snapshot snapshot() {
    return basis.snapshot();
  }

  @Override
  public int size() {
    return order.length;
  }

  @Override
  public int flows() {
    return order.length;
  }

  /**
   * A flow in words.
   *
   * @param index place in the list, 0 to {@link #size} - 1
   * @return its row
   */
  public Row row(int index) {
    return Row.of(
        flow(index), pinned[order[index]], basis.settings(), known.names(), known.services());
  }

  /**
   * A flow.
   *
   * @param index place in the list, 0 to {@link #size} - 1
   * @return a view on it
   */
  public FlowSnapshot flow(int index) {
    return basis.snapshot().flow(order[index]);
  }

  /**
   * Where a flow stands.
   *
   * @param key which flow
   * @return its place, or empty if it is not in the list
   */
  public OptionalInt indexOf(FlowKey key) {
    OptionalInt inSnapshot = basis.snapshot().indexOf(key);
    if (inSnapshot.isPresent()) {
      int wanted = inSnapshot.getAsInt();
      for (int i = 0; i < order.length; i++) {
        if (order[i] == wanted) {
          return OptionalInt.of(i);
        }
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public OptionalInt selected(ScreenState state) {
    return state.selection().isPresent()
        ? indexOf(state.selection().orElseThrow())
        : OptionalInt.empty();
  }

  @Override
  public Optional<Tip.Subject> subject(ScreenState state) {
    return selected(state).isPresent() ? state.selection().map(Tip.Flow::new) : Optional.empty();
  }

  /** Whether it lists what a view shows. */
  boolean isIn(View view) {
    return basis.view().equals(view);
  }

  @Override
  public PackageOwner packages() {
    return known.packages();
  }

  @Override
  public ScreenState select(ScreenState state, int index) {
    return state.withPlace(state.place().withFlow(Optional.of(flow(index).key())));
  }

  @Override
  public ScreenState deselect(ScreenState state) {
    return state.withPlace(state.place().withFlow(Optional.empty()));
  }

  @Override
  public AlertRow row(Alert alert) {
    return AlertRow.of(alert, basis.settings(), known.names(), known.services());
  }

  @Override
  public FrozenOrder freeze() {
    return new FrozenOrder(basis.snapshot(), order, GroupList.allKeys(basis, known));
  }

  @Override
  public Optional<Totals> totals() {
    return totals;
  }

  private static Totals totals(Snapshot snapshot, boolean[] counted) {
    Tally tally = new Tally();
    for (int index = 0; index < counted.length; index++) {
      if (counted[index]) {
        tally.add(snapshot, index);
      }
    }
    return tally.totals();
  }
}
