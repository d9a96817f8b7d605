package iftoprs.bootstrap;

import iftoprs.adapters.json.AlertLine;
import iftoprs.bootstrap.alert.AlertCommand;
import iftoprs.bootstrap.privilege.Privileges;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Snapshot;
import java.util.Optional;
import java.util.function.Consumer;

/** The command that is run for alerts, if the user named one, in front of who shows snapshots. */
final class AlertRelay implements AutoCloseable {

  private final Optional<AlertCommand> command;

  private AlertRelay(Optional<AlertCommand> command) {
    this.command = command;
  }

  /**
   * Starts what the command line asks for; its thread keeps no privilege.
   *
   * @param say tells the user in one line, on any thread
   */
  static AlertRelay of(
      Flags flags, MeterOptions options, Privileges privileges, Names names, Consumer<String> say) {
    if (flags.alertCommand.isPresent() && options.alertThreshold() == 0) {
      say.accept("no rate is set, so --alert-command is never run; add --alert RATE");
      return new AlertRelay(Optional.empty());
    }
    return new AlertRelay(
        flags.alertCommand.map(
            words ->
                new AlertCommand(
                    words,
                    new AlertLine(names.hosts(), names.services())::of,
                    say,
                    privileges.threads("alerts"))));
  }

  /** What to publish to, so that the command hears of each snapshot before another does. */
  Consumer<Snapshot> before(Consumer<Snapshot> next) {
    return command.isPresent() ? command.get().andThen(next) : next;
  }

  @Override
  public void close() {
    command.ifPresent(AlertCommand::close);
  }
}
