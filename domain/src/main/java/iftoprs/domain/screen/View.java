package iftoprs.domain.screen;

import java.util.List;

/** What fills the screen's list. */
public sealed interface View {

  /** Every flow. */
  record Flows() implements View {}

  /**
   * What groups of flows send and receive.
   *
   * @param by what puts flows into one group
   */
  record Groups(Grouping by) implements View {}

  /**
   * The flows of one row of {@link Groups}.
   *
   * @param by the tab that the row is of
   * @param group whose
   */
  record FlowsOf(Grouping by, GroupKey group) implements View {}

  /** Every flow. */
  View FLOWS = new Flows();

  /** What each process sends and receives. */
  View PROCESSES = new Groups(Grouping.PROCESS);

  /** What the programs of each publisher send and receive. */
  View PUBLISHERS = new Groups(Grouping.PUBLISHER);

  /** The tabs, from the left. */
  List<View> TABS = List.of(FLOWS, PROCESSES, PUBLISHERS);

  /** The tab that this is, or belongs to. */
  default View tab() {
    return switch (this) {
      case Flows flows -> this;
      case Groups groups -> this;
      case FlowsOf(Grouping by, GroupKey group) -> new Groups(by);
    };
  }

  /** The title of its tab. */
  default String title() {
    return tab() instanceof Groups(Grouping by) ? by.title() : "Flows";
  }

  /** The same where room is short, at most 5 characters. */
  default String shortTitle() {
    return tab() instanceof Groups(Grouping by) ? by.shortTitle() : "Flows";
  }

  /** The tab so many further on, round and round. */
  default View next(int steps) {
    return TABS.get(Math.floorMod(TABS.indexOf(tab()) + steps, TABS.size()));
  }
}
