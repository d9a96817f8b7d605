package iftoprs.adapters.tui;

import iftoprs.adapters.tui.input.InputEvent.Mouse;
import iftoprs.adapters.tui.view.MainScreen;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Layout;
import iftoprs.domain.screen.Listing;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.ScreenState;
import java.util.Optional;
import java.util.OptionalInt;

/** What a mouse report asks for: a click selects, the wheel moves. Popups take the mouse. */
final class MouseActions {

  private MouseActions() {}

  static Optional<Command> command(Mouse mouse, ScreenState state, Listing list) {
    return switch (mouse.action()) {
      case WHEEL_UP -> wheel(state, -1);
      case WHEEL_DOWN -> wheel(state, 1);
      case PRESS ->
          mouse.button() == Mouse.Button.LEFT && state.overlay() instanceof Overlay.None
              ? click(mouse, state, list)
              : Optional.empty();
      case RELEASE, DRAG, MOVE, WHEEL_LEFT, WHEEL_RIGHT -> Optional.empty();
    };
  }

  private static Optional<Command> wheel(ScreenState state, int steps) {
    return switch (state.overlay()) {
      case Overlay.None none -> Optional.of(new Command.Move(steps));
      case Overlay.ThemeChooser chooser -> Optional.of(new Command.MoveTheme(steps));
      case Overlay.Help help -> Optional.of(new Command.TurnPage(steps));
      case Overlay.FilterPrompt prompt -> Optional.empty();
    };
  }

  private static Optional<Command> click(Mouse mouse, ScreenState state, Listing list) {
    Layout layout = Layout.of(state);
    if (mouse.y() == layout.separator().top()) {
      return MainScreen.tabAt(layout, mouse.x()).map(Command.ShowTab::new);
    }
    OptionalInt selected = list.selected(state);
    int place = selected.isPresent() ? selected.getAsInt() - state.scroll() : -1;
    OptionalInt clicked = layout.rowAt(mouse.y(), place);
    return clicked.isPresent()
        ? Optional.of(new Command.Select(state.scroll() + clicked.getAsInt()))
        : Optional.empty();
  }
}
