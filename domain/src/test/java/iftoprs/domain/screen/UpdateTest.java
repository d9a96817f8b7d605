package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.Interest;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.Office;
import iftoprs.domain.sample.SampleTraffic;
import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Flag;
import iftoprs.ports.Preferences.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateTest {

  private final List<Effect> effects = new ArrayList<>();
  private ScreenState state =
      ScreenState.initial(
          Settings.DEFAULT, List.of("NeonSprawl", "AcidRain", "IceBreaker"), 120, 35);
  private Snapshot snapshot = new Office().after(3);
  private Listing list = newList();

  private Listing newList() {
    return Listing.of(snapshot, state, LookUps.NONE);
  }

  private void press(Command... commands) {
    for (Command command : commands) {
      Transition transition = Update.apply(state, command, list);
      take(transition);
      if (!list.isOf(snapshot, state)) {
        list = newList();
        take(Update.settle(state, list));
      }
    }
  }

  private void take(Transition transition) {
    state = transition.state();
    effects.addAll(transition.effects());
  }

  private void show(Snapshot next) {
    snapshot = next;
    list = newList();
    take(Update.settle(state, list));
  }

  private FlowKey key(int index) {
    return ((FlowList) list).flow(index).key();
  }

  @Test
  void the_selection_follows_its_flow_to_another_place() {
    SampleTraffic traffic = new SampleTraffic();
    show(flows(traffic, 100, 200, 300));
    press(new Command.MoveToFirst());
    FlowKey selected = key(0);

    show(flows(traffic, 90_000, 200, 1));

    assertThat(state.selection()).contains(selected);
    assertThat(list.selected(state).getAsInt()).isPositive();
  }

  @Test
  void a_flow_that_is_gone_is_no_longer_selected() {
    SampleTraffic traffic = new SampleTraffic();
    show(flows(traffic, 100));
    press(new Command.Move(1));
    for (int i = 0; i < 45; i++) {
      traffic.tick();
    }

    show(traffic.newest());

    assertThat(list.size()).isZero();
    assertThat(state.selection()).isEmpty();
    assertThat(effects).last().isEqualTo(new Effect.Watch(Interest.NONE));
  }

  private static Snapshot flows(SampleTraffic traffic, long... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      traffic.tcp("192.168.1.20:1", "192.0.2." + (i + 1) + ":1", bytes[i], 0);
    }
    return traffic.tick();
  }

  @Test
  void selecting_a_flow_asks_for_its_history() {
    press(new Command.MoveToFirst());

    assertThat(effects).containsExactly(new Effect.Watch(new Interest(Set.of(key(0)))));
  }

  @Test
  void moving_scrolls_only_when_the_page_ends() {
    press(new Command.Resize(80, 24), new Command.MoveToFirst());
    int page = Layout.of(state).page();
    press(new Command.Move(page - 1));
    assertThat(state.scroll()).isZero();

    press(new Command.Move(1));

    assertThat(state.scroll()).isEqualTo(1);
    assertThat(state.selection()).contains(key(page));
  }

  @Test
  void half_a_page_is_half_of_what_is_visible() {
    press(new Command.Resize(80, 24), new Command.MoveToFirst(), new Command.MoveHalfPages(1));

    assertThat(state.selection()).contains(key(Layout.of(state).page() / 2));
  }

  @Test
  void moving_stops_at_both_ends() {
    press(new Command.MoveToLast(), new Command.Move(5));
    assertThat(state.selection()).contains(key(list.size() - 1));
    press(new Command.MoveToFirst(), new Command.Move(-5));
    assertThat(state.selection()).contains(key(0));
  }

  @Test
  void the_first_move_selects_the_first_flow_in_sight() {
    press(new Command.Move(1));

    assertThat(state.selection()).contains(key(0));
  }

  @Test
  void a_filter_that_hides_the_selected_flow_ends_the_selection() {
    press(new Command.MoveToFirst(), new Command.OpenFilter());
    press(new Command.EditFilter(new Prompt.Insert("udp")));

    assertThat(state.selection()).isEmpty();
    assertThat(list.size()).isEqualTo(5);
  }

  @Test
  void a_filter_holds_while_it_is_typed_and_escape_takes_it_back() {
    press(new Command.OpenFilter(), new Command.EditFilter(new Prompt.Insert("udp")));
    press(new Command.Accept());
    assertThat(state.filter().text()).isEqualTo("udp");

    press(new Command.OpenFilter(), new Command.EditFilter(Prompt.Stroke.BACKSPACE));
    assertThat(state.filter().text()).isEqualTo("ud");
    press(new Command.Back());

    assertThat(state.filter().text()).isEqualTo("udp");
    assertThat(state.overlay()).isEqualTo(Overlay.NONE);
  }

  @Test
  void sorting_ends_a_freeze() {
    press(new Command.Freeze());
    assertThat(state.frozen()).isPresent();
    press(new Command.Sort(SortBy.TEN));
    assertThat(state.frozen()).isEmpty();
  }

  @Test
  void pause_holds_the_figures_until_it_is_pressed_again() {
    Snapshot held = snapshot;
    press(new Command.Pause());
    show(new Office().after(9));
    assertThat(list.snapshot()).isSameAs(held);

    press(new Command.Pause());

    assertThat(list.snapshot()).isSameAs(snapshot);
  }

  @ParameterizedTest
  @EnumSource(Toggle.class)
  void every_toggle_is_saved_when_it_is_switched(Toggle toggle) {
    press(new Command.Flip(toggle));

    Flag now = new Flag(!toggle.initially());
    assertThat(effects)
        .contains(new Effect.SaveSettings(new Preferences(Map.of(toggle.key(), now))));
  }

  @Test
  void neither_pause_nor_freeze_nor_filter_nor_selection_is_saved() {
    press(
        new Command.Pause(),
        new Command.Freeze(),
        new Command.MoveToFirst(),
        new Command.OpenFilter(),
        new Command.EditFilter(new Prompt.Insert("tcp")));

    assertThat(effects).noneMatch(Effect.SaveSettings.class::isInstance);
  }

  @Test
  void a_palette_holds_at_once_but_is_saved_when_it_is_chosen() {
    press(new Command.OpenThemes(), new Command.MoveTheme(1));
    assertThat(state.settings().theme()).isEqualTo("AcidRain");
    assertThat(effects).isEmpty();

    press(new Command.Accept());

    assertThat(effects)
        .containsExactly(
            new Effect.SaveSettings(new Preferences(Map.of("theme", new Text("AcidRain")))));
  }

  @Test
  void leaving_the_chooser_brings_the_old_palette_back() {
    press(new Command.OpenThemes(), new Command.MoveTheme(-1), new Command.Back());

    assertThat(state.settings().theme()).isEqualTo("NeonSprawl");
    assertThat(effects).isEmpty();
  }

  @Test
  void bars_go_through_their_looks_and_off() {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      press(new Command.NextBarStyle());
      seen.add(state.settings().is(Toggle.BARS) ? state.settings().barStyle().spelling() : "off");
    }
    assertThat(seen).containsExactly("Solid", "Thin", "Ascii", "off", "Gradient");
  }

  @Test
  void the_interval_goes_round_and_reaches_the_capture() {
    press(new Command.NextRefresh(), new Command.NextRefresh());
    press(new Command.NextRefresh(), new Command.NextRefresh());

    assertThat(effects.stream().filter(Effect.SetRefresh.class::isInstance))
        .containsExactly(
            new Effect.SetRefresh(2),
            new Effect.SetRefresh(5),
            new Effect.SetRefresh(10),
            new Effect.SetRefresh(1));
  }

  @Test
  void switching_processes_switches_their_look_up() {
    press(new Command.Flip(Toggle.PROCESSES));

    assertThat(effects).contains(new Effect.LookUpOwners(false));
  }

  @Test
  void quitting_and_suspending_are_effects() {
    press(new Command.Suspend(), new Command.Quit());

    assertThat(effects).containsExactly(new Effect.Suspend(), new Effect.Quit());
  }

  @Test
  void any_sequence_of_commands_leaves_the_selection_in_sight_or_empty() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Office office = new Office();
      show(office.after(2));
      for (int step = 0; step < 120; step++) {
        Command command = Commands.any(random);
        press(command);
        if (random.nextInt(8) == 0) {
          show(office.tick());
        }
        assertInSight("seed " + seed + ", step " + step + ": " + command);
      }
      press(new Command.Back(), new Command.ClearFilter());
    }
  }

  private void assertInSight(String when) {
    Layout layout = Layout.of(state);
    assertThat(state.scroll()).as(when).isBetween(0, Math.max(0, list.size() - 1));
    OptionalInt selected = list.selected(state);
    if (selected.isPresent()) {
      assertThat(selected.getAsInt())
          .as(when)
          .isBetween(state.scroll(), state.scroll() + layout.page() - 1);
    } else {
      assertThat(list.deselect(state)).as(when).isEqualTo(state);
    }
  }
}
