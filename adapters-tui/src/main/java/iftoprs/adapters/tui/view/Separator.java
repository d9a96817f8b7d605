package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Boxes;
import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.screen.GroupKey;
import iftoprs.domain.screen.GroupList;
import iftoprs.domain.screen.Grouping;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.screen.View;
import iftoprs.domain.text.Times;
import iftoprs.ports.SourceState;
import java.util.List;
import java.util.Optional;

/**
 * The line below the flows: what is listed, how much of it, and news.
 *
 * <p>While a filter is typed the prompt takes its place, so that it covers none of the flows that
 * it filters.
 */
final class Separator {

  private static final int WIDTH_FOR_BOTH = 66;
  private static final int FRAME_OF_NEWS = 4;

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final int left;
  private final int width;
  private final int y;
  private final boolean shortTabs;

  private Separator(Grid grid, Scene scene) {
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.left = scene.layout().left();
    this.width = scene.layout().width();
    this.y = scene.layout().separator().top();
    this.shortTabs = width < WIDTH_FOR_BOTH || cutsNews();
  }

  static void draw(Grid grid, Scene scene) {
    new Separator(grid, scene).draw();
  }

  private void draw() {
    boolean alarm = scene.state().alarm().isLit();
    long line = Paint.on(theme, alarm ? theme.alert() : theme.border());
    if (scene.settings().is(Toggle.BORDER)) {
      Boxes.separator(grid, left - 1, y, width + 2, line);
    } else {
      Boxes.horizontal(grid, left, y, width, line);
    }
    if (scene.state().overlay() instanceof Overlay.FilterPrompt filter) {
      PromptView.draw(grid, scene, filter.prompt());
      return;
    }
    int from = tabs();
    int to = left + width - 1;
    Optional<String> news = news();
    int wanted = news.map(DisplayWidth::of).orElse(0) + FRAME_OF_NEWS;
    String count = " " + count() + " ";
    // News are short-lived, so the count makes room for those that would be cut.
    if (scene.state().message().isEmpty() || to - from - count.length() >= wanted) {
      to = grid.textRight(to, y, count, Paint.on(theme, theme.text()));
    }
    int end = to;
    news.ifPresent(text -> badge(from, end, text));
  }

  /**
   * Draws the tabs, the active one in brackets and what was opened in it behind; returns the column
   * behind all of them.
   */
  private int tabs() {
    View active = scene.state().place().view().tab();
    int x = left + 1;
    for (View tab : shown()) {
      boolean here = tab.equals(active);
      String text = (here ? "[" : " ") + title(tab) + (here ? "]" : " ");
      long style = here ? Paint.bold(theme, theme.source()) : Paint.on(theme, theme.dim());
      grid.text(x, y, text, style);
      scene.hits().add(x, y, width(tab), 1, new Target.Tab(tab));
      x += width(tab);
      x = here ? crumb(x) : x;
    }
    return x + grid.text(x, y, " ", Paint.on(theme, theme.text()));
  }

  /** All tabs; where room is short and one of them is opened, that one alone. */
  private List<View> shown() {
    View view = scene.state().place().view();
    boolean alone = width < WIDTH_FOR_BOTH && view instanceof View.FlowsOf;
    return alone ? List.of(view.tab()) : View.TABS;
  }

  private int width(View tab) {
    return title(tab).length() + 2;
  }

  private String title(View tab) {
    return shortTabs ? tab.shortTitle() : tab.title();
  }

  /** Whether there is news that would be cut beside whole titles: these make room for it. */
  private boolean cutsNews() {
    Optional<String> news = news();
    int tabs = View.TABS.stream().mapToInt(tab -> tab.title().length() + 2).sum();
    int wanted = news.map(DisplayWidth::of).orElse(0) + FRAME_OF_NEWS;
    int beside = scene.state().message().isPresent() ? 0 : count().length() + 2;
    return news.isPresent() && tabs + wanted + beside > width - 3;
  }

  /** The group whose flows these are, and the way back. */
  private int crumb(int x) {
    if (!(scene.state().place().view() instanceof View.FlowsOf(Grouping by, GroupKey group))) {
      return x;
    }
    int tabs = shown().stream().mapToInt(this::width).sum();
    int room = width - tabs - DisplayWidth.of(count()) - 6;
    String label = HostText.cut(" › " + group.label() + " ", Math.max(0, room));
    int end = x + grid.text(x, y, label, Paint.bold(theme, theme.process()));
    String hint = "Esc back ";
    return DisplayWidth.of(label) + hint.length() <= room
        ? end + grid.text(end, y, hint, Paint.on(theme, theme.dim()))
        : end;
  }

  private void badge(int from, int to, String text) {
    String shown = " " + HostText.cut(text, to - from - FRAME_OF_NEWS) + " ";
    int columns = DisplayWidth.of(shown);
    int x = Math.clamp(left + (width - columns) / 2, from + 1, Math.max(from + 1, to - columns));
    boolean alarming = scene.state().message().isEmpty() || scene.state().alarm().blinks() > 0;
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
    int all = scene.shown().flowCount();
    int size = scene.list().size();
    int first = scene.state().scroll();
    int last = Math.min(size, first + scene.layout().page());
    String part = last - first < size ? (first + 1) + "–" + last + " of " : "";
    boolean narrowed = scene.state().isNarrowed() || scene.list().flows() < all;
    String flows =
        narrowed ? scene.list().flows() + " of " + counted(all, "flow") : counted(all, "flow");
    long unrated = scene.shown().head().unrated().flows();
    if (unrated > 0) {
      flows += " + " + unrated + " unrated";
    }
    if (!(scene.list() instanceof GroupList list)) {
      return narrowed ? flows : part + flows;
    }
    String groups = part.isEmpty() ? list.counted() : part + size + " rows";
    return scene.layout().width() < WIDTH_FOR_BOTH ? groups : groups + ", " + flows;
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
