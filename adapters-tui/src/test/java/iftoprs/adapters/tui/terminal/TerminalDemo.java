package iftoprs.adapters.tui.terminal;

import iftoprs.adapters.tui.grid.Boxes;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.input.InputEvent;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.theme.Themes;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A program for real terminals, driven by {@link TerminalSessionIT}: draws a mock screen in the
 * theme that it is given and shows the last event. q ends it, z suspends it, x throws on another
 * thread, t takes the next theme.
 */
final class TerminalDemo {

  private static final String[] HOSTS = {
    "ncorda-am-in-f4.1e100.net",
    "lb-140-82-113-25-iad.github.com",
    "mirror.hetzner.de",
    "12.58.141.34.bc.googleusercontent.com",
    "github.com",
    "例え.テスト",
    "mirror.example.org",
    "s3.eu-central-1.amazonaws.com",
    "time.cloudflare.com",
    "café.example.org",
  };
  private static final String[] RATES = {
    "420.26Mb",
    "165.85Mb",
    "159.89Mb",
    "116.30Mb",
    " 79.62Mb",
    " 31.66Mb",
    " 13.97Mb",
    " 10.61Mb",
    "  8.40Mb",
    "  6.15Mb",
  };

  private final BlockingQueue<InputEvent> events = new LinkedBlockingQueue<>();
  private Theme theme;
  private String last = "no event yet";

  private TerminalDemo(Theme theme) {
    this.theme = theme;
  }

  public static void main(String[] arguments) throws Exception {
    new TerminalDemo(Themes.named(arguments[0]).orElseThrow()).run();
  }

  private void run() throws Exception {
    try (TerminalSession session = TerminalSession.open(TerminalOptions.standard(), events::add)) {
      Grid grid = new Grid(session.columns(), session.rows());
      System.out.println("printed while the screen was up");
      while (true) {
        draw(grid, session);
        session.show(grid);
        InputEvent event = events.take();
        last = event.toString();
        switch (event) {
          case InputEvent.Resize(int columns, int rows) -> grid.resize(columns, rows);
          case InputEvent.TerminalLost() -> {
            return;
          }
          case InputEvent.Key key when key.codePoint() == 'q' -> {
            return;
          }
          case InputEvent.Key key when key.codePoint() == 'z' -> session.suspend();
          case InputEvent.Key key when key.codePoint() == 't' -> nextTheme();
          case InputEvent.Key key when key.codePoint() == 'x' -> fail();
          case InputEvent.Key _, InputEvent.Mouse _, InputEvent.Paste _, InputEvent.Focus _ -> {
            // Shown, and that is all.
          }
        }
      }
    }
  }

  private static void fail() {
    Thread.ofPlatform()
        .start(
            () -> {
              throw new IllegalStateException("planted failure");
            });
  }

  private void nextTheme() {
    int next = (Themes.names().indexOf(theme.id()) + 1) % Themes.names().size();
    theme = Themes.named(Themes.names().get(next)).orElseThrow();
  }

  private void draw(Grid grid, TerminalSession session) {
    int width = grid.width();
    int height = grid.height();
    grid.clear(on(theme.text()));
    Boxes.rounded(grid, 0, 0, width, height, on(theme.border()));
    Boxes.title(grid, 0, 0, width, "▶▶▶ IFTOPRS ◀◀◀", bold(theme.source()));
    grid.text(2, 1, "10b                 1.00kb              100.00kb", on(theme.scale()));
    Boxes.horizontal(grid, 2, 2, width - 4, on(theme.scaleLine()));
    for (int row = 0; row < HOSTS.length && row + 3 < height - 6; row++) {
      drawFlow(grid, row + 3, row, width);
    }
    drawFooter(grid, width, height, session);
  }

  private void drawFlow(Grid grid, int y, int row, int width) {
    boolean selected = row == 2;
    if (selected) {
      grid.fill(1, y, width - 2, 1, Style.of(theme.text(), theme.selectedBackground()));
    }
    grid.text(2, y, "192.168.1.10:" + (44_236 + row), on(theme.source()));
    grid.text(24, y, "<=>", on(theme.arrow()));
    grid.text(29, y, 38, HOSTS[row], on(theme.destination()));
    grid.text(70, y, "[" + 1204 * row + ":firefox]", on(theme.process()));
    grid.text(width - 34, y, RATES[row], on(row == 0 ? theme.alert() : theme.rate2()));
    grid.text(width - 23, y, RATES[row], on(theme.rate10()));
    grid.text(width - 12, y, RATES[row], on(theme.rate40()));
    int background = selected ? theme.selectedBackground() : theme.background();
    grid.tint(1, y, width - 2, background);
    int length = (width - 2) * (12 - row) / 12;
    for (int x = 0; x < length; x++) {
      int step = x * 24 / width;
      grid.tint(x + 1, y, 1, selected ? theme.selectedBar(step, 24) : theme.bar(step, 24));
    }
  }

  private void drawFooter(Grid grid, int width, int height, TerminalSession session) {
    Boxes.separator(grid, 0, height - 6, width, on(theme.border()));
    grid.text(2, height - 6, " [Flows]  Processes ", on(theme.source()));
    grid.text(2, height - 5, "TX", bold(theme.totalLabel()));
    grid.text(10, height - 5, "cum", on(theme.dim()));
    grid.text(16, height - 5, "1.10GB", on(theme.cumulative()));
    grid.text(26, height - 5, "peak", on(theme.dim()));
    grid.text(32, height - 5, "480.03Mb", on(theme.peak()));
    grid.text(45, height - 5, "▁▂▃▅▇█▇▅▃▂▁", on(theme.rate2()));
    grid.text(2, height - 3, width - 4, last, on(theme.text()));
    grid.fill(1, height - 2, width - 2, 1, Style.of(theme.headerText(), theme.headerBackground()));
    String bar = " IFTOPRS │ " + theme.displayName() + " │ " + session.colourMode() + " │ ";
    String size = session.columns() + "x" + session.rows();
    grid.text(1, height - 2, bar + size, Style.of(theme.headerText(), theme.headerBackground()));
    long inside = Style.of(theme.text(), theme.popupBackground());
    long border = Style.of(theme.popupBorder(), theme.popupBackground());
    Boxes.filled(grid, width - 40, 9, 30, 5, border, inside);
    Boxes.title(grid, width - 40, 9, 30, "CLOCK", border);
    grid.text(width - 37, 11, "elapsed 45 s", inside);
    grid.text(width - 20, 11, "Esc", Style.of(theme.key(), theme.popupBackground()));
  }

  private long on(int foreground) {
    return Style.of(foreground, theme.background());
  }

  private long bold(int foreground) {
    return Style.of(foreground, theme.background(), Style.BOLD);
  }
}
