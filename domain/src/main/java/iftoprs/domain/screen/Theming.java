package iftoprs.domain.screen;

import iftoprs.domain.screen.ThemeEditor.Naming;
import java.util.Optional;

/** What happens in the editor of themes. */
final class Theming {

  private Theming() {}

  static ScreenState edit(ScreenState state, ThemeEdit edit) {
    if (edit instanceof ThemeEdit.Open) {
      return open(state);
    }
    if (!(state.overlay() instanceof Overlay.Editor(ThemeEditor editor))) {
      return state;
    }
    return switch (edit) {
      case ThemeEdit.Open open -> state;
      case ThemeEdit.MoveSlot move -> show(state, editor.moved(move.steps()));
      case ThemeEdit.Step step -> show(state, editor.stepped(step.steps()));
      case ThemeEdit.Go go -> show(state, editor.gone(go.track(), go.steps()));
      case ThemeEdit.Slide slide -> show(state, editor.slid(slide.slider(), slide.column()));
      case ThemeEdit.Follow follow ->
          editor.held().map(held -> show(state, editor.slid(held, follow.column()))).orElse(state);
      case ThemeEdit.LetGo let ->
          editor.held().isPresent() ? show(state, editor.released()) : state;
      case ThemeEdit.Convert convert -> show(state, editor.converted());
      case ThemeEdit.Rename rename -> askForOtherName(state, editor);
      case ThemeEdit.Delete delete -> delete(state, editor);
    };
  }

  /**
   * From the chooser, too: then what it tried on is edited, and Esc brings back what was before.
   */
  private static ScreenState open(ScreenState state) {
    ThemeColours colours = state.colours();
    Settings settings =
        state.overlay() instanceof Overlay.ThemeChooser(String before)
            ? state.settings().withTheme(before)
            : state.settings();
    return show(state.withSettings(settings), ThemeEditor.of(colours, settings.customThemes()));
  }

  private static ScreenState show(ScreenState state, ThemeEditor editor) {
    return state.withOverlay(new Overlay.Editor(editor));
  }

  static ScreenState type(ScreenState state, ThemeEditor editor, Prompt.Edit edit) {
    return show(
        state,
        editor.withNaming(
            editor
                .naming()
                .map(naming -> new Naming(naming.prompt().edited(edit), naming.renames()))));
  }

  /** Colours, then name, then saved. */
  static ScreenState accept(ScreenState state, ThemeEditor editor) {
    if (editor.naming().isPresent()) {
      return save(state, editor, editor.naming().orElseThrow());
    }
    Prompt prompt = Prompt.of(editor.stored().orElse(""));
    return show(state, editor.withNaming(Optional.of(new Naming(prompt, false))));
  }

  static ScreenState back(ScreenState state, ThemeEditor editor) {
    return editor.naming().isPresent() || editor.deleting()
        ? show(state, editor.withNaming(Optional.empty()))
        : state.withOverlay(Overlay.NONE);
  }

  private static ScreenState save(ScreenState state, ThemeEditor editor, Naming naming) {
    String name = naming.prompt().text().strip();
    CustomThemes own = state.settings().customThemes();
    Optional<ThemeColours> namesake = own.called(name);
    if (name.isEmpty()) {
      return state.saying("A theme needs a name");
    }
    if (name.codePointCount(0, name.length()) > ThemeColours.LONGEST_NAME) {
      return state.saying("At most " + ThemeColours.LONGEST_NAME + " characters");
    }
    boolean taken =
        namesake.isPresent() && !namesake.map(ThemeColours::name).equals(editor.stored());
    if (taken || own.others().containsKey(name)) {
      return state.saying("There is such a theme already; take another name");
    }
    boolean replaces = naming.renames() || namesake.isPresent();
    String old = replaces ? editor.stored().orElse(name) : name;
    CustomThemes saved = own.replaced(old, editor.draft().named(name));
    return state
        .withSettings(state.settings().withCustomThemes(saved).withTheme(name))
        .withOverlay(Overlay.NONE)
        .saying((naming.renames() ? "Theme renamed: " : "Theme saved: ") + name);
  }

  private static ScreenState askForOtherName(ScreenState state, ThemeEditor editor) {
    return editor
        .stored()
        .map(name -> show(state, editor.withNaming(Optional.of(new Naming(Prompt.of(name), true)))))
        .orElseGet(() -> state.saying("A built-in theme keeps its name; Enter saves a copy"));
  }

  private static ScreenState delete(ScreenState state, ThemeEditor editor) {
    if (editor.stored().isEmpty()) {
      return state.saying("A built-in theme cannot be deleted");
    }
    String name = editor.stored().orElseThrow();
    if (!editor.deleting()) {
      return show(state, editor.askedToDelete());
    }
    Settings settings = state.settings();
    Settings left = settings.withCustomThemes(settings.customThemes().without(name));
    boolean used = settings.theme().equals(name);
    return state
        .withSettings(used ? left.withTheme(Settings.DEFAULT_THEME) : left)
        .withOverlay(Overlay.NONE)
        .saying("Theme deleted: " + name);
  }
}
