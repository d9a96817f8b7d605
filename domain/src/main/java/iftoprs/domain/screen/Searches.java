package iftoprs.domain.screen;

import iftoprs.ports.HostNames;
import iftoprs.ports.ServiceNames;
import java.util.Optional;

/**
 * Keeps what a filter has found out for the next list: from one second to the next most hosts stay
 * the same. The screen's thread.
 */
public final class Searches {

  private Optional<FilterSearch> last = Optional.empty();

  /** Nothing is known yet. */
  public Searches() {}

  /** A search for one list, which goes on from the last one if that was for the same. */
  FilterSearch of(Filter filter, HostNames names, ServiceNames services) {
    if (last.isPresent() && last.get().isOf(filter, names, services)) {
      last.get().again();
    } else {
      last = Optional.of(new FilterSearch(filter, names, services));
    }
    return last.get();
  }
}
