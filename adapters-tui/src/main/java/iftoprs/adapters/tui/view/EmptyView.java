package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.view.Buttons.Button;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.GroupKey;
import iftoprs.domain.screen.Grouping;
import iftoprs.domain.screen.Layout.Region;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.View;
import iftoprs.domain.text.SafeText;
import iftoprs.ports.SourceState;
import java.util.List;

/** Says why there are no flows; what can be done about it can be clicked. */
final class EmptyView {

  private static final int MARGINS = 4;
  private static final Button UNTYPE = new Button("Esc", "takes it back", new Command.Back());
  private static final Button CLEAR =
      new Button("0", "clears the filter", new Command.ClearFilter());
  private static final Button BACK = new Button("Esc", "goes back", new Command.Back());
  private static final List<Button> WAYS_OUT = List.of(UNTYPE, CLEAR, BACK);

  private EmptyView() {}

  static void draw(Grid grid, Scene scene) {
    Region flows = scene.layout().flows();
    int width = scene.layout().width();
    List<String> lines = lines(reason(scene), width - MARGINS);
    int y = flows.top() + flows.rows() / 3;
    for (String line : lines.subList(0, Math.min(lines.size(), flows.end() - y))) {
      int x = scene.layout().left() + (width - DisplayWidth.of(line)) / 2;
      grid.text(x, y, line, Paint.on(scene.theme(), scene.theme().dim()));
      for (Button way : WAYS_OUT) {
        if (line.endsWith(way.text())) {
          int end = x + DisplayWidth.of(line);
          Target target = new Target.Action(way.command());
          scene.hits().add(end - way.text().length(), y, way.text().length(), 1, target);
        }
      }
      y++;
    }
  }

  /** While a filter is typed, a 0 would be typed, too. */
  private static String wayOut(Scene scene) {
    return (scene.state().overlay() instanceof Overlay.FilterPrompt ? UNTYPE : CLEAR).text();
  }

  /** One line, or a line for each of the parts. */
  private static List<String> lines(List<String> parts, int room) {
    String whole = String.join(", ", parts);
    return DisplayWidth.of(whole) <= room
        ? List.of(whole)
        : parts.stream().flatMap(part -> Wrapping.lines(part, room).stream()).toList();
  }

  /** What there is to say, and what can be done about it. */
  private static List<String> reason(Scene scene) {
    Snapshot snapshot = scene.shown();
    String device = SafeText.of(snapshot.head().device().name(), 60);
    String filter = SafeText.of(scene.state().filter().text().strip(), 40);
    String unmatched = " matches ‘" + filter + "’";
    boolean filtered = scene.state().filter().isActive();
    if (scene.state().place().view() instanceof View.FlowsOf(Grouping by, GroupKey group)) {
      return filtered
          ? List.of("no flow of " + group.label() + unmatched, wayOut(scene))
          : List.of(group.label() + " has no flows any more", BACK.text());
    }
    if (snapshot.flowCount() > 0) {
      return List.of("no flow" + unmatched, wayOut(scene));
    }
    return List.of(idle(snapshot, device));
  }

  private static String idle(Snapshot snapshot, String device) {
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
