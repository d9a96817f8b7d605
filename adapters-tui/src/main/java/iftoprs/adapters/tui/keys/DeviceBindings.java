package iftoprs.adapters.tui.keys;

import com.googlecode.lanterna.input.KeyType;
import iftoprs.adapters.tui.input.InputEvent.Key;
import iftoprs.adapters.tui.keys.Binding.Group;
import iftoprs.domain.screen.Command;
import java.util.List;

/** The keys of the list of devices. */
final class DeviceBindings {

  static final List<Binding> TABLE =
      List.of(
          row("j ↓", "next device", move(1), Key.of('j'), Key.of(KeyType.ArrowDown)),
          row("k ↑", "previous device", move(-1), Key.of('k'), Key.of(KeyType.ArrowUp)),
          row("Enter", "capture on it, and save", new Command.Accept(), Key.of(KeyType.Enter)),
          row(
              "Esc i",
              "leave it as it is",
              new Command.Back(),
              Key.of(KeyType.Escape),
              Key.of('i')),
          row("q ^C", "quit", new Command.Quit(), Key.of('q'), Key.ctrl('c')));

  private DeviceBindings() {}

  private static Command move(int steps) {
    return new Command.MoveDevice(steps);
  }

  private static Binding row(String caption, String help, Command command, Key... keys) {
    return new Binding(Mode.DEVICES, Group.DEVICES, List.of(keys), caption, help, command);
  }
}
