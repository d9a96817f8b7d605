package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Boxes;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.view.Buttons.Button;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Ink;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.ThemeColours;
import iftoprs.domain.screen.ThemeEdit;
import iftoprs.domain.screen.ThemeEditor;
import iftoprs.domain.screen.ThemeEditor.Naming;
import java.util.List;
import java.util.stream.Stream;

/**
 * The editor of themes: a colour a line, as it was chosen and as it becomes readable on screen, the
 * tracks of the one in hand, a sample of rows, and the keys. Where the screen is low, some of the
 * colours and of the tracks are left.
 */
final class ThemeEditorView {

  private static final int WIDTH = 60;
  private static final int HEIGHT = 21;
  private static final int BORDERS = 2;
  private static final int SAMPLE = 2;
  private static final int FEWEST_SLOTS = 3;
  private static final int ROLE = 18;
  private static final int CHOSEN = 9;
  private static final int BUTTON_ROWS = 3;
  private static final int FRAME_OF_NEWS = 6;
  private static final List<Button> FIRST =
      List.of(
          new Button("Enter", "names and saves it", "saves", new Command.Accept()),
          new Button("Esc", "takes it back", "back", new Command.Back()),
          new Button("m", "number or hue", "hue", new Command.EditTheme(new ThemeEdit.Convert())));
  private static final List<Button> STEPS =
      List.of(
          edit("H", "ten back", new ThemeEdit.Step(-10)),
          edit("L", "ten further", new ThemeEdit.Step(10)));
  private static final List<Button> OF_OWN =
      List.of(
          edit("r", "renames it", new ThemeEdit.Rename()),
          edit("x", "deletes it", new ThemeEdit.Delete()));
  private static final List<Button> NAMING =
      List.of(
          new Button("Enter", "saves", new Command.Accept()),
          new Button("Esc", "goes back", new Command.Back()));

  private final Grid grid;
  private final Scene scene;
  private final Theme theme;
  private final ThemeEditor editor;
  private final int width;
  private final int height;
  private final int x;
  private final int y;

  private ThemeEditorView(Grid grid, Scene scene, ThemeEditor editor) {
    this.grid = grid;
    this.scene = scene;
    this.theme = scene.theme();
    this.editor = editor;
    this.width = Math.min(WIDTH, grid.width() - 2);
    this.height = Math.min(HEIGHT, grid.height() - 2);
    this.x = (grid.width() - width) / 2;
    this.y = (grid.height() - height) / 2;
  }

  private static Button edit(String key, String words, ThemeEdit edit) {
    return new Button(key, words, new Command.EditTheme(edit));
  }

  static void draw(Grid grid, Scene scene, ThemeEditor editor) {
    new ThemeEditorView(grid, scene, editor).draw();
  }

  private void draw() {
    Popups.draw(grid, scene, x, y, width, height, "Theme editor: " + editor.draft().title());
    scene.state().message().ifPresent(this::news);
    Popups.take(scene, x, y, width, height);
    grid.clip(x + 1, y + 1, width - BORDERS, height - BORDERS);
    int room = height - BORDERS;
    boolean everything = height == HEIGHT;
    int foot = everything ? BUTTON_ROWS : editor.naming().isPresent() ? 2 : 1;
    int tracks = Math.clamp(room - foot - FEWEST_SLOTS, 0, TracksView.ROWS);
    int slots = Math.clamp(room - foot - tracks, 1, ThemeEditor.SLOTS);
    int first = Math.clamp(editor.slot() - slots + 1L, 0, ThemeEditor.SLOTS - slots);
    for (int i = 0; i < slots; i++) {
      slot(y + 1 + i, first + i);
    }
    int gap = everything ? 1 : 0;
    int at = y + 1 + slots + gap;
    tracks(at, tracks);
    if (everything) {
      sample(x + 2, at + tracks + gap, width - 4);
    }
    foot(y + height - 1 - foot, foot);
    grid.unclip();
  }

  private void news(String news) {
    int colour = News.message(news).alarming() ? theme.alert() : theme.key();
    String shown = HostText.cut(news, width - FRAME_OF_NEWS);
    Boxes.title(grid, x, y + height - 1, width, shown, Paint.popupBold(theme, colour));
  }

  private void slot(int row, int slot) {
    boolean inHand = slot == editor.slot();
    long plain = Paint.popup(theme, theme.text());
    long style = inHand ? Paint.popupBold(theme, theme.key()) : plain;
    int at = x + 4;
    grid.text(x + 2, row, inHand ? "▸" : " ", style);
    if (slot == ThemeEditor.BACKGROUND) {
      grid.text(at, row, ROLE, "background", style);
      grid.text(at + ROLE, row, editor.draft().light() ? "light" : "dark", style);
    } else {
      grid.text(at, row, ROLE, ThemeColours.ROLES.get(slot), style);
      Ink ink = editor.draft().inks().get(slot);
      grid.text(at + ROLE, row, ink.spelling(), style);
      swatches(at + ROLE + CHOSEN, row, ink.rgb(), readable(slot));
    }
    if (inHand) {
      grid.tint(x + 1, row, width - BORDERS, theme.selectedBackground());
    }
    if (editor.naming().isEmpty()) {
      scene.hits().add(x + 1, row, width - BORDERS, 1, new Target.Entry(slot));
    }
  }

