package iftoprs.domain.screen;

import java.util.Optional;

/** Tooltips that keys open, turn and close. */
final class Explanations {

  private Explanations() {}

  static ScreenState row(ScreenState state, Listing list) {
    Tips tips = state.tips();
    if (tips.shown().isPresent() && tips.shown().orElseThrow() instanceof Tip.OfRow) {
      return state.withTips(tips.hidden());
    }
    Optional<Tip.Subject> subject = list.subject(state);
    return subject.isPresent()
        ? state.withTips(tips.showing(new Tip.OfRow(subject.orElseThrow(), Optional.empty(), 0)))
        : state.saying("Select " + wanted(state) + " first: j, ↓ or a click");
  }

  private static String wanted(ScreenState state) {
    return state.place().view() instanceof View.Groups(Grouping by)
        ? by.noun(state.settings()).one()
        : "a flow";
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
