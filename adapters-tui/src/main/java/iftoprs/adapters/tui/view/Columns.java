package iftoprs.adapters.tui.view;

import iftoprs.domain.flow.Window;
import iftoprs.domain.screen.Layout;
import iftoprs.domain.screen.LineMode;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.SortBy;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.text.Rates;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the columns of the flows stand. A column of width 0 gave way; hosts give way last.
 *
 * @param source of the local end
 * @param arrow two characters, or three for both ways
 * @param destination of the remote end
 * @param protocol transport
 * @param service what the flow serves, by its port; on a wide screen
 * @param process owner
 * @param packets packets a second; on a wide screen
 * @param total bytes since the flow was first seen
 * @param rates one column a window, from the left
 * @param gap blanks between two figures
 */
record Columns(
    Span source,
    Span arrow,
    Span destination,
    Span protocol,
    Span service,
    Span process,
    Span packets,
    Span total,
    List<Rate> rates,
    int gap) {

  private static final int ARROW = 2;
  private static final int PROTOCOL = 5;
  private static final int LEAST_HOST = 20;
  private static final int WIDTH_STEP = 2;
  private static final int LEAST_PROCESS = 14;
  private static final int MOST_PROCESS = 30;
  private static final int SERVICE = 12;
  private static final int PACKETS = 7;
  private static final int WIDTH_FOR_MORE = 158;
  private static final int PROCESS_STEP = 4;
  private static final int DESTINATION_STEP = 8;
  private static final int WIDTH_FOR_GAPS = 100;
  private static final int WIDTH_FOR_TOTAL = 88;
  private static final int WIDTH_FOR_ALL_RATES = 66;
  private static final int WIDTH_FOR_TWO_RATES = 48;

  /**
   * A column.
   *
   * @param x its first cell
   * @param width its cells
   */
  record Span(int x, int width) {

    static final Span NONE = new Span(0, 0);

    int end() {
      return x + width;
    }

    boolean isShown() {
      return width > 0;
    }
  }

  /** The column of one window. */
  record Rate(Window window, Span span) {}

  /**
   * Divides the width.
   *
   * @param layout how much there is
   * @param settings toggles and order
   * @param hasOwners whether there are processes to show
   * @param longest columns that the longest ends in sight would like to have
   */
  static Columns of(Layout layout, Settings settings, boolean hasOwners, Longest longest) {
    int width = layout.width();
    int gap = width >= WIDTH_FOR_GAPS ? 2 : 1;
    int end = layout.left() + width - 1;
    List<Rate> rates = new ArrayList<>();
    for (Window window : windows(width, settings.sort()).reversed()) {
      rates.addFirst(new Rate(window, new Span(end - Rates.WIDTH, Rates.WIDTH)));
      end -= Rates.WIDTH + gap;
    }
    Span total = Span.NONE;
    if (width >= WIDTH_FOR_TOTAL) {
      total = new Span(end - Rates.WIDTH, Rates.WIDTH);
      end -= Rates.WIDTH + gap;
    }
    Span packets = Span.NONE;
    if (width >= WIDTH_FOR_MORE) {
      packets = new Span(end - PACKETS, PACKETS);
      end -= PACKETS + gap;
    }
    int start = layout.left() + 1;
    int arrow = settings.lineMode() == LineMode.ONE_LINE ? ARROW + 1 : ARROW;
    boolean owners = hasOwners && settings.is(Toggle.PROCESSES);
    Figures figures = new Figures(packets, total, List.copyOf(rates), gap);
    return hosts(start, end - gap + 1, arrow, owners, longest, figures);
  }

  /**
   * What the longest ends in sight would like to have.
   *
   * @param source columns of the local ends
   * @param destination columns of the remote ends
   * @param process columns of the owners
   */
  record Longest(int source, int destination, int process) {}

  /** The columns at the right. */
  private record Figures(Span packets, Span total, List<Rate> rates, int gap) {}

  /** Divides what the figures leave, which ends before {@code end}. */
  private static Columns hosts(
      int start, int end, int arrow, boolean owners, Longest longest, Figures figures) {
    int hosts = end - start - arrow - 2;
    int process = 0;
    int protocol = 0;
    int service = 0;
    if (hosts - PROTOCOL - 1 >= 2 * LEAST_HOST) {
      protocol = PROTOCOL;
      hosts -= PROTOCOL + 1;
    }
    if (figures.packets().isShown()) {
      service = SERVICE;
      hosts -= SERVICE + 1;
    }
    if (owners && hosts - LEAST_PROCESS - 1 >= 2 * LEAST_HOST) {
      process = processWidth(hosts - 1, longest);
      hosts -= process + 1;
    }
    int source = sourceWidth(hosts, longest.source());
    int destination = hosts - source;
    // On a wide screen what nobody needs is shared, so that no hole opens in the middle.
    int wanted = steps(Math.max(2 * LEAST_HOST, longest.destination()), DESTINATION_STEP);
    if (service > 0 && destination > wanted) {
      int share = (destination - wanted) / 4;
      source += share;
      service += share;
      process += process > 0 ? share : 0;
      destination -= process > 0 ? 3 * share : 2 * share;
    }
    return placed(
        start, new int[] {source, arrow, destination, protocol, service, process}, figures);
  }

  /** Puts columns side by side; those without a width are left out. */
  private static Columns placed(int start, int[] widths, Figures figures) {
    Span[] spans = new Span[widths.length];
    int x = start;
    for (int i = 0; i < widths.length; i++) {
      spans[i] = widths[i] > 0 ? new Span(x, widths[i]) : Span.NONE;
      x += widths[i] > 0 ? widths[i] + 1 : 0;
    }
    return new Columns(
        spans[0],
        spans[1],
        spans[2],
        spans[3],
        spans[4],
        spans[5],
        figures.packets(),
        figures.total(),
        figures.rates(),
        figures.gap());
  }

  /**
   * Half of the room, or less where the local ends are short; in steps, so that columns do not
   * follow every port number.
   */
  private static int sourceWidth(int hosts, int longest) {
    return Math.min(hosts / 2, Math.max(LEAST_HOST, steps(longest, WIDTH_STEP)));
  }

  /**
   * What the owners need, up to a quarter of the room, and more where hosts leave it; in steps, so
   * that columns do not follow every name.
   */
  private static int processWidth(int room, Longest longest) {
    int wanted = steps(longest.process(), PROCESS_STEP);
    int ends = sourceWidth(room, longest.source()) + Math.max(LEAST_HOST, longest.destination());
    int most = Math.clamp(Math.max(room / 4, room - ends), LEAST_PROCESS, MOST_PROCESS);
    return Math.clamp(wanted, LEAST_PROCESS, most);
  }

  private static int steps(int columns, int step) {
    return (columns + step - 1) / step * step;
  }

  /** On a narrow screen the window that decides the order stays. */
  private static List<Window> windows(int width, SortBy sort) {
    if (width >= WIDTH_FOR_ALL_RATES) {
      return List.of(Window.values());
    }
    if (width < WIDTH_FOR_TWO_RATES) {
      return List.of(sort.barWindow());
    }
    return sort == SortBy.FORTY
        ? List.of(Window.TWO, Window.FORTY)
        : List.of(Window.TWO, Window.TEN);
  }
}
