package iftoprs.domain.screen;

import java.util.List;

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
      case Command.Accept accept ->
          state.overlay() instanceof Overlay.Editor(ThemeEditor editor)
              ? Theming.accept(state, editor)
              : state.withOverlay(Overlay.NONE);
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
      case Overlay.None none -> Journeys.back(state, list);
    };
  }
}
