package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.GroupKey;
import iftoprs.domain.screen.Grouping;
import iftoprs.domain.screen.Layout.Region;
import iftoprs.domain.screen.View;
import iftoprs.domain.text.SafeText;
import iftoprs.ports.SourceState;

/** Says why there are no flows. */
final class EmptyView {

  private EmptyView() {}

  static void draw(Grid grid, Scene scene) {
    Region flows = scene.layout().flows();
    String text = HostText.cut(reason(scene), scene.layout().width() - 2);
    int x = scene.layout().left() + (scene.layout().width() - DisplayWidth.of(text)) / 2;
    grid.text(
        x, flows.top() + flows.rows() / 3, text, Paint.on(scene.theme(), scene.theme().dim()));
  }

  private static String reason(Scene scene) {
    Snapshot snapshot = scene.shown();
    String device = SafeText.of(snapshot.head().device().name(), 60);
    String filter = SafeText.of(scene.state().filter().text().strip(), 40);
    String unmatched = " matches ‘" + filter + "’, 0 clears the filter";
    boolean filtered = scene.state().filter().isActive();
    if (scene.state().place().view() instanceof View.FlowsOf(Grouping by, GroupKey group)) {
      return filtered
          ? "no flow of " + group.label() + unmatched
          : group.label() + " has no flows any more, Esc goes back";
    }
    if (snapshot.flowCount() > 0) {
      return "no flow" + unmatched;
    }
    return switch (snapshot.head().state()) {
      case SourceState.Capturing capturing ->
          snapshot.head().frames() == 0
              ? "waiting for packets on " + device + "…"
              : "no traffic on " + device + " for 40 s";
      case SourceState.Restarting restarting ->
          device + " is away: " + SafeText.of(restarting.reason(), 60);
      case SourceState.Ended ended -> "the capture has ended, and held no flow";
    };
  }
}
