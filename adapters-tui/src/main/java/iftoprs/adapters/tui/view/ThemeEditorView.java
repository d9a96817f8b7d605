package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Boxes;
import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.screen.Ink;
import iftoprs.domain.screen.Prompt;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.ThemeColours;
import iftoprs.domain.screen.ThemeEditor;
import iftoprs.domain.screen.ThemeEditor.Naming;
import java.util.List;

/**
 * The editor of themes: a colour a line, as it was chosen and as it becomes readable on screen, a
 * sample of rows, and the keys. Where the screen is low, the colours come first.
 */
final class ThemeEditorView {

  private static final int WIDTH = 60;
  private static final int HEIGHT = 16;
  private static final int ROLE = 18;
  private static final int CHOSEN = 9;
  private static final List<String> HINTS =
      List.of(
          "↑↓ colour   ←→ step   H L ten steps   m number or hue",
          "+ - brightness   [ ] saturation   r rename   x delete",
          "Enter names and saves it   Esc takes it back");

  private ThemeEditorView() {}

  static void draw(Grid grid, Scene scene, ThemeEditor editor) {
    Theme theme = scene.theme();
    int width = Math.min(WIDTH, grid.width() - 2);
    int height = Math.min(HEIGHT, grid.height() - 2);
    int x = (grid.width() - width) / 2;
    int y = (grid.height() - height) / 2;
    Boxes.filled(
        grid,
        x,
        y,
        width,
        height,
        Paint.popup(theme, theme.popupBorder()),
        Paint.popup(theme, theme.text()));
    String title = "Theme editor: " + editor.draft().title();
    Boxes.title(grid, x, y, width, title, Paint.popupBold(theme, theme.key()));
    scene
        .state()
        .message()
        .ifPresent(
            news ->
                Boxes.title(
                    grid, x, y + height - 1, width, news, Paint.popupBold(theme, theme.alert())));
    grid.clip(x + 1, y + 1, width - 2, height - 2);
    int room = height - 2;
    boolean asks = editor.naming().isPresent() || editor.deleting();
    int slots = Math.min(ThemeEditor.SLOTS, asks ? room - 1 : room);
    int first = Math.clamp(editor.slot() - slots + 1L, 0, ThemeEditor.SLOTS - slots);
    Popups.take(scene, x, y, width, height);
    for (int i = 0; i < slots; i++) {
      scene.hits().add(x + 1, y + 1 + i, width - 2, 1, new Target.Entry(first + i));
      slot(grid, theme, x + 1, y + 1 + i, width - 2, editor, first + i);
    }
    if (room >= HEIGHT - 2) {
      sample(grid, theme, x + 2, y + 2 + slots, width - 4);
      hints(grid, theme, x + 3, y + height - 1 - HINTS.size());
    }
    if (asks) {
      question(grid, theme, x + 1, y + height - 2, width - 2, editor);
    }
    grid.unclip();
  }

  private static void slot(
      Grid grid, Theme theme, int x, int y, int width, ThemeEditor editor, int slot) {
    boolean inHand = slot == editor.slot();
    long plain = Paint.popup(theme, theme.text());
    long style = inHand ? Paint.popupBold(theme, theme.key()) : plain;
    grid.text(x + 1, y, inHand ? "▸" : " ", style);
    if (slot == ThemeEditor.BACKGROUND) {
      grid.text(x + 3, y, ROLE, "background", style);
      grid.text(x + 3 + ROLE, y, editor.draft().light() ? "light" : "dark", style);
    } else {
      grid.text(x + 3, y, ROLE, ThemeColours.ROLES.get(slot), style);
      Ink ink = editor.draft().inks().get(slot);
      int at = x + 3 + ROLE;
      grid.text(at, y, ink.spelling(), style);
      at += CHOSEN;
      at += grid.text(at, y, "████", Style.of(ink.rgb(), theme.popupBackground()));
      at += grid.text(at, y, " → ", Paint.popup(theme, theme.dim()));
      at += grid.text(at, y, "████", Style.of(readable(theme, slot), theme.popupBackground()));
      grid.text(at + 2, y, details(ink), Paint.popup(theme, theme.dim()));
    }
    if (inHand) {
      grid.tint(x, y, width, theme.selectedBackground());
    }
  }

  /** What the theme makes of a colour, so that it can be read. */
  private static int readable(Theme theme, int slot) {
    return switch (slot) {
      case 0 -> theme.totalLabel();
      case 1 -> theme.source();
      case 2 -> theme.process();
      case 3 -> theme.rate10();
      case 4 -> theme.arrow();
      default -> theme.barHigh();
    };
  }

  private static String details(Ink ink) {
    return switch (ink) {
      case Ink.Numbered numbered -> "of 0 to 255";
      case Ink.Mixed mixed ->
          "%3d° %3d%% %3d%%"
              .formatted(
                  Math.round(mixed.hue()) % 360,
                  Math.round(100 * mixed.saturation()),
                  Math.round(100 * mixed.brightness()));
    };
  }

  /** A row with its bar, and the same selected. */
  private static void sample(Grid grid, Theme theme, int x, int y, int width) {
    for (int row = 0; row < 2; row++) {
      int surface = row == 0 ? theme.background() : theme.selectedBackground();
      grid.fill(x, y + row, width, 1, Style.of(theme.text(), surface));
      int at = x + 1;
      at += grid.text(at, y + row, "nas.lan:51544", Style.of(theme.source(), surface));
      at += grid.text(at, y + row, " => ", Style.of(theme.arrow(), surface));
      at += grid.text(at, y + row, "mirror:https", Style.of(theme.destination(), surface));
      grid.text(at + 1, y + row, "curl", Style.of(theme.process(), surface));
      int end = grid.textRight(x + width - 1, y + row, "307Mb", Style.of(theme.rate40(), surface));
      end = grid.textRight(end - 1, y + row, "345Mb", Style.of(theme.rate10(), surface));
      grid.textRight(end - 1, y + row, "417Mb", Style.of(theme.rate2(), surface));
      int bar = width * 3 / 5;
      for (int i = 0; i < bar; i++) {
        grid.tint(x + i, y + row, 1, row == 0 ? theme.bar(i, bar) : theme.selectedBar(i, bar));
      }
    }
  }

  private static void hints(Grid grid, Theme theme, int x, int y) {
    for (int i = 0; i < HINTS.size(); i++) {
      grid.text(x, y + i, HINTS.get(i), Paint.popup(theme, theme.dim()));
    }
  }

  private static void question(
      Grid grid, Theme theme, int x, int y, int width, ThemeEditor editor) {
    grid.fill(x, y, width, 1, Paint.on(theme, theme.text()));
    if (editor.naming().isEmpty()) {
      String question = "x again deletes " + editor.stored().orElse("it") + " for good";
      grid.text(x + 2, y, width - 3, question, Paint.bold(theme, theme.alert()));
      return;
    }
    Naming naming = editor.naming().orElseThrow();
    int at = x + 2;
    String asked = naming.renames() ? "new name: " : "name: ";
    at += grid.text(at, y, asked, Paint.bold(theme, theme.key()));
    Prompt prompt = naming.prompt();
    int caret = at + DisplayWidth.of(prompt.text().substring(0, prompt.caret()));
    grid.text(at, y, x + width - at - 1, prompt.text(), Paint.on(theme, theme.text()));
    String under =
        prompt.caret() < prompt.text().length()
            ? Character.toString(prompt.text().codePointAt(prompt.caret()))
            : " ";
    grid.text(Math.min(caret, x + width - 2), y, under, Paint.inverse(theme, theme.text()));
  }
}
