package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import java.util.Arrays;
import java.util.function.Function;

/** Orders the flows of a snapshot. */
final class FlowOrder {

  private final Snapshot snapshot;
  private final Settings settings;
  private final LookUps known;

  private FlowOrder(Basis basis, LookUps known) {
    this.snapshot = basis.snapshot();
    this.settings = basis.settings();
    this.known = known;
  }

  /** A name, none behind all. */
  private record Name(String text) implements Comparable<Name> {

    /** By hand: what a Comparator is composed of would be linked anew by every start. */
    @Override
    public int compareTo(Name other) {
      return text.isEmpty() == other.text.isEmpty()
          ? text.compareToIgnoreCase(other.text)
          : Boolean.compare(text.isEmpty(), other.text.isEmpty());
    }
  }

  private record Host(Name name, IpAddress address) implements Comparable<Host> {

    @Override
    public int compareTo(Host other) {
      int order = name.compareTo(other.name);
      return order != 0 ? order : address.compareTo(other.address);
    }
  }

  private record Labelled<T extends Comparable<? super T>>(int index, T label) {}

  /**
   * All flows, filtered or not, in their order.
   *
   * @param basis the flows, the order and the side that counts
   * @param known names; asked for every flow only when ordering by them
   * @return indexes for {@link Snapshot#flow}
   */
  static int[] of(Basis basis, LookUps known) {
    SortBy by = basis.settings().sort().in(basis.view());
    return new FlowOrder(basis, known).by(by);
  }

  private int[] by(SortBy by) {
    Side side = settings.lineMode().side();
    return switch (by) {
      case TWO, TEN, FORTY, FLOWS, NUMBER -> snapshot.order(by.barWindow(), side);
      case TOTAL -> snapshot.orderByBytes(side);
      case PACKETS -> snapshot.orderByPacketRate(side);
      case SOURCE -> byLabel(flow -> host(flow.local()));
      case DESTINATION -> byLabel(flow -> host(flow.remote()));
      case PROTOCOL -> byLabel(flow -> flow.key().transport().keyword());
      case SERVICE ->
          byLabel(flow -> new Name(Row.service(flow.key(), settings, known.services())));
      case PROCESS, DETAIL -> byLabel(flow -> GroupKey.of(flow.attribution()));
    };
  }

  private Host host(Endpoint end) {
    IpAddress address = end.address();
    return new Host(new Name(known.names().nameOf(address).orElse("")), address);
  }

  private <T extends Comparable<? super T>> int[] byLabel(Function<FlowSnapshot, T> label) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know no type arguments
    Labelled<T>[] flows = new Labelled[snapshot.flowCount()];
    for (int i = 0; i < flows.length; i++) {
      flows[i] = new Labelled<>(i, label.apply(snapshot.flow(i)));
    }
    Arrays.sort(
        flows,
        (left, right) -> {
          int order = left.label().compareTo(right.label());
          return order != 0 ? order : snapshot.compareKeys(left.index(), right.index());
        });
    return Arrays.stream(flows).mapToInt(Labelled::index).toArray();
  }
}
