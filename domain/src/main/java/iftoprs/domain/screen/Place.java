package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowKey;
import java.util.Optional;

/**
 * Where the user is.
 *
 * @param view what is listed
 * @param flow the selected flow
 * @param process the selected process
 * @param scroll place in the list of the first row in sight
 */
public record Place(View view, Optional<FlowKey> flow, Optional<ProcessKey> process, int scroll) {

  /** The flows, none selected. */
  public static final Place START = new Place(View.FLOWS, Optional.empty(), Optional.empty(), 0);

  /** Another view at its top, with what was selected in it. */
  Place to(View other) {
    return new Place(other, flow, process, 0);
  }

  Place withFlow(Optional<FlowKey> selected) {
    return new Place(view, selected, process, scroll);
  }

  Place withProcess(Optional<ProcessKey> selected) {
    return new Place(view, flow, selected, scroll);
  }

  Place withScroll(int first) {
    return new Place(view, flow, process, first);
  }
}
