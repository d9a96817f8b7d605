package iftoprs.domain.screen;

import iftoprs.domain.flow.Alert;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.owner.Attribution;
import iftoprs.ports.HostNames;
import iftoprs.ports.ServiceNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What each process sends and receives, in display order; flows without a process come last,
 * whatever the order, one row a reason.
 *
 * <p>Orders by the same keys as the flows; by name where those order by host. Rows that are equal
 * in it follow their keys, so nothing jumps about.
 */
public final class ProcessList implements Listing {

  private final Basis basis;
  private final HostNames names;
  private final ServiceNames services;
  private final List<ProcessRow> rows;
  private final Optional<Totals> totals;

  private ProcessList(Basis basis, HostNames names, ServiceNames services) {
    this.basis = basis;
    this.names = names;
    this.services = services;
    Tally all = new Tally();
    List<ProcessRow> counted = count(all);
    counted.sort(order());
    this.rows = List.copyOf(counted);
    this.totals = basis.filter().isActive() ? Optional.of(all.totals()) : Optional.empty();
  }

  /**
   * Lists processes.
   *
   * @param newest the newest snapshot; while the screen is paused its own one is listed instead
   * @param state filter, order and toggles
   * @param names names of hosts, for the filter
   * @param services names of ports, for the filter
   * @return the list
   */
  public static ProcessList of(
      Snapshot newest, ScreenState state, HostNames names, ServiceNames services) {
    return new ProcessList(Basis.of(newest, state).in(View.PROCESSES), names, services);
  }

  static ProcessList of(Basis basis, HostNames names, ServiceNames services) {
    return new ProcessList(basis.in(View.PROCESSES), names, services);
  }

  private List<ProcessRow> count(Tally all) {
    Snapshot snapshot = basis.snapshot();
    boolean filtered = basis.filter().isActive();
    HostNames searched = basis.settings().is(Toggle.NAMES) ? names : HostNames.NONE;
    boolean[] found = filtered ? basis.found(searched, services) : new boolean[0];
    Map<ProcessKey, Tally> tallies = new HashMap<>();
    Map<Attribution, Tally> byOwner = new HashMap<>();
    for (int index = 0; index < snapshot.flowCount(); index++) {
      if (!filtered || found[index]) {
        Attribution owner = snapshot.attribution(index);
        byOwner
            .computeIfAbsent(
                owner, key -> tallies.computeIfAbsent(ProcessKey.of(key), row -> new Tally()))
            .add(snapshot, index);
        if (filtered) {
          all.add(snapshot, index);
        }
      }
    }
    List<ProcessRow> counted = new ArrayList<>(tallies.size());
    tallies.forEach(
        (key, tally) ->
            counted.add(new ProcessRow(key, tally.flows(), tally.totals(), tally.packetRates())));
    return counted;
  }

  private Comparator<ProcessRow> order() {
    Comparator<ProcessRow> byKey = Comparator.comparing(ProcessRow::key);
    Settings settings = basis.settings();
    Side side = settings.lineMode().side();
    Comparator<ProcessRow> order =
        settings
            .sort()
            .window()
            .map(
                window ->
                    Comparator.comparingLong(
                            (ProcessRow row) -> row.totals().rates(side).over(window))
                        .reversed())
            .map(byRate -> byRate.thenComparing(byKey))
            .orElse(byKey);
    Comparator<ProcessRow> wanted = settings.is(Toggle.REVERSED) ? order.reversed() : order;
    Comparator<ProcessRow> held =
        basis
            .frozen()
            .map(
                frozen ->
                    Comparator.comparingInt((ProcessRow row) -> frozen.place(row.key()))
                        .thenComparing(wanted))
            .orElse(wanted);
    return Comparator.comparing((ProcessRow row) -> row.key() instanceof ProcessKey.Nobody)
        .thenComparing((left, right) -> compare(left, right, held));
  }

  private static int compare(ProcessRow left, ProcessRow right, Comparator<ProcessRow> processes) {
    return left.key() instanceof ProcessKey.Nobody
        ? left.key().compareTo(right.key())
        : processes.compare(left, right);
  }

  /**
   * A row.
   *
   * @param index place in the list, 0 to {@link #size} - 1
   * @return what stands there
   */
  public ProcessRow row(int index) {
    return rows.get(index);
  }

  /** Number of rows that stand for a process. */
  public int processes() {
    int processes = 0;
    for (ProcessRow row : rows) {
      processes += row.key() instanceof ProcessKey.Process ? 1 : 0;
    }
    return processes;
  }

  List<ProcessKey> keys() {
    return rows.stream().map(ProcessRow::key).toList();
  }

  @Override
  public boolean isOf(Snapshot newest, ScreenState state) {
    return basis.equals(Basis.of(newest, state));
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
    return rows.stream().mapToInt(ProcessRow::flows).sum();
  }

  @Override
  public Optional<Totals> totals() {
    return totals;
  }

  @Override
  public OptionalInt selected(ScreenState state) {
    return state
        .place()
        .process()
        .map(key -> keys().indexOf(key))
        .filter(index -> index >= 0)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  @Override
  public ScreenState select(ScreenState state, int index) {
    return state.withPlace(state.place().withProcess(Optional.of(row(index).key())));
  }

  @Override
  public ScreenState deselect(ScreenState state) {
    return state.withPlace(state.place().withProcess(Optional.empty()));
  }

  @Override
  public AlertRow row(Alert alert) {
    return AlertRow.of(alert, basis.settings(), names, services);
  }

  @Override
  public FrozenOrder freeze() {
    return FlowList.of(basis.in(View.FLOWS), names, services).freeze(keys());
  }
}
