package iftoprs.adapters.tui;

import iftoprs.adapters.tui.input.InputEvent.Mouse;
import iftoprs.adapters.tui.view.HitMap;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Spot;
import java.util.Optional;

/** Turns a report of the mouse into what the pointer does to what was painted. */
final class MouseActions {

  private MouseActions() {}

  static Optional<Command> command(Mouse mouse, HitMap frame, long nanos) {
    Spot spot = frame.at(mouse.x(), mouse.y());
    return switch (mouse.action()) {
      case WHEEL_UP -> Optional.of(new Command.Wheel(-1, spot));
      case WHEEL_DOWN -> Optional.of(new Command.Wheel(1, spot));
      case PRESS -> button(mouse.button()).map(button -> new Command.Press(button, spot));
      case MOVE -> Optional.of(new Command.Hover(spot, nanos));
      case RELEASE -> Optional.of(new Command.Release(spot));
      case DRAG ->
          mouse.button() == Mouse.Button.LEFT
              ? Optional.of(new Command.Drag(spot))
              : Optional.empty();
      case WHEEL_LEFT, WHEEL_RIGHT -> Optional.empty();
    };
  }

  private static Optional<Command.Button> button(Mouse.Button button) {
    return switch (button) {
      case LEFT -> Optional.of(Command.Button.LEFT);
      case MIDDLE -> Optional.of(Command.Button.MIDDLE);
      case RIGHT -> Optional.of(Command.Button.RIGHT);
      case OTHER, NONE -> Optional.empty();
    };
  }
}
