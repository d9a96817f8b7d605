package iftoprs.domain.screen;

import iftoprs.domain.flow.Alert;
import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.owner.Attribution;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.Publisher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What groups of flows send and receive, in display order; flows without a process come last,
 * whatever the order, one row a reason.
 *
 * <p>Orders by the same keys as the flows; by name where those order by host or process. Rows that
 * are equal in it follow their keys, so nothing jumps about.
 */
public final class GroupList implements Listing {

  private static final Comparator<GroupRow> BY_DETAIL =
      Comparator.comparing((GroupRow row) -> row.detail().isEmpty())
          .thenComparing(GroupRow::detail, String.CASE_INSENSITIVE_ORDER);

  private final Basis basis;
  private final Grouping by;
  private final LookUps known;
  private final List<GroupRow> rows;
  private final Optional<Totals> totals;

  private GroupList(Basis basis, Grouping by, LookUps known) {
    this.basis = basis;
    this.by = by;
    this.known = known.once();
    Tally all = new Tally();
    List<GroupRow> counted = count(all);
    counted.sort(order());
    this.rows = List.copyOf(counted);
    this.totals = basis.filter().isActive() ? Optional.of(all.totals()) : Optional.empty();
  }

  /**
   * Lists groups.
   *
   * @param newest the newest snapshot; while the screen is paused its own one is listed instead
   * @param state filter, order and toggles
   * @param by what puts flows into one group
   * @param known what is looked up
   * @return the list
   */
  public static GroupList of(Snapshot newest, ScreenState state, Grouping by, LookUps known) {
    return new GroupList(Basis.of(newest, state), by, known);
  }

  /** The keys of all rows of all tabs of groups, each tab's in its order, rolled up and not. */
  static List<GroupKey> allKeys(Basis basis, LookUps known) {
    List<GroupKey> keys = new ArrayList<>();
    for (boolean rolledUp : new boolean[] {false, true}) {
      Basis all = basis.with(basis.settings().with(Toggle.ROLL_UP, rolledUp));
      keys.addAll(new GroupList(all.in(View.PROCESSES), Grouping.PROCESS, known).keys());
    }
    keys.addAll(new GroupList(basis.in(View.PUBLISHERS), Grouping.PUBLISHER, known).keys());
    return keys;
  }

  private List<GroupRow> count(Tally all) {
    Snapshot snapshot = basis.snapshot();
    boolean filtered = basis.filter().isActive();
    LookUps searched = known.named(basis.settings().is(Toggle.NAMES));
    boolean[] found = filtered ? basis.found(searched) : new boolean[0];
    Map<GroupKey, GroupTally> tallies = new HashMap<>();
    Map<Attribution, GroupTally> byOwner = new HashMap<>();
    for (int index = 0; index < snapshot.flowCount(); index++) {
      if (!filtered || found[index]) {
        Attribution owner = snapshot.attribution(index);
        byOwner.computeIfAbsent(owner, one -> tally(one, tallies)).add(snapshot, index);
        if (filtered) {
          all.add(snapshot, index);
        }
      }
    }
    List<GroupRow> counted = new ArrayList<>(tallies.size());
    tallies.forEach((key, tally) -> counted.add(tally.row(key)));
    return counted;
  }

  private GroupTally tally(Attribution owner, Map<GroupKey, GroupTally> tallies) {
    return tallies
        .computeIfAbsent(by.key(owner, basis.settings(), known.packages()), row -> new GroupTally())
        .ownedBy(owner);
  }