  /** A colour as it was chosen, and as it is on the screen. */
  private void swatches(int start, int row, int chosen, int shown) {
    boolean wide = width == WIDTH;
    String swatch = wide ? "██████" : "██";
    int at = start;
    at += grid.text(at, row, swatch, Style.of(chosen, theme.popupBackground()));
    at += grid.text(at, row, wide ? " → " : "→", Paint.popup(theme, theme.dim()));
    grid.text(at, row, swatch, Style.of(shown, theme.popupBackground()));
  }

  /** What the theme makes of a colour, so that it can be read. */
  private int readable(int slot) {
    return switch (slot) {
      case 0 -> theme.totalLabel();
      case 1 -> theme.source();
      case 2 -> theme.process();
      case 3 -> theme.rate10();
      case 4 -> theme.arrow();
      default -> theme.barHigh();
    };
  }

  private void tracks(int row, int rows) {
    if (editor.slot() < ThemeEditor.BACKGROUND) {
      Ink ink = editor.draft().inks().get(editor.slot());
      boolean pulls = editor.naming().isEmpty();
      TracksView.draw(grid, scene, x + 4, row, width - 7, rows, ink, pulls);
      return;
    }
    if (rows > 0) {
      String turned = editor.draft().light() ? "makes it dark" : "makes it light";
      Button button = edit("→", turned, new ThemeEdit.Step(1));
      Buttons.draw(grid, scene, x + 4, row, width - 7, 1, List.of(button));
    }
  }

  /** A row with its bar, and the same selected. */
  private void sample(int left, int top, int columns) {
    for (int i = 0; i < SAMPLE; i++) {
      int row = top + i;
      int surface = i == 0 ? theme.surface() : theme.selectedBackground();
      grid.fill(left, row, columns, 1, Style.of(theme.text(), surface));
      int at = left + 1;
      at += grid.text(at, row, "nas.lan:51544", Style.of(theme.source(), surface));
      at += grid.text(at, row, " => ", Style.of(theme.arrow(), surface));
      at += grid.text(at, row, "mirror:https", Style.of(theme.destination(), surface));
      grid.text(at + 1, row, "curl", Style.of(theme.process(), surface));
      int end = left + columns - 1;
      end = grid.textRight(end, row, "307Mb", Style.of(theme.rate40(), surface));
      end = grid.textRight(end - 1, row, "345Mb", Style.of(theme.rate10(), surface));
      grid.textRight(end - 1, row, "417Mb", Style.of(theme.rate2(), surface));
      int bar = columns * 3 / 5;
      for (int cell = 0; cell < bar; cell++) {
        int tint = i == 0 ? theme.bar(cell, bar) : theme.selectedBar(cell, bar);
        grid.tint(left + cell, row, 1, tint);
      }
    }
  }

  /** The keys, or what is asked. */
  private void foot(int row, int rows) {
    int left = x + 3;
    int columns = width - 5;
    if (editor.naming().isPresent()) {
      name(left, row, columns, editor.naming().orElseThrow());
      Buttons.draw(grid, scene, left, row + 1, columns, rows - 1, NAMING);
    } else if (editor.deleting()) {
      Buttons.draw(grid, scene, left, row, columns, rows, deleting());
    } else {
      Buttons.draw(grid, scene, left, row, columns, rows, keys(rows));
    }
  }

  /** The keys that do something here; on a low screen the first of them. */
  private List<Button> keys(int rows) {
    if (rows < BUTTON_ROWS) {
      return FIRST;
    }
    // What is built in is neither renamed nor deleted.
    return Stream.of(FIRST, STEPS, editor.stored().isPresent() ? OF_OWN : List.<Button>of())
        .flatMap(List::stream)
        .toList();
  }

  private List<Button> deleting() {
    String question = "again deletes " + editor.stored().orElse("it") + " for good";
    return List.of(
        edit("x", question, new ThemeEdit.Delete()),
        new Button("Esc", "keeps it", new Command.Back()));
  }

  private void name(int left, int row, int columns, Naming naming) {
    String asked = naming.renames() ? "new name: " : "name: ";
    int at = left + grid.text(left, row, asked, Paint.popupBold(theme, theme.key()));
    LineView.draw(grid, scene, at, row, left + columns - at, naming.prompt());
  }
}
