package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.view.Buttons.Button;
import iftoprs.domain.flow.Alert;
import iftoprs.domain.flow.Alerts;
import iftoprs.domain.screen.AlertRow;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Row;
import iftoprs.domain.text.Times;
import java.util.ArrayList;
import java.util.List;

/** The list of recent alerts, the newest first. */
final class AlertsView {

  private static final int WIDEST = 110;
  private static final int WIDEST_EMPTY = 64;
  private static final String SETTING = "alert_threshold = \"10Mbit\"";
  private static final int MARGINS = 6;
  private static final int TIME = 10;
  private static final int ARROW = 3;
  private static final int PROTOCOL = 7;
  private static final int PROCESS = 21;
  private static final int RATE = 8;
  private static final String SOURCE_HEADING = "SOURCE";
  private static final int WIDTH_FOR_PROCESS = 90;
  private static final int WIDTH_FOR_BOTH_ENDS = 60;

  private static final Button CLOSE = new Button("Esc", "closes", new Command.Back());
  private static final List<Button> SCROLLING =
      List.of(
          new Button("↓", "older", "", new Command.ScrollAlerts(1)),
          new Button("↑", "newer", "", new Command.ScrollAlerts(-1)),
          CLOSE);

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final Alerts alerts;
  private final int x;
  private final int y;
  private final int width;
  private final int rows;
  private final int source;

  private AlertsView(Grid grid, Scene scene) {
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.alerts = scene.newest().head().alerts();
    int widest = alerts.recent().isEmpty() ? WIDEST_EMPTY : WIDEST;
    this.width = Math.min(widest, grid.width() - 2);
    int most = Math.max(1, grid.height() - 6);
    int wanted = alerts.recent().isEmpty() ? nothing().size() : alerts.recent().size();
    this.rows = Math.min(wanted, most);
    this.x = (grid.width() - width) / 2;
    this.y = Math.max(0, (grid.height() - height()) / 2);
    this.source = longestSource();
  }

  static void draw(Grid grid, Scene scene, int scroll) {
    new AlertsView(grid, scene).draw(scroll);
  }

  private int height() {
    return rows + 4;
  }

  private void draw(int scroll) {
    Popups.draw(grid, scene, x, y, width, height(), title());
    Popups.take(scene, x, y, width, height());
    grid.clip(x + 1, y + 1, width - 2, height() - 2);
    if (alerts.recent().isEmpty()) {
      empty();
    } else {
      list(Math.clamp(scroll, 0, alerts.recent().size() - rows));
    }
    grid.unclip();
  }

  private String title() {
    if (!alerts.areWanted()) {
      return "Alerts";
    }
    return (hasBothEnds() ? "Alerts at %s/s: %d raised, %d active" : "%s/s: %d raised, %d active")
        .formatted(scene.rates().text(alerts.threshold()), alerts.raised(), alerts.active());
  }

  /** Why the list is empty, in lines. */
  private List<String> nothing() {
    int room = width - MARGINS;
    if (alerts.areWanted()) {
      String rate = scene.rates().text(alerts.threshold()) + "/s";
      return Wrapping.lines("None yet. A flow that reaches " + rate + " is told here.", room);
    }
    List<String> lines = new ArrayList<>();
    lines.addAll(Wrapping.lines("No rate is set. Start with --alert 10Mbit, or set", room));
    lines.add(SETTING);
    lines.add("in the settings file.");
    return lines;
  }

  private void empty() {
    int row = y + 1;
    for (String line : nothing().subList(0, rows)) {
      int colour = line.equals(SETTING) ? theme.key() : theme.text();
      grid.text(x + 3, row++, line, Paint.popup(theme, colour));
    }
    foot("", false);
  }

  private void foot(String place, boolean scrolls) {
    int row = y + height() - 2;
    int used = grid.text(x + 3, row, place, Paint.popup(theme, theme.dim()));
    List<Button> keys = scrolls ? SCROLLING : List.of(CLOSE);
    Buttons.draw(grid, scene, x + 3 + used, row, width - 4 - used, 1, keys);
  }

  private void list(int scroll) {
    List<Alert> recent = alerts.recent();
    heading();
    for (int i = 0; i < rows; i++) {
      row(y + 2 + i, recent.get(recent.size() - 1 - scroll - i));
    }
    boolean scrolls = rows < recent.size();
    String place =
        scrolls ? "%d–%d of %d  ".formatted(scroll + 1, scroll + rows, recent.size()) : "";
    foot(place, scrolls);
  }

  private boolean hasProcess() {
    return width >= WIDTH_FOR_PROCESS && scene.list().hasOwners();
  }

  /** On a narrow screen the remote end is what matters. */
  private boolean hasBothEnds() {
    return width >= WIDTH_FOR_BOTH_ENDS;
  }

  /** Columns of both ends together, or of the only one. */
  private int ends() {
    int others = MARGINS + TIME + RATE + (hasProcess() ? PROCESS : 0);
    return Math.max(0, width - others - (hasBothEnds() ? PROTOCOL + ARROW : 0));
  }

  /** As much as the longest source needs, half of the room at most: this host's name is short. */
  private int longestSource() {
    if (!hasBothEnds()) {
      return 0;
    }
    int longest = SOURCE_HEADING.length();
    for (Alert alert : alerts.recent()) {
      longest = Math.max(longest, widthOf(scene.list().row(alert).source()));
    }
    return Math.min(longest + 1, ends() / 2);
  }

  private static int widthOf(Row.End end) {
    return DisplayWidth.of(end.host() + end.port());
  }

  private void heading() {
    int style = theme.process();
    int at = cell(x + 3, y + 1, TIME, "TIME", style);
    if (hasBothEnds()) {
      at = cell(at, y + 1, source + ARROW, SOURCE_HEADING, style);
    }
    at = cell(at, y + 1, ends() - source, "DESTINATION", style);
    if (hasBothEnds()) {
      at = cell(at, y + 1, PROTOCOL, "PROTO", style);
    }
    if (hasProcess()) {
      cell(at, y + 1, PROCESS, "PROCESS", style);
    }
    grid.textRight(x + width - 3, y + 1, scene.rates().perSecond(), Paint.popup(theme, style));
  }

  private void row(int row, Alert alert) {
    AlertRow words = scene.list().row(alert);
    int at = cell(x + 3, row, TIME, Times.clock(alert.timeNanos(), scene.zone()), theme.dim());
    if (hasBothEnds()) {
      at = cell(at, row, source, HostText.fit(words.source(), source - 1), theme.source());
      at = cell(at, row, ARROW, "=>", theme.arrow());
    }
    int columns = ends() - source;
    String destination = HostText.fit(words.destination(), columns - 1);
    at = cell(at, row, columns, destination, theme.destination());
    if (hasBothEnds()) {
      at = cell(at, row, PROTOCOL, words.protocol(), theme.text());
    }
    if (hasProcess()) {
      cell(at, row, PROCESS, HostText.cut(words.process(), PROCESS - 1), theme.process());
    }
    String rate = scene.rates().aligned(alert.rate());
    grid.textRight(x + width - 3, row, rate, Paint.popup(theme, theme.alert()));
  }

  /** Draws a cell that keeps its last column blank; returns the column behind it. */
  private int cell(int at, int row, int columns, String text, int colour) {
    grid.text(at, row, columns - 1, text, Paint.popup(theme, colour));
    return at + columns;
  }
}
