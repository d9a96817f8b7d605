package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.view.Columns.Span;
import iftoprs.domain.screen.Grouping;
import iftoprs.domain.screen.SortBy;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.screen.View;
import iftoprs.domain.text.Rates;
import java.util.stream.Stream;

/** The titles of the columns; the one that decides the order carries a mark. */
final class ColumnHeader {

  private final Grid grid;
  private final Scene scene;
  private final int y;
  private final SortBy sort;

  private ColumnHeader(Grid grid, Scene scene) {
    this.grid = grid;
    this.scene = scene;
    this.y = scene.layout().columnHeader().top();
    this.sort = scene.sort();
  }

  static void draw(Grid grid, Scene scene) {
    if (scene.layout().columnHeader().rows() > 0) {
      new ColumnHeader(grid, scene).draw();
    }
  }

  private void draw() {
    switch (scene.state().place().view()) {
      case View.Flows flows -> flows();
      case View.FlowsOf flows -> flows();
      case View.Groups(Grouping by) -> groups(by);
    }
    figures();
  }

  private void groups(Grouping by) {
    GroupColumns columns = GroupColumns.of(scene);
    boolean rolledUp = scene.settings().is(Toggle.ROLL_UP);
    String title =
        switch (by) {
          case PROCESS -> rolledUp ? "EXECUTABLE" : "PROCESS";
          case PUBLISHER -> "PUBLISHER";
        };
    boolean processes = by == Grouping.PROCESS && !rolledUp;
    left(columns.name(), title, SortBy.SOURCE);
    right(columns.number(), processes ? "PID" : "PROCS", SortBy.NUMBER);
    right(columns.flows(), "FLOWS", SortBy.FLOWS);
    left(columns.detail(), detail(by, rolledUp), SortBy.DETAIL);
    direction(columns.arrow());
  }

  private static String detail(Grouping by, boolean rolledUp) {
    return switch (by) {
      case PROCESS -> rolledUp ? "PATH" : "COMMAND";
      case PUBLISHER -> "PROGRAMS";
    };
  }

  private void flows() {
    Columns columns = scene.columns();
    left(columns.source(), "SOURCE", SortBy.SOURCE);
    left(columns.destination(), "DESTINATION", SortBy.DESTINATION);
    direction(columns.arrow());
    left(columns.protocol(), "PROTO", SortBy.PROTOCOL);
    left(columns.service(), "SERVICE", SortBy.SERVICE);
    left(columns.process(), "PROCESS", SortBy.PROCESS);
  }

  private void figures() {
    Columns columns = scene.columns();
    right(columns.packets(), "PKT/S", SortBy.PACKETS);
    right(columns.total(), "TOTAL", SortBy.TOTAL);
    boolean first = true;
    for (Columns.Rate rate : columns.rates()) {
      rate(rate, first);
      first = false;
    }
  }

  private void left(Span span, String name, SortBy by) {
    if (span.isShown()) {
      // Apart from the mark, where there is room.
      String apart = sort == by && name.length() + 2 <= span.width() ? name + " " : name;
      grid.text(span.x(), y, span.width(), marked(apart, by, span), style(sort == by));
      hit(span, by);
    }
  }

  private void right(Span span, String name, SortBy by) {
    if (span.isShown()) {
      grid.textRight(span.end(), y, marked(name, by, span), style(sort == by));
      hit(span, by);
    }
  }

  /** With the mark behind it, or over its end where there is no room. */
  private String marked(String name, SortBy by, Span span) {
    return sort == by
        ? name.substring(0, Math.clamp(span.width() - 1L, 0, name.length())) + mark()
        : name;
  }

  private void hit(Span span, SortBy by) {
    scene.hits().add(span.x(), y, span.width(), 1, new Target.Column(by));
  }

  /** The unit stands before the first window. */
  private void rate(Columns.Rate rate, boolean first) {
    boolean sorting = sort.window().filter(rate.window()::equals).isPresent();
    hit(rate.span(), SortBy.of(rate.window()));
    String name = rate.window().seconds() + "s" + (sorting ? mark() : "");
    int start = grid.textRight(rate.span().end(), y, name, style(sorting));
    if (first) {
      long dim = Paint.on(scene.theme(), scene.theme().dim());
      grid.textRight(start - 1, y, unit(blanksBefore(start - 1) - 1), dim);
    }
  }

  private int blanksBefore(int end) {
    int blanks = 0;
    while (blanks < end && grid.textAt(end - 1 - blanks, y).isBlank()) {
      blanks++;
    }
    return blanks;
  }

  /** Short, or left out, where the whole word would touch the title before. */
  private String unit(int room) {
    String unit = scene.rates().perSecond();
    String brief = scene.rates() == Rates.BYTES ? "B/s" : "b/s";
    return Stream.of(unit, brief).filter(it -> it.length() <= room).findFirst().orElse("");
  }

  private void direction(Span span) {
    String title =
        switch (scene.settings().lineMode()) {
          case TWO_LINES, ONE_LINE -> "";
          case SENT -> "TX";
          case RECEIVED -> "RX";
        };
    grid.text(span.x(), y, span.width(), title, style(false));
  }

  private String mark() {
    if (scene.state().frozen().isPresent()) {
      return "■";
    }
    return sort.isByName() == scene.settings().is(Toggle.REVERSED) ? "▼" : "▲";
  }

  private long style(boolean sorting) {
    int colour = sorting ? scene.theme().key() : scene.theme().dim();
    return sorting
        ? Style.plus(Paint.on(scene.theme(), colour), Style.BOLD)
        : Paint.on(scene.theme(), colour);
  }
}
