package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.Office;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneysTest {

  private static final GroupKey FIREFOX = new GroupKey.Process(4312, "firefox");

  private final Snapshot snapshot = new Office().after(3);
  private ScreenState state = ScreenState.initial(Settings.DEFAULT, List.of(), 120, 35);
  private Listing list = newList();

  private Listing newList() {
    return Listing.of(snapshot, state, LookUps.NONE);
  }

  private void press(Command... commands) {
    for (Command command : commands) {
      state = Update.apply(state, command, list).state();
      list = newList();
      state = Update.settle(state, list).state();
    }
  }

  private View view() {
    return state.place().view();
  }

  @Test
  void tabs_go_round_both_ways() {
    press(new Command.NextTab(1));
    assertThat(view()).isEqualTo(View.PROCESSES);
    press(new Command.NextTab(1));
    assertThat(view()).isEqualTo(View.PUBLISHERS);
    press(new Command.NextTab(1));
    assertThat(view()).isEqualTo(View.FLOWS);
    press(new Command.NextTab(-1));
    assertThat(view()).isEqualTo(View.PUBLISHERS);
  }

  @Test
  void each_tab_keeps_its_own_selection() {
    press(new Command.Move(1), new Command.Move(2));
    ScreenState flows = state;
    press(new Command.NextTab(1), new Command.MoveToFirst());
    assertThat(state.place().group(Grouping.PROCESS)).contains(FIREFOX);

    press(new Command.NextTab(-1));

    assertThat(state.selection()).isEqualTo(flows.selection());
  }

  @Test
  void a_process_opens_to_its_flows_and_escape_goes_back_to_it() {
    press(new Command.NextTab(1), new Command.MoveToFirst(), new Command.Enter());
    assertThat(view()).isEqualTo(new View.FlowsOf(Grouping.PROCESS, FIREFOX));
    assertThat(list.size()).isEqualTo(2);
    assertThat(list.totals()).isPresent();

    press(new Command.Back());

    assertThat(view()).isEqualTo(View.PROCESSES);
    assertThat(state.place().group(Grouping.PROCESS)).contains(FIREFOX);
    assertThat(list.size()).isGreaterThan(10);
  }

  @Test
  void flows_without_an_owner_open_like_those_of_a_process() {
    press(new Command.NextTab(1), new Command.MoveToLast(), new Command.Enter());

    assertThat(list.size()).isEqualTo(1);
  }

  @Test
  void nothing_opens_where_nothing_is_selected() {
    press(new Command.NextTab(1), new Command.Enter());

    assertThat(view()).isEqualTo(View.PROCESSES);
    assertThat(state.message()).contains("Select a process first: j, ↓ or a click");
  }

  @Test
  void escape_among_the_processes_ends_the_selection() {
    press(new Command.NextTab(1), new Command.MoveToFirst(), new Command.Back());

    assertThat(view()).isEqualTo(View.PROCESSES);
    assertThat(state.place().group(Grouping.PROCESS)).isEmpty();
  }

  @Test
  void the_tab_before_the_flows_of_a_process_is_that_of_all_flows() {
    press(new Command.NextTab(1), new Command.MoveToFirst(), new Command.Enter());
    press(new Command.NextTab(-1));

    assertThat(view()).isEqualTo(View.FLOWS);
    assertThat(list.size()).isEqualTo(16);
  }
}
