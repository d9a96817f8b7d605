package iftoprs.adapters.tui.keys;

import static com.googlecode.lanterna.input.KeyType.ArrowDown;
import static com.googlecode.lanterna.input.KeyType.ArrowLeft;
import static com.googlecode.lanterna.input.KeyType.ArrowRight;
import static com.googlecode.lanterna.input.KeyType.ArrowUp;
import static com.googlecode.lanterna.input.KeyType.Backspace;
import static com.googlecode.lanterna.input.KeyType.Delete;
import static com.googlecode.lanterna.input.KeyType.End;
import static com.googlecode.lanterna.input.KeyType.Enter;
import static com.googlecode.lanterna.input.KeyType.Escape;
import static com.googlecode.lanterna.input.KeyType.Home;
import static com.googlecode.lanterna.input.KeyType.PageDown;
import static com.googlecode.lanterna.input.KeyType.PageUp;
import static com.googlecode.lanterna.input.KeyType.ReverseTab;
import static com.googlecode.lanterna.input.KeyType.Tab;

import com.googlecode.lanterna.input.KeyType;
import iftoprs.adapters.tui.input.InputEvent.Key;
import iftoprs.adapters.tui.keys.Binding.Group;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.ExportForm;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.Prompt.Insert;
import iftoprs.domain.screen.Prompt.Stroke;
import iftoprs.domain.screen.SortBy;
import iftoprs.domain.screen.Toggle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of keys. */
public final class KeyBindings {

  private record Stroked(Mode mode, Key key) {}

  private static final Key SHIFT_TAB = new Key(ReverseTab, 0, false, false, true);

