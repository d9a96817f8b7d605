package iftoprs.domain.screen;

import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.HostNames;
import iftoprs.ports.ServiceNames;
import java.util.Optional;

/**
 * Keeps what a filter has found out for the next list: from one second to the next most flows and
 * hosts stay the same. The screen's thread.
 */
public final class Searches {

  private Optional<FoundFlows> last = Optional.empty();

  /** Nothing is known yet. */
  public Searches() {}

  /**
   * Which flows of a snapshot a filter lets through; a search that was for the same goes on.
   *
   * @return by the index of the flow; not to be changed
   */
  boolean[] found(Snapshot snapshot, Filter filter, HostNames names, ServiceNames services) {
    FoundFlows flows =
        last.filter(former -> former.search().isOf(filter, names, services))
            .orElseGet(() -> new FoundFlows(new FilterSearch(filter, names, services)));
    last = Optional.of(flows);
    return flows.found(snapshot);
  }
}
