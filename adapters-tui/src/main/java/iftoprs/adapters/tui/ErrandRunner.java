package iftoprs.adapters.tui;

import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Effect;
import iftoprs.ports.CaptureException;
import iftoprs.ports.Clipboard;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs errands in the background, and tells what became of each. */
final class ErrandRunner {

  private final Clipboard clipboard;
  private final Exporter exporter;
  private final DeviceControl devices;
  private final Executor background;
  private final Consumer<Command> answer;

  ErrandRunner(
      Clipboard clipboard,
      Exporter exporter,
      DeviceControl devices,
      Executor background,
      Consumer<Command> answer) {
    this.clipboard = clipboard;
    this.exporter = exporter;
    this.devices = devices;
    this.background = background;
    this.answer = answer;
  }

  void run(Effect.Errand errand) {
    background.execute(() -> answer.accept(new Command.Say(done(errand))));
  }

  /** Looks at the devices; the answer comes as a command. */
  void survey(boolean opens) {
    devices.expected().run();
    background.execute(
        () -> {
          try {
            answer.accept(new Command.Surveyed(devices.survey().read(), opens));
          } catch (CaptureException e) {
            answer.accept(new Command.Say(e.getMessage()));
          }
        });
  }

  void switchTo(String device) {
    devices.switchTo().accept(device);
  }

  private String done(Effect.Errand errand) {
    return switch (errand) {
      case Effect.Copy copy -> copy(copy.text());
      case Effect.Export export -> export(export);
    };
  }

  private String copy(String text) {
    try {
      return clipboard.copy(text) + ": " + text;
    } catch (IOException e) {
      return "Not copied: " + e.getMessage();
    }
  }

  private String export(Effect.Export export) {
    int flows = export.snapshot().flowCount();
    try {
      return "Exported %d flow%s to %s"
          .formatted(
              flows, flows == 1 ? "" : "s", exporter.export(export.form(), export.snapshot()));
    } catch (IOException e) {
      return "Not exported: " + e.getMessage();
    }
  }
}
