package iftoprs.adapters.tui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.input.KeyType;
import iftoprs.adapters.tui.input.InputEvent.Key;
import iftoprs.domain.screen.BuiltInThemes;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Filter;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.Prompt;
import iftoprs.domain.screen.SortBy;
import iftoprs.domain.screen.ThemeEdit;
import iftoprs.domain.screen.ThemeEditor;
import iftoprs.domain.screen.Toggle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyBindingsTest {

  /** Commands that come from elsewhere: the mouse, the terminal, the program. */
  private static final Set<Class<?>> KEYLESS =
      Set.of(
          Command.Select.class,
          Command.ShowTab.class,
          Command.Match.class,
          Command.PickTheme.class,
          Command.Explain.class,
          Command.Press.class,
          Command.Wheel.class,
          Command.Drag.class,
          Command.Release.class,
          Command.Hover.class,
          Command.Elapse.class,
          Command.LinkIs.class,
          Command.Resize.class,
          Command.Say.class,
          Command.Survey.class,
          Command.Surveyed.class,
          Command.DeviceOpened.class,
          Command.Ring.class,
          Command.Blink.class,
          Command.Hush.class);

  private static final Overlay PROMPT = new Overlay.FilterPrompt(Prompt.EMPTY, Filter.NONE);

  @Test
  void every_kind_of_command_has_a_key() {
    Set<Class<?>> bound =
        KeyBindings.table().stream()
            .map(binding -> binding.command().getClass())
            .collect(Collectors.toSet());

    assertThat(kinds(Command.class))
        .hasSizeGreaterThan(20)
        .allMatch(kind -> bound.contains(kind) != KEYLESS.contains(kind));
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(KeyBindingsTest::kinds)
        : Stream.of(type);
  }

  @Test
  void every_toggle_and_every_order_has_a_key() {
    Set<Toggle> toggles = EnumSet.noneOf(Toggle.class);
    List<SortBy> orders = new ArrayList<>();
    for (Binding binding : KeyBindings.table()) {
      if (binding.command() instanceof Command.Flip(Toggle toggle)) {
        toggles.add(toggle);
      }
      if (binding.command() instanceof Command.Sort(SortBy by)) {
        orders.add(by);
      }
    }
    toggles.add(Toggle.PLOT); // switched by the key that goes through where it is shown
    toggles.add(Toggle.PLOT_PINNED);
    toggles.add(Toggle.BARS); // switched by the key that goes through their looks

    assertThat(toggles).containsExactlyInAnyOrder(Toggle.values());
    assertThat(orders)
        .containsExactly(
            SortBy.TWO, SortBy.TEN, SortBy.FORTY, SortBy.TOTAL, SortBy.SOURCE, SortBy.DESTINATION);
  }

  @Test
  void every_row_tells_its_keys_and_fits_into_the_help() {
    for (Binding binding : KeyBindings.table()) {
      assertThat(binding.keys()).as(binding.help()).isNotEmpty();
      assertThat(binding.caption()).as(binding.help()).isNotBlank().hasSizeLessThanOrEqualTo(8);
      assertThat(binding.help()).isNotBlank().hasSizeLessThanOrEqualTo(25);
      for (Key key : binding.keys()) {
        if (key.type() == KeyType.Character && !key.ctrl() && key.codePoint() != ' ') {
          assertThat(Arrays.asList(binding.caption().split(" ")))
              .as(binding.help())
              .contains(Character.toString(key.codePoint()));
        }
      }
    }
  }

  @Test
  void a_key_means_what_its_mode_says() {
    assertThat(KeyBindings.command(Overlay.NONE, Key.of('j'))).contains(new Command.Move(1));
    assertThat(KeyBindings.command(PROMPT, Key.of('j')))
        .contains(new Command.EditFilter(new Prompt.Insert("j")));
    assertThat(KeyBindings.command(new Overlay.ThemeChooser("x"), Key.of('j')))
        .contains(new Command.MoveTheme(1));
  }

  @Test
  void under_the_help_keys_act_on_the_flows() {
    Overlay help = new Overlay.Help(0);

    assertThat(KeyBindings.command(help, Key.of('B'))).contains(new Command.Flip(Toggle.BYTES));
    assertThat(KeyBindings.command(help, Key.of('q'))).contains(new Command.Quit());
    assertThat(KeyBindings.command(help, Key.of(KeyType.ArrowDown)))
        .contains(new Command.TurnPage(1));
  }

  @Test
  void a_key_without_meaning_does_nothing() {
    assertThat(KeyBindings.command(Overlay.NONE, Key.of('%'))).isEmpty();
    assertThat(KeyBindings.command(PROMPT, Key.ctrl('x'))).isEmpty();
    assertThat(KeyBindings.command(PROMPT, Key.of(KeyType.F5))).isEmpty();
  }

  private static Overlay editor(boolean naming) {
    Optional<ThemeEditor.Naming> name =
        naming ? Optional.of(new ThemeEditor.Naming(Prompt.EMPTY, false)) : Optional.empty();
    return new Overlay.Editor(
        new ThemeEditor(
            BuiltInThemes.ALL.getFirst(), Optional.empty(), 0, name, false, Optional.empty()));
  }

  @Test
  void a_name_takes_the_characters_that_edit_colours() {
    assertThat(KeyBindings.command(editor(false), Key.of('m')))
        .contains(new Command.EditTheme(new ThemeEdit.Convert()));
    assertThat(KeyBindings.command(editor(true), Key.of('m')))
        .contains(new Command.EditFilter(new Prompt.Insert("m")));
  }

  @Test
  void control_c_quits_everywhere() {
    List<Overlay> overlays =
        List.of(
            Overlay.NONE,
            PROMPT,
            new Overlay.Help(0),
            new Overlay.ThemeChooser("x"),
            editor(false),
            editor(true));
    for (Overlay overlay : overlays) {
      assertThat(KeyBindings.command(overlay, Key.ctrl('c'))).contains(new Command.Quit());
    }
  }
}
