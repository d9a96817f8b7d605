package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.view.Buttons.Button;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.Segment;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.TipText;
import java.util.ArrayList;
import java.util.List;

/** The parts of the bar in a list, with what is told about one of them beside it. */
final class SegmentsView {

  private static final int LIST = 18;
  private static final int WIDTH = 78;
  private static final int LEAST_WIDTH = 66;
  private static final int FRAME = 2;
  private static final int FOOT = 4;

  private static final List<Button> KEYS =
      List.of(
          new Button("↓", "next", "", new Command.MoveSegment(1)),
          new Button("↑", "before", "", new Command.MoveSegment(-1)),
          new Button("Enter", "uses it", "uses", new Command.Accept()),
          new Button("Esc", "closes", new Command.Back()));
  private static final List<Button> PAGES =
      List.of(
          new Button("→", "next page", "", new Command.TurnTip(1)),
          new Button("←", "page before", "", new Command.TurnTip(-1)));

  private SegmentsView() {}

  static void draw(Grid grid, Scene scene, Overlay.Segments chosen) {
    Segment[] all = Segment.values();
    TipText text =
        TipText.of(chosen.segment(), scene.state(), scene.list(), scene.newest(), scene.moment());
    int width = Math.min(WIDTH, grid.width());
    boolean listed = width >= LEAST_WIDTH && grid.height() >= all.length + FRAME + 2;
    int start = listed ? LIST : 2;
    TipLines lines = TipLines.of(text, width - start - 2);
    int height = Math.min(grid.height(), (listed ? all.length + 2 : lines.size() + 1) + FRAME);
    int room = height - FRAME - 1;
    int pages = Math.max(1, (lines.size() + room - 1) / room);
    int page = Math.floorMod(chosen.page(), pages);
    int x = (grid.width() - width) / 2;
    int y = (grid.height() - height) / 2;
    String more = pages > 1 ? ", " + (page + 1) + " of " + pages : "";
    String title =
        listed ? "The bar at the foot: " + text.title() : place(chosen, all) + text.title();
    Popups.draw(grid, scene, x, y, width, height, title + more);
    Popups.take(scene, x, y, width, height);
    grid.clip(x + 1, y + 1, width - FRAME, height - FRAME);
    if (listed) {
      list(grid, scene, x + 1, y + 1, chosen.segment());
    }
    lines.draw(grid, scene, x + start, y + 1, page * room, room);
    List<Button> keys = new ArrayList<>(KEYS);
    if (pages > 1) {
      keys.addAll(KEYS.size() - 1, PAGES);
    }
    Buttons.draw(grid, scene, x + 2, y + height - 2, width - FOOT, 1, keys);
    grid.unclip();
  }

  private static String place(Overlay.Segments chosen, Segment[] all) {
    return chosen.segment().ordinal() + 1 + "/" + all.length + " ";
  }

  private static void list(Grid grid, Scene scene, int x, int y, Segment chosen) {
    Theme theme = scene.theme();
    for (Segment segment : Segment.values()) {
      int row = y + segment.ordinal();
      boolean here = segment == chosen;
      long style = here ? Paint.popupBold(theme, theme.key()) : Paint.popup(theme, theme.text());
      grid.text(x + 1, row, (here ? "▸ " : "  ") + segment.title(), style);
      if (here) {
        grid.tint(x, row, LIST - 2, theme.selectedBackground());
      }
      scene.hits().add(x, row, LIST - 2, 1, new Target.Entry(segment.ordinal()));
    }
  }
}
