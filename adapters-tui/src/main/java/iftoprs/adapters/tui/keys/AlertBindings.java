package iftoprs.adapters.tui.keys;

import com.googlecode.lanterna.input.KeyType;
import iftoprs.adapters.tui.input.InputEvent.Key;
import iftoprs.adapters.tui.keys.Binding.Group;
import iftoprs.domain.screen.Command;
import java.util.List;

/** The keys of the list of alerts. */
final class AlertBindings {

  private static final int PAGE = 10;

  static final List<Binding> TABLE =
      List.of(
          row("j ↓", "an older one", scroll(1), Key.of('j'), Key.of(KeyType.ArrowDown)),
          row("k ↑", "a newer one", scroll(-1), Key.of('k'), Key.of(KeyType.ArrowUp)),
          row("PgDn", "ten older", scroll(PAGE), Key.of(KeyType.PageDown)),
          row("PgUp", "ten newer", scroll(-PAGE), Key.of(KeyType.PageUp)),
          row("Esc !", "close", new Command.Back(), Key.of(KeyType.Escape), Key.of('!')),
          row("q ^C", "quit", new Command.Quit(), Key.of('q'), Key.ctrl('c')));

  private AlertBindings() {}

  private static Command scroll(int rows) {
    return new Command.ScrollAlerts(rows);
  }

  private static Binding row(String caption, String help, Command command, Key... keys) {
    return new Binding(Mode.ALERTS, Group.ALERTS, List.of(keys), caption, help, command);
  }
}
