package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Boxes;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Layout;
import iftoprs.domain.screen.Segment;
import iftoprs.domain.screen.Spot;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.Tip;
import iftoprs.domain.screen.TipText;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The tooltip: beside what it is about, but always inside the screen. Where it is higher than the
 * screen it has pages.
 */
final class TipView {

  /** What the frame of a box takes, both ways. */
  private static final int FRAME = 2;

  private static final int SIDES = 4;

  private static final String CLOSE = "Esc closes";
  private static final String TURN = "← →";

  private final Grid grid;
  private final Scene scene;
  private final Tip tip;
  private final TipText text;

  private TipView(Grid grid, Scene scene, Tip tip, TipText text) {
    this.grid = grid;
    this.scene = scene;
    this.tip = tip;
    this.text = text;
  }

  static void draw(Grid grid, Scene scene) {
    Optional<TipText> text =
        TipText.of(scene.state(), scene.list(), scene.newest(), scene.moment());
    if (text.isPresent()) {
      Tip tip = scene.state().tips().shown().orElseThrow();
      new TipView(grid, scene, tip, text.orElseThrow()).draw();
    }
  }

  private void draw() {
    int most = tip instanceof Tip.OfSegment ? scene.layout().bar().top() : grid.height();
    int room = Math.max(1, most - FRAME);
    TipLines lines = lines(room);
    int pages = (lines.size() + room - 1) / room;
    int page = Math.floorMod(tip.page(), pages);
    int rows = Math.min(room, lines.size());
    int width =
        Math.min(grid.width(), Math.max(lines.width(), title(pages, page).length()) + SIDES);
    int height = rows + FRAME;
    int x = inside(wantedX(), width);
    int y =
        switch (tip) {
          case Tip.OfSegment segment -> most - height;
          case Tip.OfRow row -> besideRow(height);
        };
    Popups.draw(grid, scene, x, y, width, height, title(pages, page));
    if (stays()) {
      Theme theme = scene.theme();
      Boxes.title(grid, x, y + height - 1, width, CLOSE, Paint.popup(theme, theme.dim()));
      hint(x + (width - CLOSE.length()) / 2, y + height - 1, CLOSE.length(), new Command.Back());
    }
    if (pages > 1) {
      int end = x + (width + title(pages, page).length()) / 2;
      hint(end - TURN.length(), y, 1, new Command.TurnTip(-1));
      hint(end - 1, y, 1, new Command.TurnTip(1));
    }
    grid.clip(x + 1, y + 1, width - FRAME, rows);
    int first = Math.min(page * room, lines.size() - rows);
    lines.draw(grid, scene, x + 2, y + 1, first, rows);
    grid.unclip();
    scene.hits().tip(x, y, width, height);
  }

  private void hint(int x, int y, int columns, Command command) {
    scene.hits().add(x, y, columns, 1, new Target.Action(command));
  }

  /** Gaps give way where only so the row stays in sight, or all is on one page. */
  private TipLines lines(int room) {
    TipLines lines = TipLines.of(text, grid.width() - SIDES);
    TipLines dense = TipLines.of(text.dense(), grid.width() - SIDES);
    int beside =
        tip instanceof Tip.OfRow ? Math.max(rowTop(), grid.height() - rowEnd()) - FRAME : room;
    boolean keepsRow = dense.size() <= beside && lines.size() > beside;
    return keepsRow || lines.size() > room ? dense : lines;
  }

  /** One that does not go by itself says how it goes. */
  private boolean stays() {
    return !(tip instanceof Tip.OfSegment(Segment segment, boolean hovered, int page) && hovered);
  }

  private String title(int pages, int page) {
    return pages == 1
        ? text.title()
        : text.title() + ", " + (page + 1) + " of " + pages + " " + TURN;
  }

  /** Inside the screen's border where there is room for that. */
  private int inside(int wanted, int width) {
    Layout layout = scene.layout();
    return width <= layout.width()
        ? Math.clamp(wanted, layout.left(), layout.left() + layout.width() - width)
        : Math.clamp(wanted, 0, Math.max(0, grid.width() - width));
  }

  private int wantedX() {
    return switch (tip) {
      case Tip.OfSegment about -> scene.hits().start(about.segment());
      case Tip.OfRow row -> row.opened().map(Spot::x).orElse(scene.columns().arrow().x()) + FRAME;
    };
  }

  /** Below the row, else above it, else where there is most room. */
  private int besideRow(int height) {
    int first = rowTop();
    int end = rowEnd();
    if (end + height <= grid.height()) {
      return end;
    }
    if (first - height >= 0) {
      return first - height;
    }
    return first > grid.height() - end ? 0 : grid.height() - height;
  }

  private int rowTop() {
    Layout layout = scene.layout();
    OptionalInt at = scene.list().selected(scene.state());
    int place = at.isPresent() ? at.getAsInt() - scene.state().scroll() : 0;
    return layout.flows().top() + place * layout.flowLines();
  }

  private int rowEnd() {
    Layout layout = scene.layout();
    return rowTop() + layout.flowLines() + (layout.sparkline() ? 1 : 0);
  }
}
