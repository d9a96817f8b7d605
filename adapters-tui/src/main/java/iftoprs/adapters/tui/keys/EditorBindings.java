package iftoprs.adapters.tui.keys;

import static com.googlecode.lanterna.input.KeyType.ArrowDown;
import static com.googlecode.lanterna.input.KeyType.ArrowLeft;
import static com.googlecode.lanterna.input.KeyType.ArrowRight;
import static com.googlecode.lanterna.input.KeyType.ArrowUp;
import static com.googlecode.lanterna.input.KeyType.Delete;
import static com.googlecode.lanterna.input.KeyType.Enter;
import static com.googlecode.lanterna.input.KeyType.Escape;

import com.googlecode.lanterna.input.KeyType;
import iftoprs.adapters.tui.input.InputEvent.Key;
import iftoprs.adapters.tui.keys.Binding.Group;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.ThemeEdit;
import iftoprs.domain.screen.Track;
import java.util.List;

/** The keys of the editor of themes. */
final class EditorBindings {

  /** Opens the editor. */
  static final Command OPEN = edit(new ThemeEdit.Open());

  private static final int BIG = 10;

  static final List<Binding> TABLE =
      List.of(
          row("j ↓", "next colour", edit(new ThemeEdit.MoveSlot(1)), c('j'), k(ArrowDown)),
          row("k ↑", "colour before", edit(new ThemeEdit.MoveSlot(-1)), c('k'), k(ArrowUp)),
          row("l →", "next number or hue", edit(new ThemeEdit.Step(1)), c('l'), k(ArrowRight)),
          row("h ←", "the one before", edit(new ThemeEdit.Step(-1)), c('h'), k(ArrowLeft)),
          row("L", "ten further", edit(new ThemeEdit.Step(BIG)), c('L')),
          row("H", "ten back", edit(new ThemeEdit.Step(-BIG)), c('H')),
          row("+", "brighter", edit(new ThemeEdit.Go(Track.BRIGHTNESS, 1)), c('+')),
          row("-", "darker", edit(new ThemeEdit.Go(Track.BRIGHTNESS, -1)), c('-')),
          row("]", "more colourful", edit(new ThemeEdit.Go(Track.SATURATION, 1)), c(']')),
          row("[", "greyer", edit(new ThemeEdit.Go(Track.SATURATION, -1)), c('[')),
          row("m", "by number or by hue", edit(new ThemeEdit.Convert()), c('m')),
          row("Enter s", "name it and save", new Command.Accept(), k(Enter), c('s')),
          row("r", "rename your theme", edit(new ThemeEdit.Rename()), c('r')),
          row("x Del", "delete your theme", edit(new ThemeEdit.Delete()), c('x'), k(Delete)),
          row("Esc C", "take it back", new Command.Back(), k(Escape), c('C')),
          row("q ^C", "quit", new Command.Quit(), c('q'), Key.ctrl('c')));

  private EditorBindings() {}

  private static Command edit(ThemeEdit edit) {
    return new Command.EditTheme(edit);
  }

  private static Binding row(String caption, String help, Command command, Key... keys) {
    return new Binding(Mode.EDITOR, Group.EDITOR, List.of(keys), caption, help, command);
  }

  private static Key c(int character) {
    return Key.of(character);
  }

  private static Key k(KeyType type) {
    return Key.of(type);
  }
}
