package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.flow.Window;
import iftoprs.domain.flow.WindowRates;
import iftoprs.domain.owner.Attribution;
import iftoprs.ports.HostNames;
import iftoprs.ports.ServiceNames;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The flows of a snapshot in display order, without those that the filter hides.
 *
 * <p>Ordering by rate allocates a few arrays, whatever the number of flows; words are made only for
 * rows that are asked for.
 */
public final class FlowList {

  /** All that decides which flows are in the list, and where. */
  private record Basis(
      Snapshot snapshot, Settings settings, Filter filter, Optional<FrozenOrder> frozen) {

    static Basis of(Snapshot newest, ScreenState state) {
      return new Basis(
          state.paused().orElse(newest), state.settings(), state.filter(), state.frozen());
    }
  }

  private static final Side[] SIDES = Side.values();
  private static final Window[] WINDOWS = Window.values();

  private final Basis basis;
  private final HostNames names;
  private final ServiceNames services;
  private final int[] order;
  private final Optional<Totals> totals;

  private FlowList(Basis basis, HostNames names, ServiceNames services) {
    this.basis = basis;
    this.names = basis.settings().is(Toggle.NAMES) ? names : HostNames.NONE;
    this.services = services;
    int[] listed = sorted();
    if (basis.filter().isActive()) {
      boolean[] found = found();
      listed = only(found, listed);
      this.totals = Optional.of(totals(basis.snapshot(), found));
    } else {
      this.totals = Optional.empty();
    }
    this.order =
        basis.frozen().isPresent()
            ? basis.frozen().orElseThrow().arrange(basis.snapshot(), listed)
            : listed;
  }

  /**
   * Lists flows.
   *
   * @param newest the newest snapshot; while the screen is paused its own one is listed instead
   * @param state filter, order and toggles
   * @param names names of hosts
   * @param services names of ports
   * @return the list
   */
  public static FlowList of(
      Snapshot newest, ScreenState state, HostNames names, ServiceNames services) {
    return new FlowList(Basis.of(newest, state), names, services);
  }

  /**
   * Whether listing again would give the same flows in the same order, unless names have been
   * learned.
   *
   * @param newest the newest snapshot
   * @param state filter, order and toggles
   * @return whether this list can stay
   */
  public boolean isOf(Snapshot newest, ScreenState state) {
    return basis.equals(Basis.of(newest, state));
  }

  private int[] sorted() {
    Settings settings = basis.settings();
    int[] sorted = settings.sort().order(basis.snapshot(), settings.lineMode().side(), names);
    if (settings.is(Toggle.REVERSED)) {
      for (int low = 0, high = sorted.length - 1; low < high; low++, high--) {
        int other = sorted[low];
        sorted[low] = sorted[high];
        sorted[high] = other;
      }
    }
    return sorted;
  }

  /** Searches in the snapshot's own order, which is the order of memory: that is twice as fast. */
  private boolean[] found() {
    FilterSearch search = basis.filter().search(names, services);
    boolean[] found = new boolean[basis.snapshot().flowCount()];
    for (int index = 0; index < found.length; index++) {
      found[index] = search.matches(basis.snapshot().flow(index));
    }
    return found;
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

  /** The snapshot that is listed. */
  public Snapshot snapshot() {
    return basis.snapshot();
  }

  /** Number of flows in the list. */
  public int size() {
    return order.length;
  }

  /**
   * A flow in words.
   *
   * @param index place in the list, 0 to {@link #size} - 1
   * @return its row
   */
  public Row row(int index) {
    return Row.of(flow(index), basis.settings(), names, services);
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

  /** The order as it is now, to be held. */
  FrozenOrder freeze() {
    return new FrozenOrder(basis.snapshot(), order);
  }

  /** Whether anyone looks for owners: in a replay nobody does. */
  public boolean hasOwners() {
    return basis.snapshot().flowCount() > 0
        && basis.snapshot().flow(0).attribution() != Attribution.OFFLINE;
  }

  /** Sums over the flows in the list, without peaks; empty where no filter hides any. */
  public Optional<Totals> totals() {
    return totals;
  }

  private static Totals totals(Snapshot snapshot, boolean[] counted) {
    long[] rates = new long[9];
    long[] sums = new long[4];
    for (int index = 0; index < counted.length; index++) {
      if (!counted[index]) {
        continue;
      }
      int at = 0;
      for (Side side : SIDES) {
        for (Window window : WINDOWS) {
          rates[at++] += snapshot.rate(index, window, side);
        }
      }
      FlowSnapshot flow = snapshot.flow(index);
      sums[0] += flow.bytes(Side.SENT);
      sums[1] += flow.bytes(Side.RECEIVED);
      sums[2] += flow.packets(Side.SENT);
      sums[3] += flow.packets(Side.RECEIVED);
    }
    return new Totals(
        sums[0],
        sums[1],
        sums[2],
        sums[3],
        new WindowRates(rates[0], rates[1], rates[2]),
        new WindowRates(rates[3], rates[4], rates[5]),
        new WindowRates(rates[6], rates[7], rates[8]),
        0,
        0,
        0);
  }
}
