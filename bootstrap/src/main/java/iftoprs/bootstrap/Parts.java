package iftoprs.bootstrap;

import iftoprs.adapters.lsof.SocketTables;
import iftoprs.adapters.pcap.PcapCapture;
import iftoprs.bootstrap.log.CaptureEvents;
import iftoprs.bootstrap.log.EventLog;
import iftoprs.bootstrap.log.LogFileException;
import iftoprs.bootstrap.log.WatchedCapture;
import iftoprs.bootstrap.privilege.Capability;
import iftoprs.bootstrap.privilege.PrivilegeException;
import iftoprs.bootstrap.privilege.Privileges;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.monitor.Monitor;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.OwnSockets;
import iftoprs.ports.Preferences;
import iftoprs.ports.SocketTable;
import java.util.Optional;
import java.util.function.Consumer;

/** What every job of the program is made from, and the steps that jobs have in common. */
final class Parts {

  final Flags flags;
  final Shell shell;
  final Privileges privileges;
  final Optional<EventLog> log;
  final Sources sources;
  final StoredSettings stored;

  /** Of one run; nothing is opened, read or given up yet. */
  Parts(Flags flags, Shell shell, Privileges privileges) {
    this.flags = flags;
    this.shell = shell;
    this.privileges = privileges;
    this.log = flags.log.map(EventLog::new);
    this.sources = new Sources(flags, log);
    this.stored = new StoredSettings(flags, shell);
  }

  /** For a thread that captures from now on; a file is not opened again. */
  void settleCapture() throws PrivilegeException, LogFileException {
    if (flags.isLive()) {
      settle(Capability.NET_RAW);
    } else {
      settle();
    }
  }

  /** Gives privileges up but for what the calling thread keeps; then opens the log. */
  void settle(Capability... kept) throws PrivilegeException, LogFileException {
    privileges.release(kept);
    if (log.isPresent()) {
      log.get().open(privileges.threads("log"));
    }
  }

  AlertRelay alerts(MeterOptions options, Names names, Consumer<String> say) {
    return AlertRelay.of(flags, options, privileges, names.forRecords(flags), say);
  }

  SocketTable sockets(OwnSockets own) {
    return SocketTables.of(flags.processSource.orElse(SocketTables.Source.AUTO), own);
  }

  /** What to say where nobody named the device, not even the system's routes. */
  Optional<String> guess(Monitor monitor, Preferences preferences) {
    boolean named = !flags.isLive() || sources.options(preferences).device().isPresent();
    return named || PcapCapture.hasDefaultRoute()
        ? Optional.empty()
        : Optional.of(
            "no default route: capturing on %s, the first device that is up; -i names another"
                .formatted(monitor.device().name()));
  }

  /**
   * What was lost on the way into the program, on any front end: the figures are that much short.
   */
  void warnOfLoss(WatchedCapture capture) {
    CaptureStats stats = capture.stats();
    if (stats.droppedByKernel() + stats.droppedByInterface() > 0) {
      shell.complain("frames were lost: " + CaptureEvents.sums(stats));
    }
  }
}
