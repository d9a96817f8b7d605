package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowKey;
import java.util.Optional;

/** Tooltips that keys open, turn and close. */
final class Explanations {

  private Explanations() {}

  static ScreenState flow(ScreenState state, Listing list) {
    Tips tips = state.tips();
    if (tips.shown().isPresent() && tips.shown().orElseThrow() instanceof Tip.OfFlow) {
      return state.withTips(tips.hidden());
    }
    if (list instanceof GroupList) {
      return state.saying("Tooltips belong to flows: Enter shows those of the row");
    }
    Optional<FlowKey> flow = Pointing.flow(state, list);
    return flow.isPresent()
        ? state.withTips(tips.showing(new Tip.OfFlow(flow.orElseThrow(), Optional.empty(), 0)))
        : state.saying("Select a flow first: j, ↓ or a click");
  }

  static ScreenState segment(ScreenState state, Segment segment) {
    return state.withTips(state.tips().showing(new Tip.OfSegment(segment, false, 0)));
  }

  static ScreenState turn(ScreenState state, int pages) {
    if (state.overlay() instanceof Overlay.Segments(Segment segment, int page)) {
      return state.withOverlay(new Overlay.Segments(segment, page + pages));
    }
    Tips tips = state.tips();
    return tips.shown().isPresent()
        ? state.withTips(tips.showing(tips.shown().orElseThrow().turned(pages)))
        : state;
  }

  static ScreenState move(ScreenState state, int steps) {
    return state.overlay() instanceof Overlay.Segments(Segment segment, int page)
        ? state.withOverlay(new Overlay.Segments(segment.next(steps), 0))
        : state;
  }
}
