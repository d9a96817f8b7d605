package iftoprs.domain.screen;

import java.util.List;
import java.util.Optional;

/**
 * What happens over the flows: the filter being typed, the help, the list of palettes, their
 * editor.
 */
final class Dialogues {

  private Dialogues() {}

  static ScreenState go(ScreenState state, Command.Dialogue dialogue, Listing list) {
    return switch (dialogue) {
      case Command.OpenFilter open ->
          state.withOverlay(
              new Overlay.FilterPrompt(Prompt.of(state.filter().text()), state.filter()));
      case Command.EditFilter edit ->
          state.overlay() instanceof Overlay.Editor(ThemeEditor editor)
              ? Theming.type(state, editor, edit.edit())
              : editFilter(state, edit.edit());
      case Command.Help help ->
          state.withOverlay(
              state.overlay() instanceof Overlay.Help ? Overlay.NONE : new Overlay.Help(0));
      case Command.TurnPage turn ->
          state.overlay() instanceof Overlay.Help(int page)
              ? state.withOverlay(new Overlay.Help(page + turn.pages()))
              : state;
      case Command.OpenThemes open ->
          state.withOverlay(new Overlay.ThemeChooser(state.settings().theme()));
      case Command.MoveTheme move -> moveTheme(state, move.steps());
      case Command.EditTheme edit -> Theming.edit(state, edit.edit());
      case Command.PickTheme pick -> pickTheme(state, pick.index());
      case Command.ExplainRow explain -> Explanations.row(state, list);
      case Command.Explain explain -> Explanations.segment(state, explain.segment());
      case Command.TurnTip turn -> Explanations.turn(state, turn.pages());
      case Command.OpenSegments open ->
          state.withOverlay(new Overlay.Segments(Segment.values()[0], 0));
      case Command.MoveSegment move -> Explanations.move(state, move.steps());
      case Command.Accept accept -> accept(state, list);
      case Command.Back back -> back(state, list);
    };
  }

  private static ScreenState editFilter(ScreenState state, Prompt.Edit edit) {
    if (!(state.overlay() instanceof Overlay.FilterPrompt(Prompt prompt, Filter before))) {
      return state;
    }
    Prompt edited = prompt.edited(edit);
    return state
        .withOverlay(new Overlay.FilterPrompt(edited, before))
        .withFilter(Filter.of(edited.text()));
  }

  private static ScreenState moveTheme(ScreenState state, int steps) {
    List<String> themes = state.themeNames();
    if (!(state.overlay() instanceof Overlay.ThemeChooser) || themes.isEmpty()) {
      return state;
    }
    int at = Math.max(0, themes.indexOf(state.colours().name()));
    String theme = themes.get(Math.floorMod(at + steps, themes.size()));
    return state.withSettings(state.settings().withTheme(theme));
  }

  private static ScreenState pickTheme(ScreenState state, int index) {
    List<String> themes = state.themeNames();
    boolean exists = index >= 0 && index < themes.size();
    return exists && state.overlay() instanceof Overlay.ThemeChooser
        ? state.withSettings(state.settings().withTheme(themes.get(index)))
        : state;
  }

  private static ScreenState accept(ScreenState state, Listing list) {
    return switch (state.overlay()) {
      case Overlay.Editor(ThemeEditor editor) -> Theming.accept(state, editor);
      case Overlay.Segments(Segment segment, int page) -> use(state, segment, list);
      case Overlay.DeviceChooser(DeviceChoice choice) -> Devices.accept(state, choice);
      case Overlay.None none -> state;
      case Overlay.FilterPrompt prompt -> state.withOverlay(Overlay.NONE);
      case Overlay.Help help -> state.withOverlay(Overlay.NONE);
      case Overlay.Alerts alerts -> state.withOverlay(Overlay.NONE);
      case Overlay.ThemeChooser chooser -> state.withOverlay(Overlay.NONE);
    };
  }

  /** A part of the bar that only tells something has nothing to be used. */
  private static ScreenState use(ScreenState state, Segment segment, Listing list) {
    Optional<Command> action = segment.action(state);
    return action.isEmpty()
        ? state
        : Update.all(state.withOverlay(Overlay.NONE), List.of(action.orElseThrow()), list);
  }

  private static ScreenState back(ScreenState state, Listing list) {
    return switch (state.overlay()) {
      case Overlay.FilterPrompt prompt ->
          state.withOverlay(Overlay.NONE).withFilter(prompt.before());
      case Overlay.ThemeChooser chooser ->
          state
              .withOverlay(Overlay.NONE)
              .withSettings(state.settings().withTheme(chooser.before()));
      case Overlay.Editor(ThemeEditor editor) -> Theming.back(state, editor);
      case Overlay.Help help -> state.withOverlay(Overlay.NONE);
      case Overlay.Segments segments -> state.withOverlay(Overlay.NONE);
      case Overlay.None none ->
          state.tips().shown().isPresent()
              ? state.withTips(state.tips().hidden())
              : Journeys.back(state, list);
      case Overlay.Alerts alerts -> state.withOverlay(Overlay.NONE);
      case Overlay.DeviceChooser chooser -> state.withOverlay(Overlay.NONE);
    };
  }
}
