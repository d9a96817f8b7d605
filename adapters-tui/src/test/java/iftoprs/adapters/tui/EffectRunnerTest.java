package iftoprs.adapters.tui;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Effect;
import iftoprs.domain.screen.ExportForm;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.DeviceSurvey;
import iftoprs.ports.LinkDetails;
import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Flag;
import iftoprs.ports.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EffectRunnerTest {

  private static final Snapshot NOTHING = Snapshot.empty(CaptureDevice.named("eth0"), 1);

  private static final DeviceSurvey.Reading READING = new DeviceSurvey.Reading(1, List.of());

  private final List<Object> heard = new ArrayList<>();
  private final List<Preferences> saved = new ArrayList<>();
  private final Deque<Runnable> background = new ArrayDeque<>();
  private boolean broken;

  private static final LinkDetails ETHERNET =
      new LinkDetails(
          Optional.of(true), OptionalInt.of(1500), OptionalInt.of(1000), Optional.of("Ethernet"));

  private final EffectRunner runner =
      new EffectRunner(
          new Controls(heard::add, heard::add, heard::add, device -> ETHERNET),
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
          () -> heard.add("suspended"),
          () -> heard.add("bell"),
          new ErrandRunner(this::copy, this::export, devices(), background::add, heard::add));

  private DeviceControl devices() {
    return new DeviceControl(
        () -> {
          if (broken) {
            throw new CaptureException(CaptureException.Reason.NO_SUCH_DEVICE, "a file is played");
          }
          return READING;
        },
        () -> heard.add("expected"),
        name -> heard.add("switch " + name));
  }

  @Test
  void devices_are_looked_at_in_the_background_while_a_switch_is_expected() {
    runner.run(new Effect.SurveyDevices(true));
    assertThat(heard).containsExactly("expected");
    background.remove().run();
    runner.run(new Effect.SwitchDevice("eth1"));

    assertThat(heard)
        .containsExactly("expected", new Command.Surveyed(READING, true), "switch eth1");
  }

  @Test
  void why_there_is_no_device_to_choose_is_news() {
    broken = true;
    runner.run(new Effect.SurveyDevices(true));
    background.remove().run();

    assertThat(heard).containsExactly("expected", new Command.Say("a file is played"));
  }

  private String copy(String text) throws IOException {
    if (broken) {
      throw new IOException("xclip failed");
    }
    return "Copied with xclip";
  }

  private Path export(ExportForm form, Snapshot snapshot) throws IOException {
    if (broken) {
      throw new IOException("disk full: /home/u/x");
    }
    return Path.of("/home/u/" + form);
  }

  @Test
  void what_was_copied_and_exported_where_is_news_once_it_is_done() {
    runner.run(new Effect.Copy("a <=> b TCP"));
    runner.run(new Effect.Export(ExportForm.CSV, NOTHING));
    assertThat(heard).isEmpty();
    background.forEach(Runnable::run);

    assertThat(heard)
        .containsExactly(
            new Command.Say("Copied with xclip: a <=> b TCP"),
            new Command.Say("Exported 0 flows to /home/u/CSV"));
  }

  @Test
  void what_could_not_be_copied_or_exported_is_news() {
    broken = true;
    runner.run(new Effect.Copy("a <=> b TCP"));
    runner.run(new Effect.Export(ExportForm.JSON, NOTHING));
    background.forEach(Runnable::run);

    assertThat(heard)
        .containsExactly(
            new Command.Say("Not copied: xclip failed"),
            new Command.Say("Not exported: disk full: /home/u/x"));
  }

  private static Effect save(String key, boolean value) {
    return new Effect.SaveSettings(new Preferences(Map.of(key, new Flag(value))));
  }

  @Test
  void the_capture_hears_what_concerns_it() {
    runner.run(new Effect.SetRefresh(5));
    runner.run(new Effect.LookUpOwners(false));
    runner.run(new Effect.Suspend());
    runner.run(new Effect.Bell());

    assertThat(heard).containsExactly(5, false, "suspended", "bell");
  }

  @Test
  void the_system_is_asked_about_a_device_in_the_background() {
    runner.run(new Effect.AskLink("eth0"));
    assertThat(heard).isEmpty();

    background.remove().run();

    assertThat(heard).containsExactly(new Command.LinkIs(ETHERNET));
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
