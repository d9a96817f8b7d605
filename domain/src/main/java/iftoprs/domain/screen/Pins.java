package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.Preferences.Many;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which flows are kept in sight.
 *
 * @param all in the order in which they were set, at most {@value #MOST}
 */
public record Pins(List<Pin> all) {

  /** Most pins; more are not taken. */
  public static final int MOST = 64;

  /** None. */
  public static final Pins NONE = new Pins(List.of());

  /** Copies the list. */
  public Pins {
    all = List.copyOf(all);
  }

  /** Reads stored pins; what is no pin is left out. */
  static Pins of(Many stored) {
    return new Pins(
        stored.values().stream()
            .map(Pin::of)
            .flatMap(Optional::stream)
            .distinct()
            .limit(MOST)
            .toList());
  }

  Many toMany() {
    return new Many(List.copyOf(all.stream().map(Pin::toTable).toList()));
  }

  /** The pins that keep a flow. */
  List<Pin> matching(FlowKey flow) {
    return all.stream()
        .filter(pin -> pin.matches(flow.transport(), flow.local(), flow.remote()))
        .toList();
  }

  Pins with(Pin pin) {
    List<Pin> more = new ArrayList<>(all);
    more.add(pin);
    return new Pins(more);
  }

  Pins without(List<Pin> gone) {
    List<Pin> fewer = new ArrayList<>(all);
    fewer.removeAll(gone);
    return new Pins(fewer);
  }

  /** Which flows of a snapshot are pinned. */
  boolean[] found(Snapshot snapshot) {
    boolean[] found = new boolean[snapshot.flowCount()];
    if (all.isEmpty()) {
      return found;
    }
    // Most flows have a remote end in no pin, so one look-up is enough for them.
    Set<IpAddress> hosts = new HashSet<>();
    for (Pin pin : all) {
      hosts.add(pin.source());
      hosts.add(pin.destination());
    }
    for (int index = 0; index < found.length; index++) {
      FlowSnapshot flow = snapshot.flow(index);
      Endpoint remote = flow.remote();
      found[index] = hosts.contains(remote.address()) && isPinned(flow, remote);
    }
    return found;
  }

  private boolean isPinned(FlowSnapshot flow, Endpoint remote) {
    Endpoint local = flow.local();
    for (Pin pin : all) {
      if (pin.matches(flow.transport(), local, remote)) {
        return true;
      }
    }
    return false;
  }
}
