package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.text.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The bar at the foot: the state of everything in segments. Where it is too narrow, segments
 * shrink, the least important first; none disappears.
 */
final class HeaderBar {

  private static final String GAP = " │ ";
  private static final String NARROW_GAP = "│";

  /**
   * A segment.
   *
   * @param full its text
   * @param brief its text where room is short
   * @param weight the lowest shrinks first
   * @param colour of its text
   */
  private record Segment(String full, String brief, int weight, int colour) {

    Segment shrunk() {
      return new Segment(brief, brief, weight, colour);
    }
  }

  private HeaderBar() {}

  static void draw(Grid grid, Scene scene) {
    Theme theme = scene.theme();
    int left = scene.layout().left();
    int width = scene.layout().width();
    int y = scene.layout().bar().top();
    grid.fill(left, y, width, 1, Style.of(theme.headerText(), theme.headerBackground()));
    List<Segment> segments = fitted(segments(scene), width - 2);
    String gap = length(segments, GAP) <= width - 2 ? GAP : NARROW_GAP;
    grid.clip(left, y, width, 1);
    int x = left + 1;
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      int bold = i == 0 ? Style.BOLD : 0;
      long style = Style.of(segment.colour(), theme.headerBackground(), bold);
      boolean last = i == segments.size() - 1;
      x += last ? 0 : grid.text(x, y, segment.full(), style);
      if (last) {
        grid.textRight(left + width - 1, y, segment.full(), style);
      }
      if (i < segments.size() - 1) {
        x += grid.text(x, y, gap, Style.of(theme.border(), theme.headerBackground()));
      }
    }
    grid.unclip();
  }

  private static List<Segment> fitted(List<Segment> segments, int width) {
    List<Segment> fitted = new ArrayList<>(segments);
    List<Segment> byWeight =
        segments.stream().sorted(Comparator.comparingInt(Segment::weight)).toList();
    for (Segment segment : byWeight) {
      if (length(fitted, GAP) <= width) {
        break;
      }
      fitted.set(fitted.indexOf(segment), segment.shrunk());
    }
    // Only the narrowest bar that tells of losses or of a filter comes here.
    for (Segment segment : byWeight) {
      if (length(fitted, NARROW_GAP) <= width) {
        break;
      }
      fitted.remove(segment.shrunk());
    }
    return fitted;
  }

  private static int length(List<Segment> segments, String gap) {
    int length = (segments.size() - 1) * gap.length();
    for (Segment segment : segments) {
      length += DisplayWidth.of(segment.full());
    }
    return length;
  }

  private static List<Segment> segments(Scene scene) {
    Theme theme = scene.theme();
    Settings settings = scene.settings();
    Snapshot.Head head = scene.shown().head();
    int text = theme.headerText();
    int dim = theme.dim();
    List<Segment> segments = new ArrayList<>();
    segments.add(new Segment("IFTOPRS", "IFT", 4, theme.source()));
    String device = SafeText.of(head.device().name(), 40);
    segments.add(new Segment(device, HostText.cut(device, 6), 9, text));
    long lost = head.loss().frames();
    if (lost > 0) {
      segments.add(new Segment("lost " + lost, "✗" + lost, 7, theme.alert()));
    }
    int flows = scene.shown().flowCount();
    segments.add(new Segment(flows + (flows == 1 ? " flow" : " flows"), "" + flows, 5, text));
    String clock = Times.clock(head.timeNanos(), scene.zone());
    String elapsed = Times.duration(scene.shown().elapsedNanos());
    segments.add(new Segment(clock + " +" + elapsed, clock.substring(0, 5), 6, text));
    segments.add(sort(scene, text));
    segments.add(
        new Segment(settings.refreshSeconds() + "s", settings.refreshSeconds() + "s", 3, text));
    segments.add(new Segment(theme.displayName(), "◧", 1, dim));
    boolean filtered = scene.state().filter().isActive();
    String filter = "/" + SafeText.of(scene.state().filter().text().strip(), 24);
    segments.add(
        filtered
            ? new Segment(filter, HostText.cut(filter, 6), 8, theme.key())
            : new Segment("/", "/", 0, dim));
    boolean paused = scene.state().paused().isPresent();
    segments.add(paused ? new Segment("⏸", "⏸", 0, theme.alert()) : new Segment("▶", "▶", 0, dim));
    String top = scene.scale().label(scene.scale().ticks().getLast());
    segments.add(new Segment("≤" + top, "≤" + top, 2, dim));
    segments.add(new Segment("? help", "?", 2, theme.key()));
    return segments;
  }

  private static Segment sort(Scene scene, int colour) {
    Settings settings = scene.settings();
    boolean falling = settings.sort().window().isPresent() != settings.is(Toggle.REVERSED);
    String arrow = falling ? "↓" : "↑";
    boolean frozen = scene.state().frozen().isPresent();
    String sort = settings.sort().spelling() + (frozen ? "■" : arrow);
    return new Segment(frozen ? sort + " frozen" : sort, HostText.cut(sort, 4), 7, colour);
  }
}
