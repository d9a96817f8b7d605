package iftoprs.domain.screen;

import iftoprs.domain.flow.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** A screen on which commands are given; it keeps what they asked of the world. */
final class Pressed {

  final List<Effect> effects = new ArrayList<>();
  private final LookUps known;
  private Snapshot snapshot;
  private ScreenState state;
  private Listing list;

  Pressed(Snapshot snapshot, LookUps known) {
    this.snapshot = snapshot;
    this.known = known;
    state = ScreenState.initial(Settings.DEFAULT, List.of("NeonSprawl", "AcidRain"), 120, 35);
    list = Listing.of(snapshot, state, known);
  }

  Pressed press(Command... commands) {
    for (Command command : commands) {
      take(Update.apply(state, command, list));
      if (!list.isOf(snapshot, state)) {
        show(snapshot);
      }
    }
    return this;
  }

  Pressed show(Snapshot next) {
    snapshot = next;
    Listing before = list;
    list = Listing.of(snapshot, state, known);
    state = Update.follow(state, before, list);
    list = Listing.of(snapshot, state, known);
    take(Update.settle(state, list));
    return this;
  }

  private void take(Transition transition) {
    state = transition.state();
    effects.addAll(transition.effects());
  }

  ScreenState state() {
    return state;
  }

  Listing list() {
    return list;
  }

  /** The line of news; empty without one. */
  String news() {
    return state.message().orElse("");
  }
}
