package iftoprs.domain.screen;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.owner.Attribution;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the flows of one group. */
final class GroupTally {

  private final Tally tally = new Tally();
  private final Map<Integer, Attribution.Owned> owners = new TreeMap<>();

  /** Another way in which flows of the group are owned; of one process, the surest is kept. */
  GroupTally ownedBy(Attribution attribution) {
    if (attribution instanceof Attribution.Owned owner) {
      owners.merge(
          owner.pid(), owner, (one, two) -> two.quality().compareTo(one.quality()) < 0 ? two : one);
    }
    return this;
  }

  void add(Snapshot snapshot, int index) {
    tally.add(snapshot, index);
  }

  GroupRow row(GroupKey key) {
    return new GroupRow(
        key, tally.flows(), List.copyOf(owners.values()), tally.totals(), tally.packetRates());
  }
}
