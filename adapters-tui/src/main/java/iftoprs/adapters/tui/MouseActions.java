package iftoprs.adapters.tui;

import iftoprs.adapters.tui.input.InputEvent.Mouse;
import iftoprs.adapters.tui.view.MainScreen;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Layout;
import iftoprs.domain.screen.Listing;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.ThemeEdit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a mouse report asks for: left selects, middle pins, the wheel moves. Popups take the mouse.
 */
final class MouseActions {

  private MouseActions() {}

  static List<Command> commands(Mouse mouse, ScreenState state, Listing list) {
    return switch (mouse.action()) {
      case WHEEL_UP -> wheel(state, -1).stream().toList();
      case WHEEL_DOWN -> wheel(state, 1).stream().toList();
      case PRESS -> state.overlay() instanceof Overlay.None ? press(mouse, state, list) : List.of();
      case RELEASE, DRAG, MOVE, WHEEL_LEFT, WHEEL_RIGHT -> List.of();
    };
  }

  private static List<Command> press(Mouse mouse, ScreenState state, Listing list) {
    Optional<Command> row = row(mouse, state, list);
    return switch (mouse.button()) {
      case LEFT -> row.or(() -> tab(mouse, state)).stream().toList();
      case MIDDLE -> row.map(select -> List.of(select, new Command.TogglePin())).orElse(List.of());
      case RIGHT, OTHER, NONE -> List.of();
    };
  }

  private static Optional<Command> wheel(ScreenState state, int steps) {
    return switch (state.overlay()) {
      case Overlay.None none -> Optional.of(new Command.Move(steps));
      case Overlay.ThemeChooser chooser -> Optional.of(new Command.MoveTheme(steps));
      case Overlay.Help help -> Optional.of(new Command.TurnPage(steps));
      case Overlay.Editor editor ->
          Optional.of(new Command.EditTheme(new ThemeEdit.MoveSlot(steps)));
      case Overlay.FilterPrompt prompt -> Optional.empty();
    };
  }

  private static Optional<Command> tab(Mouse mouse, ScreenState state) {
    Layout layout = Layout.of(state);
    return mouse.y() == layout.separator().top()
        ? MainScreen.tabAt(layout, mouse.x()).map(Command.ShowTab::new)
        : Optional.empty();
  }

  private static Optional<Command> row(Mouse mouse, ScreenState state, Listing list) {
    OptionalInt selected = list.selected(state);
    int place = selected.isPresent() ? selected.getAsInt() - state.scroll() : -1;
    OptionalInt clicked = Layout.of(state).rowAt(mouse.y(), place);
    boolean exists = clicked.isPresent() && state.scroll() + clicked.getAsInt() < list.size();
    return exists
        ? Optional.of(new Command.Select(state.scroll() + clicked.getAsInt()))
        : Optional.empty();
  }
}
