package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.CaptureScope;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.screen.View;
import iftoprs.domain.text.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The bar at the foot: the state of everything in segments. Where it is too narrow, segments
 * shrink, the least important first: to a brief form, then to a sign. None disappears.
 */
final class HeaderBar {

  private static final String GAP = " │ ";
  private static final String NARROW_GAP = "│";
  private static final int LONGEST_FILTER = 24;

  /**
   * A segment.
   *
   * @param full its text
   * @param brief its text where room is short
   * @param sign its text where there is hardly any
   * @param weight the lowest shrinks first
   * @param colour of its text
   */
  private record Segment(String full, String brief, String sign, int weight, int colour) {

    Segment atMostBrief() {
      return new Segment(brief, brief, sign, weight, colour);
    }

    Segment asSign() {
      return new Segment(sign, sign, sign, weight, colour);
    }
  }

  private final Scene scene;
  private final Theme theme;
  private final int text;
  private final int dim;

  private HeaderBar(Scene scene) {
    this.scene = scene;
    this.theme = scene.theme();
    this.text = theme.headerText();
    this.dim = theme.dim();
  }

  static void draw(Grid grid, Scene scene) {
    Theme theme = scene.theme();
    int left = scene.layout().left();
    int width = scene.layout().width();
    int y = scene.layout().bar().top();
    grid.fill(left, y, width, 1, Style.of(theme.headerText(), theme.headerBackground()));
    List<Segment> segments = fitted(new HeaderBar(scene).segments(), width - 2);
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
    List<Segment> brief = shrunk(segments, width, GAP, Segment::atMostBrief);
    return length(brief, GAP) <= width ? brief : shrunk(brief, width, NARROW_GAP, Segment::asSign);
  }

  /** Shrinks as few segments as it takes. */
  private static List<Segment> shrunk(
      List<Segment> segments, int width, String gap, UnaryOperator<Segment> shrink) {
    List<Segment> fitted = new ArrayList<>(segments);
    List<Segment> byWeight =
        segments.stream().sorted(Comparator.comparingInt(Segment::weight)).toList();
    for (Segment segment : byWeight) {
      if (length(fitted, gap) <= width) {
        break;
      }
      fitted.set(fitted.indexOf(segment), shrink.apply(segment));
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

  private List<Segment> segments() {
    Snapshot.Head head = scene.shown().head();
    List<Segment> segments = new ArrayList<>();
    segments.add(new Segment("IFTOPRS", "IFT", "I", 4, theme.source()));
    String device = SafeText.of(head.device().name(), 40);
    segments.add(new Segment(device, HostText.cut(device, 6), HostText.cut(device, 4), 9, text));
    long lost = head.loss().frames();
    if (lost > 0) {
      String brief = "✗" + brief(lost);
      segments.add(new Segment("lost " + lost, brief, brief, 10, theme.alert()));
    }
    int flows = scene.shown().flowCount();
    String count = brief(flows);
    segments.add(new Segment(flows + (flows == 1 ? " flow" : " flows"), count, count, 5, text));
    String clock = Times.clock(head.timeNanos(), scene.zone());
    String elapsed = Times.duration(scene.shown().elapsedNanos());
    segments.add(new Segment(clock + " +" + elapsed, clock.substring(0, 5), "◷", 6, text));
    segments.add(sort());
    String refresh = scene.settings().refreshSeconds() + "s";
    segments.add(new Segment(refresh, refresh, refresh, 3, text));
    segments.add(new Segment(theme.displayName(), "◧", "◧", 1, dim));
    segments.add(filter());
    boolean paused = scene.state().paused().isPresent();
    String running = paused ? "⏸" : "▶";
    segments.add(new Segment(running, running, running, 0, paused ? theme.alert() : dim));
    CaptureScope scope = scene.state().scope();
    segments.add(scope("bpf", scope.captureFilter()));
    segments.add(scope("net", scope.net()));
    String top = "≤" + scene.scale().label(scene.scale().ticks().getLast());
    segments.add(new Segment(top, top, "≤", 2, dim));
    segments.add(view());
    segments.add(new Segment("? help", "?", "?", 2, theme.key()));
    return segments;
  }

  /** Thousands where whole numbers would take the place of other segments. */
  private static String brief(long count) {
    if (count < 10_000) {
      return Long.toString(count);
    }
    return count < 10_000_000 ? count / 1000 + "k" : count / 1_000_000 + "M";
  }

  private Segment sort() {
    Settings settings = scene.settings();
    boolean falling = settings.sort().window().isPresent() != settings.is(Toggle.REVERSED);
    boolean frozen = scene.state().frozen().isPresent();
    String mark = frozen ? "■" : falling ? "↓" : "↑";
    String sort = settings.sort().spelling() + mark;
    return new Segment(frozen ? sort + " frozen" : sort, HostText.cut(sort, 4), mark, 7, text);
  }

  private Segment filter() {
    if (!scene.state().filter().isActive()) {
      return new Segment("/", "/", "/", 0, dim);
    }
    String filter = "/" + SafeText.of(scene.state().filter().text().strip(), LONGEST_FILTER);
    return new Segment(filter, HostText.cut(filter, 6), "/", 8, theme.key());
  }

  /** What limits the capture, in the colour of a filter; or only its name, faint. */
  private Segment scope(String name, String expression) {
    String sign = name.substring(0, 1);
    if (expression.isEmpty()) {
      return new Segment(name, name, sign, 0, dim);
    }
    String whole = name + " " + SafeText.of(expression, LONGEST_FILTER);
    return new Segment(whole, name, sign, 5, theme.key());
  }

  private Segment view() {
    return switch (scene.state().place().view()) {
      case View.Flows flows -> new Segment("Flows", "F", "F", 2, text);
      case View.Processes processes -> new Segment("Processes", "P", "P", 2, text);
      case View.FlowsOf drilled -> {
        String process = HostText.cut(drilled.process().label(), LONGEST_FILTER);
        yield new Segment("P › " + process, "P›", "›", 2, text);
      }
    };
  }
}
