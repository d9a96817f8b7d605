package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.sample.SampleTraffic;
import iftoprs.domain.screen.ThemeEdit.Convert;
import iftoprs.domain.screen.ThemeEdit.Delete;
import iftoprs.domain.screen.ThemeEdit.Go;
import iftoprs.domain.screen.ThemeEdit.MoveSlot;
import iftoprs.domain.screen.ThemeEdit.Open;
import iftoprs.domain.screen.ThemeEdit.Rename;
import iftoprs.domain.screen.ThemeEdit.Step;
import iftoprs.ports.Preferences;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThemingTest {

  private final Pressed screen = new Pressed(new SampleTraffic().newest(), LookUps.NONE);

  private void edit(ThemeEdit... edits) {
    for (ThemeEdit edit : edits) {
      screen.press(new Command.EditTheme(edit));
    }
  }

  private void name(String name) {
    screen.press(
        new Command.EditFilter(Prompt.Stroke.ALL), new Command.EditFilter(new Prompt.Insert(name)));
  }

  private void make(String name) {
    edit(new Open(), new Step(1));
    screen.press(new Command.Accept());
    name(name);
    screen.press(new Command.Accept());
  }

  private ThemeEditor editor() {
    return ((Overlay.Editor) screen.state().overlay()).editor();
  }

  private Ink ink(int slot) {
    return editor().draft().inks().get(slot);
  }

  private Settings settings() {
    return screen.state().settings();
  }

  @Test
  void a_colour_is_stepped_brightened_enriched_and_converted() {
    edit(new Open());
    Ink before = ink(0);
    edit(new Step(2));
    assertThat(ink(0)).isEqualTo(before.further(2));
    edit(new Convert(), new Go(Track.BRIGHTNESS, -4));
    assertThat(ink(0)).isEqualTo(before.further(2).mixed().brighter(-4));
    edit(new Go(Track.SATURATION, -3));
    assertThat(ink(0)).isEqualTo(before.further(2).mixed().brighter(-4).richer(-3));
    assertThat(screen.state().colours()).isEqualTo(editor().draft());
  }

  @Test
  void the_last_slot_is_the_background_which_is_dark_or_light() {
    edit(new Open(), new MoveSlot(99));
    ThemeColours before = editor().draft();
    edit(new Go(Track.BRIGHTNESS, 1), new Go(Track.SATURATION, 1), new Convert());
    assertThat(editor().draft()).isEqualTo(before);
    edit(new Step(1));
    assertThat(editor().draft()).isEqualTo(before.turned());
  }

  @Test
  void a_saved_theme_is_in_use_and_remembered() {
    make("Mine");

    assertThat(screen.news()).isEqualTo("Theme saved: Mine");
    assertThat(screen.state().overlay()).isEqualTo(Overlay.NONE);
    assertThat(settings().theme()).isEqualTo("Mine");
    Preferences saved =
        screen.effects.stream()
            .filter(Effect.SaveSettings.class::isInstance)
            .map(effect -> ((Effect.SaveSettings) effect).changed())
            .reduce((earlier, later) -> later)
            .orElseThrow();
    assertThat(Settings.of(saved).customThemes()).isEqualTo(settings().customThemes());
  }

  @Test
  void names_that_are_empty_too_long_or_taken_are_refused() {
    edit(new Open());
    screen.press(new Command.Accept());
    name("  ");
    screen.press(new Command.Accept());
    assertThat(screen.news()).isEqualTo("A theme needs a name");
    name("x".repeat(ThemeColours.LONGEST_NAME + 1));
    screen.press(new Command.Accept());
    assertThat(screen.news()).isEqualTo("At most 24 characters");
    name("acid rain");
    screen.press(new Command.Accept());
    assertThat(screen.news()).isEqualTo("There is such a theme already; take another name");
    assertThat(settings().customThemes()).isEqualTo(CustomThemes.NONE);
  }

  @Test
  void one_s_own_theme_is_changed_under_its_name_and_can_be_renamed() {
    make("Mine");
    edit(new Open(), new Step(1));
    ThemeColours changed = editor().draft();
    screen.press(new Command.Accept(), new Command.Accept());
    assertThat(settings().customThemes().all()).containsExactly(changed);

    edit(new Open(), new Rename());
    name("Other");
    screen.press(new Command.Accept());

    assertThat(screen.news()).isEqualTo("Theme renamed: Other");
    assertThat(settings().customThemes().all()).containsExactly(changed.named("Other"));
  }

  @Test
  void one_s_own_theme_is_deleted_when_asked_twice() {
    make("Mine");
    edit(new Open(), new Delete());
    assertThat(editor().deleting()).isTrue();
    edit(new MoveSlot(1), new Delete());
    assertThat(settings().customThemes().all()).hasSize(1);
    edit(new Delete());

    assertThat(screen.news()).isEqualTo("Theme deleted: Mine");
    assertThat(settings().customThemes().all()).isEmpty();
    assertThat(settings().theme()).isEqualTo(Settings.DEFAULT_THEME);
  }

  @Test
  void a_built_in_theme_is_neither_renamed_nor_deleted() {
    edit(new Open(), new Rename());
    assertThat(screen.news()).startsWith("A built-in theme keeps its name");
    edit(new Delete());
    assertThat(screen.news()).isEqualTo("A built-in theme cannot be deleted");
  }

  @Test
  void back_leaves_the_name_first_and_then_the_editor_with_all_as_before() {
    edit(new Open(), new Step(1));
    screen.press(new Command.Accept());
    assertThat(screen.state().overlay().isTyped()).isTrue();
    screen.press(new Command.Back());
    assertThat(editor().naming()).isEqualTo(Optional.empty());
    screen.press(new Command.Back());

    assertThat(screen.state().overlay()).isEqualTo(Overlay.NONE);
    assertThat(settings()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void a_theme_that_was_tried_on_is_edited_but_not_kept() {
    screen.press(new Command.OpenThemes(), new Command.MoveTheme(1));
    edit(new Open());
    assertThat(editor().draft().name()).isEqualTo("AcidRain");
    screen.press(new Command.Back());

    assertThat(settings().theme()).isEqualTo("NeonSprawl");
  }

  @Test
  void without_the_editor_its_keys_do_nothing() {
    ScreenState before = screen.state();
    edit(new Step(1), new Delete());

    assertThat(screen.state()).isEqualTo(before);
  }
}
