package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Boxes;
import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.Toggle;
import iftoprs.ports.SourceState;
import java.util.Optional;

/**
 * The line below the flows: what is listed, how much of it, and news.
 *
 * <p>While a filter is typed the prompt takes its place, so that it covers none of the flows that
 * it filters.
 */
final class Separator {

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final int left;
  private final int width;
  private final int y;

  private Separator(Grid grid, Scene scene) {
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.left = scene.layout().left();
    this.width = scene.layout().width();
    this.y = scene.layout().separator().top();
  }

  static void draw(Grid grid, Scene scene) {
    new Separator(grid, scene).draw();
  }

  private void draw() {
    long line = Paint.on(theme, theme.border());
    if (scene.settings().is(Toggle.BORDER)) {
      Boxes.separator(grid, left - 1, y, width + 2, line);
    } else {
      Boxes.horizontal(grid, left, y, width, line);
    }
    if (scene.state().overlay() instanceof Overlay.FilterPrompt filter) {
      PromptView.draw(grid, scene, filter.prompt());
      return;
    }
    int from = left + 1 + grid.text(left + 1, y, " Flows ", Paint.bold(theme, theme.source()));
    String count = " " + count() + " ";
    int to = grid.textRight(left + width - 1, y, count, Paint.on(theme, theme.text()));
    news().ifPresent(text -> badge(from, to, text));
  }

  private void badge(int from, int to, String text) {
    String shown = " " + HostText.cut(text, to - from - 4) + " ";
    int columns = DisplayWidth.of(shown);
    int x = Math.clamp(left + (width - columns) / 2, from + 1, Math.max(from + 1, to - columns));
    boolean alarming = scene.state().message().isEmpty();
    int colour = alarming ? theme.alert() : theme.key();
    grid.text(x, y, Math.max(0, to - x), shown, Paint.inverse(theme, colour));
  }

  /** A message is news for some seconds; what keeps the figures from being the present, always. */
  private Optional<String> news() {
    ScreenState state = scene.state();
    if (state.message().isPresent()) {
      return state.message();
    }
    if (state.paused().isPresent()) {
      long nanos = scene.newest().head().timeNanos() - scene.shown().head().timeNanos();
      return Optional.of("⏸ PAUSED, " + Times.duration(nanos) + " old, P resumes");
    }
    return switch (scene.shown().head().state()) {
      case SourceState.Capturing capturing -> Optional.empty();
      case SourceState.Restarting restarting -> Optional.of(restart(restarting));
      case SourceState.Ended ended ->
          Optional.of(ended.note().isEmpty() ? "end of capture" : "ended: " + ended.note());
    };
  }

  private String restart(SourceState.Restarting restarting) {
    long nanos = restarting.nextAttemptNanos() - scene.shown().head().timeNanos();
    return "capture restarting in "
        + Times.duration(Math.max(0, nanos))
        + ": "
        + restarting.reason();
  }

  private String count() {
    Snapshot snapshot = scene.shown();
    int listed = scene.list().size();
    int all = snapshot.flowCount();
    int first = scene.state().scroll();
    int last = Math.min(listed, first + scene.layout().page());
    String flows = all == 1 ? " flow" : " flows";
    if (scene.state().filter().isActive()) {
      return listed + " of " + all + flows;
    }
    return last - first < listed ? (first + 1) + "–" + last + " of " + all + flows : all + flows;
  }
}