  private static final List<Binding> OWN =
      List.of(
          main(Group.MOVE, "j ↓", "next row", new Command.Move(1), c('j'), k(ArrowDown)),
          main(Group.MOVE, "k ↑", "previous row", new Command.Move(-1), c('k'), k(ArrowUp)),
          main(Group.MOVE, "^D", "half a page down", new Command.MoveHalfPages(1), ctrl('d')),
          main(Group.MOVE, "^U", "half a page up", new Command.MoveHalfPages(-1), ctrl('u')),
          main(Group.MOVE, "PgDn", "a page down", new Command.MoveHalfPages(2), k(PageDown)),
          main(Group.MOVE, "PgUp", "a page up", new Command.MoveHalfPages(-2), k(PageUp)),
          main(Group.MOVE, "Home", "first row", new Command.MoveToFirst(), k(Home)),
          main(Group.MOVE, "G End", "last row", new Command.MoveToLast(), c('G'), k(End)),
          main(Group.MOVE, "Tab", "the next tab", new Command.NextTab(1), k(Tab)),
          main(Group.MOVE, "⇧Tab", "the tab before", new Command.NextTab(-1), SHIFT_TAB),
          main(Group.MOVE, "Enter", "flows of the row", new Command.Enter(), k(Enter)),
          main(Group.MOVE, "Esc", "back, or select none", new Command.Back(), k(Escape)),
          main(Group.SORT, "1", "by 2 s rate", new Command.Sort(SortBy.TWO), c('1')),
          main(Group.SORT, "2", "by 10 s rate", new Command.Sort(SortBy.TEN), c('2')),
          main(Group.SORT, "3", "by 40 s rate", new Command.Sort(SortBy.FORTY), c('3')),
          main(Group.SORT, "4", "by total", new Command.Sort(SortBy.TOTAL), c('4')),
          main(Group.SORT, "<", "by source", new Command.Sort(SortBy.SOURCE), c('<')),
          main(Group.SORT, ">", "by destination", new Command.Sort(SortBy.DESTINATION), c('>')),
          main(Group.SORT, "r", "turn round", new Command.Flip(Toggle.REVERSED), c('r')),
          main(Group.SORT, "o", "freeze the order", new Command.Freeze(), c('o')),
          main(Group.FIND, "/", "filter flows", new Command.OpenFilter(), c('/')),
          main(Group.FIND, "0", "clear the filter", new Command.ClearFilter(), c('0')),
          main(Group.FIND, "F", "pin the flow, or unpin", new Command.TogglePin(), c('F')),
          main(Group.FIND, "Space", "all about the row", new Command.ExplainRow(), c(' ')),
          main(Group.FIND, "→", "next page of a tooltip", new Command.TurnTip(1), k(ArrowRight)),
          main(Group.FIND, "←", "page before", new Command.TurnTip(-1), k(ArrowLeft)),
          main(Group.FIND, "!", "recent alerts", new Command.ShowAlerts(), c('!')),
          main(Group.SHOW, "n", "host names", new Command.Flip(Toggle.NAMES), c('n')),
          main(Group.SHOW, "N", "service names", new Command.Flip(Toggle.SERVICES), c('N')),
          main(Group.SHOW, "p", "ports", new Command.Flip(Toggle.PORTS), c('p')),
          main(Group.SHOW, "Z", "processes", new Command.Flip(Toggle.PROCESSES), c('Z')),
          main(Group.SHOW, "=", "processes by executable", flip(Toggle.ROLL_UP), c('=')),
          main(Group.SHOW, "t", "one or two lines, tx, rx", new Command.NextLineMode(), c('t')),
          main(Group.SHOW, "B", "bytes or bits", new Command.Flip(Toggle.BYTES), c('B')),
          main(Group.SHOW, "U", "sums and peaks", new Command.Flip(Toggle.CUMULATIVE), c('U')),
          main(Group.SHOW, "R", "count totals anew", new Command.ResetTotals(), c('R')),
          main(Group.SHOW, "s", "pin or hide the plot", new Command.NextPlot(), c('s')),
          main(Group.SHOW, "S", "selected flow's history", flip(Toggle.SPARKLINE), c('S')),
          main(Group.LOOK, "b", "style of bars, or none", new Command.NextBarStyle(), c('b')),
          main(Group.LOOK, "L", "linear or log scale", new Command.Flip(Toggle.LINEAR), c('L')),
          main(Group.LOOK, "c", "themes", new Command.OpenThemes(), c('c')),
          main(Group.LOOK, "C", "edit the theme", EditorBindings.OPEN, c('C')),
          main(Group.LOOK, "x", "border", new Command.Flip(Toggle.BORDER), c('x')),
          main(Group.LOOK, "g", "column header", flip(Toggle.COLUMN_HEADER), c('g')),
          main(Group.TAKE, "y", "copy the row", new Command.Copy(), c('y')),
          main(Group.TAKE, "e", "export as JSON", new Command.Export(ExportForm.JSON), c('e')),
          main(Group.TAKE, "E", "export as CSV", new Command.Export(ExportForm.CSV), c('E')),
          main(Group.LOOK, "T", "tooltips on hover", flip(Toggle.HOVER), c('T')),
          main(Group.PROGRAM, "i", "capture on …", new Command.OpenDevices(), c('i')),
          main(Group.PROGRAM, "P", "pause", new Command.Pause(), c('P')),
          main(Group.PROGRAM, "f", "refresh 1, 2, 5, 10 s", new Command.NextRefresh(), c('f')),
          main(Group.PROGRAM, "h ?", "help", new Command.Help(), c('h'), c('?')),
          main(Group.PROGRAM, "^Z", "suspend", new Command.Suspend(), ctrl('z')),
          main(Group.PROGRAM, "q ^C", "quit", new Command.Quit(), c('q'), ctrl('c')),
          edit("Enter", "keep it", new Command.Accept(), k(Enter)),
          edit("Esc", "take it back", new Command.Back(), k(Escape)),
          edit("← ^B", "left", Stroke.LEFT, k(ArrowLeft), ctrl('b')),
          edit("→ ^F", "right", Stroke.RIGHT, k(ArrowRight), ctrl('f')),
          edit("Home ^A", "to the start", Stroke.HOME, k(Home), ctrl('a')),
          edit("End ^E", "to the end", Stroke.END, k(End), ctrl('e')),
          edit("⌫", "delete before", Stroke.BACKSPACE, k(Backspace)),
          edit("Del ^D", "delete at", Stroke.DELETE, k(Delete), ctrl('d')),
          edit("^W", "delete the word", Stroke.WORD, ctrl('w')),
          edit("^K", "delete the rest", Stroke.TO_END, ctrl('k')),
          edit("^U", "delete all", Stroke.ALL, ctrl('u')),
          edit("^C", "quit", new Command.Quit(), ctrl('c')),
          themes("C", "edit it", EditorBindings.OPEN, c('C')),
          themes("j ↓", "next, at once", new Command.MoveTheme(1), c('j'), k(ArrowDown)),
          themes("k ↑", "previous, at once", new Command.MoveTheme(-1), c('k'), k(ArrowUp)),
          themes("Enter", "keep it", new Command.Accept(), k(Enter)),
          themes("Esc c", "take it back", new Command.Back(), k(Escape), c('c')),
          themes("q ^C", "quit", new Command.Quit(), c('q'), ctrl('c')),
          pages("↓ PgDn", "next page", new Command.TurnPage(1), k(ArrowDown), k(PageDown), c(' ')),
          pages("↑ PgUp", "previous page", new Command.TurnPage(-1), k(ArrowUp), k(PageUp)),
          pages("Tab", "the bar at the foot", new Command.OpenSegments(), k(Tab)),
          pages("h ? Esc", "close", new Command.Back(), c('h'), c('?'), k(Escape), k(Enter)),
          parts("j ↓ Tab", "next part", new Command.MoveSegment(1), c('j'), k(ArrowDown), k(Tab)),
          parts("k ↑ ⇧Tab", "part before", before(), c('k'), k(ArrowUp), SHIFT_TAB),
          parts("→ PgDn", "next page of it", new Command.TurnTip(1), k(ArrowRight), k(PageDown)),
          parts("← PgUp", "page before", new Command.TurnTip(-1), k(ArrowLeft), k(PageUp)),
          parts("Enter", "what a click does", new Command.Accept(), k(Enter)),
          parts("Esc", "close", new Command.Back(), k(Escape)),
          parts("h ?", "keys", new Command.Help(), c('h'), c('?')),
          parts("q ^C", "quit", new Command.Quit(), c('q'), ctrl('c')));

