package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.CaptureScope;
import iftoprs.domain.screen.GroupKey;
import iftoprs.domain.screen.Grouping;
import iftoprs.domain.screen.Segment;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.screen.View;
import iftoprs.domain.text.SafeText;
import iftoprs.domain.text.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The bar at the foot: the state of everything in segments. Where it is too narrow, segments
 * shrink, the least important first: to a brief form, then to a sign. None disappears.
 */
final class HeaderBar {

  private static final String GAP = " │ ";
  private static final String TIGHT_GAP = "│ ";
  private static final String NARROW_GAP = "│";
  private static final int LONGEST_FILTER = 24;

  /**
   * A segment.
   *
   * @param segment which
   * @param full its text
   * @param brief its text where room is short
   * @param sign its text where there is hardly any
   * @param weight the lowest shrinks first
   * @param colour of its text
   */
  private record Part(
      Segment segment, String full, String brief, String sign, int weight, int colour) {

    Part atMostBrief() {
      return new Part(segment, brief, brief, sign, weight, colour);
    }

    Part asSign() {
      return new Part(segment, sign, sign, sign, weight, colour);
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
    List<Part> parts = fitted(new HeaderBar(scene).parts(), width - 2);
    String gap =
        Stream.of(GAP, TIGHT_GAP)
            .filter(it -> length(parts, it) <= width - 2)
            .findFirst()
            .orElse(NARROW_GAP);
    grid.clip(left, y, width, 1);
    int x = left + 1;
    int begin = left;
    for (Part part : parts) {
      int bold = part.segment() == Segment.APP ? Style.BOLD : 0;
      long style = Style.of(part.colour(), theme.headerBackground(), bold);
      boolean last = part.segment() == Segment.HELP;
      if (last) {
        grid.textRight(left + width - 1, y, part.full(), style);
        x = left + width;
      } else {
        x += grid.text(x, y, part.full(), style);
        x += grid.text(x, y, gap, Style.of(theme.border(), theme.headerBackground()));
      }
      scene.hits().add(begin, y, x - begin, 1, new Target.Bar(part.segment()));
      begin = x;
    }
    grid.unclip();
  }

  /** Brief forms with wide gaps, then with tight ones; only then signs. */
  private static List<Part> fitted(List<Part> segments, int width) {
    for (String gap : List.of(GAP, TIGHT_GAP)) {
      List<Part> brief = shrunk(segments, width, gap, Part::atMostBrief);
      if (length(brief, gap) <= width) {
        return brief;
      }
    }
    List<Part> brief = segments.stream().map(Part::atMostBrief).toList();
    return shrunk(brief, width, NARROW_GAP, Part::asSign);
  }

  /** Shrinks as few segments as it takes. */
  private static List<Part> shrunk(
      List<Part> segments, int width, String gap, UnaryOperator<Part> shrink) {
    List<Part> fitted = new ArrayList<>(segments);
    List<Part> byWeight =
        segments.stream().sorted((left, right) -> left.weight() - right.weight()).toList();
    for (Part segment : byWeight) {
      if (length(fitted, gap) <= width) {
        break;
      }
      fitted.set(fitted.indexOf(segment), shrink.apply(segment));
    }
    return fitted;
  }

  private static int length(List<Part> segments, String gap) {
    int length = (segments.size() - 1) * gap.length();
    for (Part segment : segments) {
      length += DisplayWidth.of(segment.full());
    }
    return length;
  }

  private List<Part> parts() {
    Snapshot.Head head = scene.shown().head();
    List<Part> segments = new ArrayList<>();
    segments.add(new Part(Segment.APP, "IFTOPRS", "IFT", "I", 4, theme.source()));
    String device = SafeText.of(head.device().name(), 40);
    segments.add(
        new Part(
            Segment.INTERFACE, device, HostText.cut(device, 6), HostText.cut(device, 4), 9, text));
    int flows = scene.shown().flowCount();
    String count = brief(flows);
    segments.add(
        new Part(Segment.FLOWS, flows + (flows == 1 ? " flow" : " flows"), count, count, 5, text));
    String clock = Times.clock(head.timeNanos(), scene.zone());
    String elapsed = Times.duration(scene.shown().elapsedNanos());
    segments.add(
        new Part(Segment.CLOCK, clock + " (" + elapsed + ")", clock.substring(0, 5), "◷", 6, text));
    segments.add(sort());
    String refresh = scene.settings().refreshSeconds() + "s";
    segments.add(new Part(Segment.REFRESH, refresh, refresh, refresh, 3, text));
    segments.add(new Part(Segment.THEME, theme.displayName(), "◧", "◧", 1, dim));
    segments.add(filter());
    boolean paused = scene.state().paused().isPresent();
    String running = paused ? "⏸" : "▶";
    segments.add(
        new Part(Segment.PAUSE, running, running, running, 0, paused ? theme.alert() : dim));
    CaptureScope scope = scene.state().scope();
    segments.add(captureFilter(scope.captureFilter(), head.loss().frames()));
    segments.add(scope(Segment.LOCAL_NET, "net", scope.net()));
    String top = "≤" + scene.scale().label(scene.scale().ticks().getLast());
    segments.add(new Part(Segment.SCALE, top, top, "≤", 2, dim));
    segments.add(view());
    segments.add(new Part(Segment.HELP, "? help", "?", "?", 2, theme.key()));
    return segments;
  }

  /** Thousands where whole numbers would take the place of other segments. */
  private static String brief(long count) {
    if (count < 10_000) {
      return Long.toString(count);
    }
    return count < 10_000_000 ? count / 1000 + "k" : count / 1_000_000 + "M";
  }

  private Part sort() {
    Settings settings = scene.settings();
    boolean falling = scene.sort().isByName() == settings.is(Toggle.REVERSED);
    boolean frozen = scene.state().frozen().isPresent();
    String mark = frozen ? "■" : falling ? "↓" : "↑";
    String sort = scene.sort().spelling() + mark;
    return new Part(
        Segment.SORT, frozen ? sort + " frozen" : sort, HostText.cut(sort, 4), mark, 7, text);
  }

  private Part filter() {
    if (!scene.state().filter().isActive()) {
      return new Part(Segment.FILTER, "/", "/", "/", 0, dim);
    }
    String filter = "/" + SafeText.of(scene.state().filter().text().strip(), LONGEST_FILTER);
    return new Part(Segment.FILTER, filter, HostText.cut(filter, 6), "/", 8, theme.key());
  }

  /** What was lost is told even where room is short. */
  private Part captureFilter(String expression, long lost) {
    Part part = scope(Segment.CAPTURE_FILTER, "bpf", expression);
    if (lost == 0) {
      return part;
    }
    String brief = "✗" + brief(lost);
    String full = part.full() + " lost " + lost;
    return new Part(part.segment(), full, brief, brief, 10, theme.alert());
  }

  /** What limits the capture, in the colour of a filter; or only its name, faint. */
  private Part scope(Segment segment, String name, String expression) {
    String sign = name.substring(0, 1);
    if (expression.isEmpty()) {
      return new Part(segment, name, name, sign, 0, dim);
    }
    String whole = name + " " + SafeText.of(expression, LONGEST_FILTER);
    return new Part(segment, whole, name, sign, 5, theme.key());
  }

  private Part view() {
    return switch (scene.state().place().view()) {
      case View.Flows flows -> new Part(Segment.VIEW, "Flows", "F", "F", 2, text);
      case View.Groups(Grouping by) ->
          new Part(Segment.VIEW, by.title(), by.sign(), by.sign(), 2, text);
      case View.FlowsOf(Grouping by, GroupKey group) -> {
        String label = HostText.cut(group.label(), LONGEST_FILTER);
        yield new Part(Segment.VIEW, by.sign() + " › " + label, by.sign() + "›", "›", 2, text);
      }
    };
  }
}
