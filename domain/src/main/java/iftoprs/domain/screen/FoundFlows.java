package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.owner.Attribution;
import iftoprs.ports.IpAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * The flows that a filter lets through, of one snapshot after the other.
 *
 * <p>Names come and go, so each time hosts are asked for again: all of them as long as there are no
 * more than {@value #ASKED_AGAIN}. Otherwise those of some flows are, in turns, and what was found
 * of a flow holds until its turn comes: one that stays mostly stays where it was.
 */
final class FoundFlows {

  /** Asking takes a microsecond each, and a list is to be made within a few milliseconds. */
  static final int ASKED_AGAIN = 2_048;

  /** Hosts of flows that are long gone are not kept for ever. */
  private static final int MOST_HOSTS = 1 << 18;

  private final FilterSearch search;

  /** The snapshot that was searched last, with what was found in it. */
  private Snapshot searched;

  private boolean[] found = {};
  private int turn;

  // Neighbours mostly have the same owner, and two of them are compared slowly.
  private Attribution comparedOwner = Attribution.OFFLINE;
  private Attribution comparedFormer = Attribution.OFFLINE;
  private boolean ownersEqual = true;

  FoundFlows(FilterSearch search) {
    this.search = search;
  }

  FilterSearch search() {
    return search;
  }

  /**
   * Which flows of a snapshot match.
   *
   * @return by the index of the flow; not to be changed
   */
  boolean[] found(Snapshot snapshot) {
    int known = search.hosts();
    if (known <= ASKED_AGAIN || known > MOST_HOSTS) {
      search.forgetHosts();
      found = all(snapshot);
    } else {
      found = some(snapshot);
    }
    searched = snapshot;
    return found;
  }

  private boolean[] all(Snapshot snapshot) {
    boolean[] matching = new boolean[snapshot.flowCount()];
    for (int index = 0; index < matching.length; index++) {
      matching[index] = search.matches(snapshot.flow(index));
    }
    return matching;
  }

  /** Searches what is new, and again those whose turn it is. */
  private boolean[] some(Snapshot snapshot) {
    boolean[] matching = Arrays.copyOf(found, snapshot.flowCount());
    askAgain(snapshot, matching);
    for (int index = 0; index < matching.length; index++) {
      boolean stayed =
          index < found.length
              && isSameOwner(snapshot.attribution(index), searched.attribution(index))
              && snapshot.isSameFlow(index, searched, index);
      if (!stayed) {
        matching[index] = search.matches(snapshot.flow(index));
      }
    }
    return matching;
  }

  private boolean isSameOwner(Attribution newer, Attribution former) {
    if (newer != former && (newer != comparedOwner || former != comparedFormer)) {
      comparedOwner = newer;
      comparedFormer = former;
      ownersEqual = newer.equals(former);
    }
    return newer == former || ownersEqual;
  }

  private void askAgain(Snapshot snapshot, boolean[] matching) {
    // Neighbours mostly have the same local end.
    Optional<IpAddress> local = Optional.empty();
    int asked = 0;
    for (int looked = 0; looked < matching.length && asked < ASKED_AGAIN - 1; looked++) {
      turn = turn + 1 < matching.length ? turn + 1 : 0;
      FlowSnapshot flow = snapshot.flow(turn);
      Optional<IpAddress> before = local;
      local = Optional.of(flow.local().address());
      if (!local.equals(before)) {
        search.askForLocal(flow);
        asked++;
      }
      search.askForRemote(flow);
      asked++;
      matching[turn] = search.matches(flow);
    }
  }
}