  private static final List<Binding> TABLE =
      Stream.of(OWN, EditorBindings.TABLE, DeviceBindings.TABLE, AlertBindings.TABLE)
          .flatMap(List::stream)
          .toList();

  private static final Map<Stroked, Command> COMMANDS = commands();

  private KeyBindings() {}

  /** All rows, in the order of the help. */
  public static List<Binding> table() {
    return TABLE;
  }

  /**
   * What a key asks for.
   *
   * @param overlay what takes the keys
   * @param key the key
   * @return a command; empty for a key without a meaning
   */
  public static Optional<Command> command(Overlay overlay, Key key) {
    Mode mode = Mode.of(overlay);
    Command bound = COMMANDS.get(new Stroked(mode, key));
    if (bound != null) {
      return Optional.of(bound);
    }
    return switch (mode) {
      case PROMPT -> typed(key);
      case HELP -> Optional.ofNullable(COMMANDS.get(new Stroked(Mode.MAIN, key)));
      case MAIN, THEMES, EDITOR, SEGMENTS, DEVICES, ALERTS -> Optional.empty();
    };
  }

  private static Optional<Command> typed(Key key) {
    boolean printable = key.type() == KeyType.Character && !key.ctrl() && !key.alt();
    return printable
        ? Optional.of(new Command.EditFilter(new Insert(Character.toString(key.codePoint()))))
        : Optional.empty();
  }

  private static Map<Stroked, Command> commands() {
    Map<Stroked, Command> commands = new HashMap<>();
    for (Binding binding : TABLE) {
      for (Key key : binding.keys()) {
        if (commands.put(new Stroked(binding.mode(), key), binding.command()) != null) {
          throw new IllegalStateException(binding.mode() + " has " + key + " twice");
        }
      }
    }
    return Map.copyOf(commands);
  }

  private static Binding main(
      Group group, String caption, String help, Command command, Key... keys) {
    return new Binding(Mode.MAIN, group, List.of(keys), caption, help, command);
  }

  private static Binding edit(String caption, String help, Stroke stroke, Key... keys) {
    return edit(caption, help, new Command.EditFilter(stroke), keys);
  }

  private static Binding edit(String caption, String help, Command command, Key... keys) {
    return new Binding(Mode.PROMPT, Group.EDIT, List.of(keys), caption, help, command);
  }

  private static Binding themes(String caption, String help, Command command, Key... keys) {
    return new Binding(Mode.THEMES, Group.THEMES, List.of(keys), caption, help, command);
  }

  private static Binding pages(String caption, String help, Command command, Key... keys) {
    return new Binding(Mode.HELP, Group.PAGES, List.of(keys), caption, help, command);
  }

  private static Binding parts(String caption, String help, Command command, Key... keys) {
    return new Binding(Mode.SEGMENTS, Group.SEGMENTS, List.of(keys), caption, help, command);
  }

  private static Command before() {
    return new Command.MoveSegment(-1);
  }

  private static Command flip(Toggle toggle) {
    return new Command.Flip(toggle);
  }

  private static Key c(int character) {
    return Key.of(character);
  }

  private static Key k(KeyType type) {
    return Key.of(type);
  }

  private static Key ctrl(int letter) {
    return Key.ctrl(letter);
  }
}
