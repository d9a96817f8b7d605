package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Boxes;
import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.GroupKey;
import iftoprs.domain.screen.GroupList;
import iftoprs.domain.screen.Grouping;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.screen.View;
import java.util.List;
import java.util.Optional;

/**
 * The line below the flows: what is listed, how much of it, and news. Where room is short, tabs
 * give way to news: first whole titles, then the other tabs, and for the seconds of a message all.
 *
 * <p>While a filter is typed the prompt takes its place, so that it covers none of the flows that
 * it filters.
 */
final class Separator {

  private static final int WIDTH_FOR_BOTH = 66;
  private static final int FRAME_OF_NEWS = 4;
  private static final int BLANKS_OF_NEWS = 2;

  /** Blanks that both the last tab and the count bring along. */
  private static final int SHARED_BLANKS = 2;

  /** How much is shown of the tabs. */
  private enum Tabs {
    WHOLE,
    SHORT,
    ACTIVE,
    NONE
  }

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final int left;
  private final int width;
  private final int y;
  private final Optional<News> news;
  private final Tabs tabs;

  private Separator(Grid grid, Scene scene) {
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.left = scene.layout().left();
    this.width = scene.layout().width();
    this.y = scene.layout().separator().top();
    this.news = News.of(scene);
    this.tabs = fitting();
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
    int to = tabs == Tabs.NONE ? left + width : left + width - 1;
    // News makes room for the count only where it would not be cut for it.
    int room = news.isPresent() ? to - from - wanted() : to - from + SHARED_BLANKS;
    String count = counts().stream().filter(it -> it.length() <= room).findFirst().orElse("");
    if (!count.isEmpty()) {
      to = grid.textRight(to, y, count, Paint.on(theme, theme.text()));
    }
    int end = to;
    news.ifPresent(told -> badge(from, end, told));
  }

  /** As many tabs as leave room for the news, but no more of them than the width is for. */
  private Tabs fitting() {
    Tabs most = width < WIDTH_FOR_BOTH ? Tabs.SHORT : Tabs.WHOLE;
    if (most == Tabs.SHORT && scene.state().place().view() instanceof View.FlowsOf) {
      most = Tabs.ACTIVE;
    }
    if (news.isEmpty()) {
      return most;
    }
    Tabs least = news.orElseThrow().passing() ? Tabs.NONE : Tabs.ACTIVE;
    for (Tabs some : Tabs.values()) {
      boolean fits = needed(some) + wanted() <= width - 2;
      if (some.compareTo(most) >= 0 && (fits || some == least)) {
        return some;
      }
    }
    return least;
  }

  /** Columns of the news, nothing without. */
  private int wanted() {
    return news.map(told -> DisplayWidth.of(told.text()) + FRAME_OF_NEWS).orElse(0);
  }

  /** Columns of so many tabs, with what was opened in one of them. */
  private int needed(Tabs some) {
    int columns = shown(some).stream().mapToInt(tab -> title(tab, some).length() + 2).sum();
    return some == Tabs.NONE ? 0 : columns + DisplayWidth.of(crumb());
  }

  /**
   * Draws the tabs, the active one in brackets and what was opened in it behind; returns the column
   * behind all of them.
   */
  private int tabs() {
    View active = scene.state().place().view().tab();
    int x = left + 1;
    for (View tab : shown(tabs)) {
      boolean here = tab.equals(active);
      String title = title(tab, tabs);
      String text = here ? "[" + title + "]" : " " + title + " ";
      long style = here ? Paint.bold(theme, theme.source()) : Paint.on(theme, theme.dim());
      grid.text(x, y, text, style);
      scene.hits().add(x, y, text.length(), 1, new Target.Tab(tab));
      x += text.length();
      x = here ? crumb(x) : x;
    }
    return tabs == Tabs.NONE ? left : x + grid.text(x, y, " ", Paint.on(theme, theme.text()));
  }

  private List<View> shown(Tabs some) {
    return switch (some) {
      case WHOLE, SHORT -> View.TABS;
      case ACTIVE -> List.of(scene.state().place().view().tab());
      case NONE -> List.of();
    };
  }

  private static String title(View tab, Tabs some) {
    return some == Tabs.WHOLE ? tab.title() : tab.shortTitle();
  }

  private String crumb() {
    return scene.state().place().view() instanceof View.FlowsOf(Grouping by, GroupKey group)
        ? " › " + group.label() + " "
        : "";
  }

  /** The group whose flows these are, and the way back. */
  private int crumb(int x) {
    if (crumb().isEmpty()) {
      return x;
    }
    int titles = shown(tabs).stream().mapToInt(tab -> title(tab, tabs).length() + 2).sum();
    int beside = news.isPresent() ? wanted() : DisplayWidth.of(counts().getFirst()) + 2;
    int room = width - titles - beside - 2;
    String label = HostText.cut(crumb(), Math.max(0, room));
    int end = x + grid.text(x, y, label, Paint.bold(theme, theme.process()));
    String hint = "Esc back ";
    if (DisplayWidth.of(label) + hint.length() > room) {
      return end;
    }
    scene.hits().add(end, y, hint.length(), 1, new Target.Action(new Command.Back()));
    return end + grid.text(end, y, hint, Paint.on(theme, theme.dim()));
  }

  private void badge(int from, int to, News told) {
    boolean alone = tabs == Tabs.NONE;
    int room = to - from - (alone ? BLANKS_OF_NEWS : FRAME_OF_NEWS);
    String text = DisplayWidth.of(told.text()) <= room ? told.text() : told.brief();
    String shown = " " + HostText.cut(text, room) + " ";
    int columns = DisplayWidth.of(shown);
    int first = alone ? from : from + 1;
    int x = Math.clamp(left + (width - columns) / 2, first, Math.max(first, to - columns));
    int colour = told.alarming() ? theme.alert() : theme.key();
    grid.text(x, y, Math.max(0, to - x), shown, Paint.inverse(theme, colour));
    told.click().ifPresent(it -> scene.hits().add(x, y, columns, 1, new Target.Action(it)));
  }

  /** How much is listed, first in whole words, then shorter. */
  private List<String> counts() {
    int all = scene.shown().flowCount();
    int size = scene.list().size();
    int first = scene.state().scroll();
    int last = Math.min(size, first + scene.layout().page());
    String part = last - first < size ? (first + 1) + "–" + last + " of " : "";
    boolean narrowed = scene.state().isNarrowed() || scene.list().flows() < all;
    String number = narrowed ? scene.list().flows() + " of " + all : Integer.toString(all);
    String flows = number + (all == 1 ? " flow" : " flows");
    long unrated = scene.shown().head().unrated().flows();
    if (unrated > 0) {
      flows += " + " + unrated + " unrated";
    }
    if (!(scene.list() instanceof GroupList list)) {
      String before = narrowed ? "" : part;
      return List.of(" " + before + flows + " ", " " + before + number + " ");
    }
    String groups = part.isEmpty() ? list.counted() : part + size + " rows";
    String shorter = " " + groups + " ";
    return width < WIDTH_FOR_BOTH
        ? List.of(shorter, " " + part + size + " ")
        : List.of(" " + groups + ", " + flows + " ", shorter);
  }
}
