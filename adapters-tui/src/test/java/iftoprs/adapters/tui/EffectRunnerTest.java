package iftoprs.adapters.tui;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Effect;
import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Flag;
import iftoprs.ports.SettingsStore;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectRunnerTest {

  private final List<Object> heard = new ArrayList<>();
  private final List<Preferences> saved = new ArrayList<>();
  private final Deque<Runnable> background = new ArrayDeque<>();
  private boolean broken;

  private final EffectRunner runner =
      new EffectRunner(
          new Controls(heard::add, heard::add, heard::add),
          new SettingsStore() {
            @Override
            public Preferences load() {
              return Preferences.EMPTY;
            }

            @Override
            public void save(Preferences preferences) throws IOException {
              if (broken) {
                throw new IOException("disk full");
              }
              saved.add(preferences);
            }
          },
          background::add,
          heard::add,
          () -> heard.add("suspended"));

  private static Effect save(String key, boolean value) {
    return new Effect.SaveSettings(new Preferences(Map.of(key, new Flag(value))));
  }

  @Test
  void the_capture_hears_what_concerns_it() {
    runner.run(new Effect.SetRefresh(5));
    runner.run(new Effect.LookUpOwners(false));
    runner.run(new Effect.Suspend());

    assertThat(heard).containsExactly(5, false, "suspended");
  }

  @Test
  void choices_made_while_one_is_being_saved_are_saved_together_the_last_one_wins() {
    runner.run(save("use_bytes", true));
    runner.run(save("use_bytes", false));
    runner.run(save("show_ports", false));
    assertThat(background).hasSize(1);

    background.remove().run();

    assertThat(saved)
        .containsExactly(
            new Preferences(Map.of("use_bytes", new Flag(false), "show_ports", new Flag(false))));
  }

  @Test
  void a_choice_that_cannot_be_saved_is_news() {
    broken = true;
    runner.run(save("use_bytes", true));
    background.remove().run();

    assertThat(heard).containsExactly(new Command.Say("Not saved: disk full"));
  }
}