  private Comparator<GroupRow> order() {
    Comparator<GroupRow> byKey = Comparator.comparing(GroupRow::key);
    Settings settings = basis.settings();
    Side side = settings.lineMode().side();
    SortBy sort = settings.sort().in(basis.view());
    Comparator<GroupRow> order =
        switch (sort) {
          case SOURCE -> byKey;
          case DETAIL -> BY_DETAIL.thenComparing(byKey);
          default ->
              Comparator.comparingLong((GroupRow row) -> measure(row, sort, side))
                  .reversed()
                  .thenComparing(byKey);
        };
    Comparator<GroupRow> wanted = settings.is(Toggle.REVERSED) ? order.reversed() : order;
    Comparator<GroupRow> held =
        basis
            .frozen()
            .map(
                frozen ->
                    Comparator.comparingInt((GroupRow row) -> frozen.place(row.key()))
                        .thenComparing(wanted))
            .orElse(wanted);
    return Comparator.comparing((GroupRow row) -> row.key() instanceof GroupKey.Nobody)
        .thenComparing((left, right) -> compare(left, right, held));
  }

  private static long measure(GroupRow row, SortBy sort, Side side) {
    return switch (sort) {
      case TOTAL -> row.totals().bytes(side);
      case PACKETS -> row.packets().of(side);
      case FLOWS -> row.flows();
      case NUMBER -> row.number();
      default -> row.totals().rates(side).over(sort.barWindow());
    };
  }

  private static int compare(GroupRow left, GroupRow right, Comparator<GroupRow> groups) {
    return left.key() instanceof GroupKey.Nobody
        ? left.key().compareTo(right.key())
        : groups.compare(left, right);
  }

  /**
   * A row.
   *
   * @param index place in the list, 0 to {@link #size} - 1
   * @return what stands there
   */
  public GroupRow row(int index) {
    return rows.get(index);
  }

  /** So many rows stand for somebody with a name, in words. */
  public String counted() {
    return by.noun(basis.settings()).counted(named());
  }

  /** Number of rows that stand for somebody with a name. */
  int named() {
    return (int) rows.stream().filter(row -> row.key().isNamed()).count();
  }

  List<GroupKey> keys() {
    return rows.stream().map(GroupRow::key).toList();
  }

  @Override
  public boolean isOf(Snapshot newest, ScreenState state) {
    return !isWaiting() && basis.equals(Basis.of(newest, state));
  }

  /** Whether publishers are being looked up: even a paused screen learns of them. */
  private boolean isWaiting() {
    return rows.stream()
        .anyMatch(
            row ->
                row.key() instanceof GroupKey.Origin(Optional<Publisher> publisher)
                    && publisher.isEmpty());
  }

  @Override
  public Snapshot snapshot() {
    return basis.snapshot();
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public int flows() {
    return rows.stream().mapToInt(GroupRow::flows).sum();
  }

  @Override
  public Optional<Totals> totals() {
    return totals;
  }

  @Override
  public OptionalInt selected(ScreenState state) {
    return state
        .place()
        .group(by)
        .map(key -> keys().indexOf(key))
        .filter(index -> index >= 0)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  @Override
  public Optional<Tip.Subject> subject(ScreenState state) {
    return selected(state).isPresent()
        ? state.place().group(by).map(Tip.Group::new)
        : Optional.empty();
  }

  /** The row of a group, where there is one. */
  Optional<GroupRow> row(GroupKey key) {
    return rows.stream().filter(row -> row.key().equals(key)).findFirst();
  }

  /** The flows of a row, filtered or not. */
  Stream<FlowSnapshot> flows(GroupKey key) {
    Snapshot snapshot = basis.snapshot();
    return IntStream.range(0, snapshot.flowCount())
        .filter(index -> key.holds(snapshot.attribution(index), known.packages()))
        .mapToObj(snapshot::flow);
  }

  @Override
  public PackageOwner packages() {
    return known.packages();
  }

  @Override
  public ScreenState select(ScreenState state, int index) {
    return state.withPlace(state.place().withGroup(by, Optional.of(row(index).key())));
  }

  @Override
  public ScreenState deselect(ScreenState state) {
    return state.withPlace(state.place().withGroup(by, Optional.empty()));
  }

  @Override
  public AlertRow row(Alert alert) {
    return AlertRow.of(alert, basis.settings(), known.names(), known.services());
  }

  @Override
  public FrozenOrder freeze() {
    return FlowList.of(basis.in(View.FLOWS), known).freeze();
  }
}
