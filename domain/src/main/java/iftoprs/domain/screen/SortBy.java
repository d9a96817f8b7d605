package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Window;
import iftoprs.ports.Endpoint;
import iftoprs.ports.HostNames;
import iftoprs.ports.IpAddress;
import java.util.Arrays;
import java.util.Optional;

/** What the flows are ordered by; flows that are equal in it follow their keys. */
public enum SortBy {
  /** Rate over 2 s, highest first. */
  TWO("2s", Optional.of(Window.TWO)),
  /** Rate over 10 s, highest first. */
  TEN("10s", Optional.of(Window.TEN)),
  /** Rate over 40 s, highest first. */
  FORTY("40s", Optional.of(Window.FORTY)),
  /** Bytes since the flow was first seen, most first. */
  TOTAL("total", Optional.empty()),
  /** Name of the local host, those without a name behind, by address. */
  SOURCE("source", Optional.empty()),
  /** Name of the remote host, those without a name behind, by address. */
  DESTINATION("destination", Optional.empty());

  private record Host(int index, String name, IpAddress address) {

    /** By hand: what a Comparator is composed of would be linked anew by every start. */
    private static int compare(Host left, Host right) {
      if (left.name.isEmpty() != right.name.isEmpty()) {
        return left.name.isEmpty() ? 1 : -1;
      }
      int order = left.name.compareToIgnoreCase(right.name);
      return order != 0 ? order : left.address.compareTo(right.address);
    }
  }

  private final String spelling;
  private final Optional<Window> window;

  SortBy(String spelling, Optional<Window> window) {
    this.spelling = spelling;
    this.window = window;
  }

  /** As it is shown, and written among the preferences. */
  public String spelling() {
    return spelling;
  }

  /** The window whose rate it is, if it is one. */
  public Optional<Window> window() {
    return window;
  }

  /** Whether it is an order from A to Z; the others begin with what is most. */
  public boolean isByName() {
    return this == SOURCE || this == DESTINATION;
  }

  /** The window that bars show: its own, or the shortest. */
  public Window barWindow() {
    return window.orElse(Window.TWO);
  }

  /** The order by the rate over a window. */
  public static SortBy of(Window window) {
    return switch (window) {
      case TWO -> TWO;
      case TEN -> TEN;
      case FORTY -> FORTY;
    };
  }

  /** The order behind this one, round and round. */
  SortBy next() {
    return values()[(ordinal() + 1) % values().length];
  }

  /**
   * Orders all flows of a snapshot.
   *
   * @param snapshot the flows
   * @param side which of their traffic counts
   * @param names names of hosts; asked for every flow only when ordering by name
   * @return indexes for {@link Snapshot#flow}
   */
  int[] order(Snapshot snapshot, Side side, HostNames names) {
    if (window.isPresent()) {
      return snapshot.order(window.orElseThrow(), side);
    }
    if (this == TOTAL) {
      return snapshot.orderByBytes(side);
    }
    Host[] hosts = new Host[snapshot.flowCount()];
    for (int i = 0; i < hosts.length; i++) {
      IpAddress address = end(snapshot.flow(i)).address();
      hosts[i] = new Host(i, names.nameOf(address).orElse(""), address);
    }
    Arrays.sort(
        hosts,
        (left, right) -> {
          int order = Host.compare(left, right);
          return order != 0 ? order : snapshot.compareKeys(left.index(), right.index());
        });
    return Arrays.stream(hosts).mapToInt(Host::index).toArray();
  }

  private Endpoint end(FlowSnapshot flow) {
    return this == SOURCE ? flow.local() : flow.remote();
  }
}
