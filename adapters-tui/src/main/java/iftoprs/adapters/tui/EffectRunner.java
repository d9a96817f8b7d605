package iftoprs.adapters.tui;

import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Effect;
import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Value;
import iftoprs.ports.SettingsStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Does what commands ask for outside the screen; what could block runs in the background. */
final class EffectRunner {

  private final Controls controls;
  private final SettingsStore store;
  private final Executor background;
  private final Consumer<Command> answer;
  private final Runnable suspend;
  private final Runnable bell;
  private final ErrandRunner errands;

  /** Choices that wait to be saved; guarded by this. */
  private final Map<String, Value> unsaved = new LinkedHashMap<>();

  /** Whether someone is saving; guarded by this. */
  private boolean saving;

  EffectRunner(
      Controls controls,
      SettingsStore store,
      Executor background,
      Consumer<Command> answer,
      Runnable suspend,
      Runnable bell,
      ErrandRunner errands) {
    this.controls = controls;
    this.store = store;
    this.background = background;
    this.answer = answer;
    this.suspend = suspend;
    this.bell = bell;
    this.errands = errands;
  }

  /** Does one effect; quitting is the loop's own business. */
  void run(Effect effect) {
    switch (effect) {
      case Effect.Quit quit -> {
        // The loop ends by itself.
      }
      case Effect.Suspend stop -> suspend.run();
      case Effect.SetRefresh refresh -> controls.refresh().accept(refresh.seconds());
      case Effect.LookUpOwners owners -> controls.lookUpOwners().accept(owners.on());
      case Effect.Watch watch -> controls.watch().accept(watch.interest());
      case Effect.SaveSettings save -> save(save.changed());
      case Effect.Bell ring -> bell.run();
      case Effect.SurveyDevices look -> errands.survey(look.opens());
      case Effect.SwitchDevice change -> errands.switchTo(change.name());
      case Effect.Errand errand -> errands.run(errand);
      case Effect.AskLink ask ->
          background.execute(
              () -> answer.accept(new Command.LinkIs(controls.links().of(ask.device()))));
    }
  }

  /** One saves at a time, so that a later choice is never overtaken by an earlier one. */
  private void save(Preferences changed) {
    synchronized (this) {
      unsaved.putAll(changed.values());
      if (saving) {
        return;
      }
      saving = true;
    }
    background.execute(this::saveAll);
  }

  private void saveAll() {
    while (true) {
      Preferences next;
      synchronized (this) {
        if (unsaved.isEmpty()) {
          saving = false;
          return;
        }
        next = new Preferences(unsaved);
        unsaved.clear();
      }
      try {
        store.save(next);
      } catch (IOException failure) {
        answer.accept(new Command.Say("Not saved: " + failure.getMessage()));
      }
    }
  }
}
