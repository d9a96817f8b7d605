package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.Office;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointingTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Tip THEME = new Tip.OfSegment(Segment.THEME, true, 0);

  private final Snapshot snapshot = new Office().after(3);
  private ScreenState state = ScreenState.initial(Settings.DEFAULT, List.of("NeonSprawl"), 120, 35);

  private void hover(Target target, long now) {
    press(new Command.Hover(new Spot(5, 5, target, false), now));
  }

  private void press(Command command) {
    state = Update.apply(state, command, list()).state();
  }

  private Listing list() {
    return Listing.of(snapshot, state, LookUps.NONE);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7 * SECOND, Long.MAX_VALUE, Long.MAX_VALUE - 2 * SECOND, Long.MIN_VALUE})
  void a_tooltip_comes_after_one_second_and_goes_after_three_whatever_the_clock_began_with(
      long start) {
    hover(new Target.Bar(Segment.THEME), start);
    assertThat(state.tips().deadline()).hasValue(start + SECOND);
    press(new Command.Elapse(start + SECOND - 1));
    assertThat(state.tips().shown()).isEmpty();
    press(new Command.Elapse(start + SECOND));
    assertThat(state.tips().shown()).contains(THEME);
    assertThat(state.tips().deadline()).hasValue(start + 4 * SECOND);
    press(new Command.Elapse(start + 4 * SECOND - 1));
    assertThat(state.tips().shown()).contains(THEME);
    press(new Command.Elapse(start + 4 * SECOND));
    assertThat(state.tips().shown()).isEmpty();
    assertThat(state.tips().deadline()).isEmpty();
  }

  @Test
  void a_tooltip_that_comes_late_stays_as_long() {
    hover(new Target.Bar(Segment.THEME), 0);
    press(new Command.Elapse(60 * SECOND));
    assertThat(state.tips().shown()).contains(THEME);
    assertThat(state.tips().deadline()).hasValue(63 * SECOND);
  }

  @Test
  void nobody_is_woken_for_a_pointer_elsewhere() {
    hover(new Target.Bar(Segment.THEME), 0);
    hover(new Target.ListRow(3), 10);
    assertThat(state.tips().deadline()).isEmpty();
    hover(Target.NOTHING, 20);
    assertThat(state.tips()).isEqualTo(Tips.NONE);
  }

  @Test
  void a_tooltip_that_was_asked_for_is_not_replaced_by_one_of_a_resting_pointer() {
    press(new Command.Explain(Segment.CLOCK));
    hover(new Target.Bar(Segment.THEME), 0);
    press(new Command.Elapse(SECOND));
    press(new Command.Elapse(9 * SECOND));
    assertThat(state.tips().shown()).contains(new Tip.OfSegment(Segment.CLOCK, false, 0));
  }

  @Test
  void what_lies_over_the_flows_ends_a_tooltip() {
    press(new Command.Explain(Segment.CLOCK));
    press(new Command.OpenFilter());
    assertThat(state.tips().shown()).isEmpty();
  }

  @Test
  void the_system_is_asked_about_the_device_when_its_tooltip_opens_and_at_each_snapshot() {
    Effect ask = new Effect.AskLink("eth0");
    Transition opened = Update.apply(state, new Command.Explain(Segment.INTERFACE), list());
    assertThat(opened.effects()).contains(ask);
    assertThat(Update.settle(opened.state(), list()).effects()).containsExactly(ask);
    Transition closed = Update.apply(opened.state(), new Command.Back(), list());
    assertThat(closed.effects()).isEmpty();
    assertThat(Update.settle(closed.state(), list()).effects()).isEmpty();
  }
}
