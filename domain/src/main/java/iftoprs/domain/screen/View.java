package iftoprs.domain.screen;

import java.util.List;

/** What fills the screen's list. */
public sealed interface View {

  /** Every flow. */
  record Flows() implements View {}

  /** What each process sends and receives. */
  record Processes() implements View {}

  /**
   * The flows of one row of {@link Processes}.
   *
   * @param process whose
   */
  record FlowsOf(ProcessKey process) implements View {}

  /** Every flow. */
  View FLOWS = new Flows();

  /** What each process sends and receives. */
  View PROCESSES = new Processes();

  /** The tabs, from the left. */
  List<View> TABS = List.of(FLOWS, PROCESSES);

  /** The tab that this is, or belongs to. */
  default View tab() {
    return switch (this) {
      case Flows flows -> this;
      case Processes processes -> this;
      case FlowsOf drilled -> PROCESSES;
    };
  }

  /** The title of its tab. */
  default String title() {
    return tab() instanceof Processes ? "Processes" : "Flows";
  }

  /** The tab so many further on, round and round. */
  default View next(int steps) {
    return TABS.get(Math.floorMod(TABS.indexOf(tab()) + steps, TABS.size()));
  }
}
