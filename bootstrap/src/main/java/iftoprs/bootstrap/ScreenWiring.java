package iftoprs.bootstrap;

import iftoprs.adapters.dns.DnsjavaHostNames;
import iftoprs.adapters.json.FileExporter;
import iftoprs.adapters.packages.SystemPackages;
import iftoprs.adapters.pcap.Pace;
import iftoprs.adapters.pcap.PcapCapture;
import iftoprs.adapters.pcap.SystemLinks;
import iftoprs.adapters.tui.Controls;
import iftoprs.adapters.tui.NoTerminalException;
import iftoprs.adapters.tui.Tui;
import iftoprs.bootstrap.log.LogFileException;
import iftoprs.bootstrap.log.WatchedCapture;
import iftoprs.bootstrap.privilege.Capability;
import iftoprs.bootstrap.privilege.PrivilegeException;
import iftoprs.bootstrap.privilege.Privileges;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.monitor.Monitor;
import iftoprs.domain.screen.LookUps;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Surroundings;
import iftoprs.domain.screen.Toggle;
import iftoprs.ports.CaptureException;
import iftoprs.ports.Links;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.SocketTable;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;

/** Plugs the screen in front of a capture: it has the main thread, the capture one of its own. */
final class ScreenWiring {

  private final Parts parts;
  private final Flags flags;
  private final Shell shell;
  private final Privileges privileges;
  private final StoredSettings stored;

  ScreenWiring(Parts parts) {
    this.parts = parts;
    this.flags = parts.flags;
    this.shell = parts.shell;
    this.privileges = parts.privileges;
    this.stored = parts.stored;
  }

  /** Whoever has just come and may not capture is shown the demo, and told how to see more. */
  ExitCode run() throws CaptureException, PrivilegeException, LogFileException {
    Ahead<Boolean> opening = Ahead.begin("libpcap", this::prepareCapture);
    Ahead<Integer> drawing = Ahead.begin("first frame", Tui::rehearse);
    try {
      return screen(opening, drawing, Optional.empty());
    } catch (CaptureException e) {
      if (!flags.leavesCaptureOpen()) {
        throw e;
      }
      flags.demo = true;
      ExitCode code = screen(opening, drawing, Optional.of("This is the demo: " + e.getMessage()));
      if (code == ExitCode.OK) {
        shell.complain("that was the demo: " + e.getMessage());
      }
      return code;
    }
  }

  /** Whether a device is to be captured on. */
  private boolean prepareCapture() {
    if (flags.isLive()) {
      PcapCapture.prepare();
    }
    return flags.isLive();
  }

  /** The screen has the main thread, the capture one of its own. */
  private ExitCode screen(Ahead<Boolean> opening, Ahead<Integer> drawing, Optional<String> news)
      throws CaptureException, PrivilegeException, LogFileException {
    Ahead<StoredSettings.Choices> reading = Ahead.begin("settings", stored::read);
    WatchedCapture capture = parts.sources.capture(Pace.real());
    ThreadPoolExecutor background = Pools.background(privileges);
    ThreadPoolExecutor scanner = Pools.scanner(privileges);
    try (DnsjavaHostNames hosts = DnsjavaHostNames.ofSystem(flags.isLive() || flags.resolve);
        SystemPackages packages = SystemPackages.ofThisSystem()) {
      // What does not depend on the settings, while they are read.
      Names names = Names.of(flags, hosts);
      ZoneId zone = ZoneId.systemDefault();
      StoredSettings.Choices choices = reading.get();
      Settings earlier = Settings.of(choices.preferences());
      Optional<String> unknown = flags.unknownTheme(earlier);
      if (unknown.isPresent()) {
        shell.complain(unknown.get());
        return ExitCode.USAGE;
      }
      Settings settings = flags.over(earlier);
      Tui tui = tui(settings, names.with(packages), zone, background);
      opening.get();
      ScanNews snapshots = new ScanNews(tui::show, tui::say);
      MeterOptions options =
          flags.meterOptions(choices.preferences()).withRefreshSeconds(settings.refreshSeconds());
      try (AlertRelay alerts = parts.alerts(options, names, tui::say);
          Monitor monitor =
              Monitor.open(
                  capture,
                  parts.sources.options(choices.preferences()),
                  flags.isLive() ? parts.sockets(hosts) : SocketTable.NONE,
                  scanner,
                  options,
                  TidyHeap.before(alerts.before(snapshots)))) {
        snapshots.about(monitor::scanProblem);
        monitor.lookUpOwners(settings.is(Toggle.PROCESSES));
        if (flags.isLive()) {
          monitor.preview();
        }
        scanner.prestartAllCoreThreads();
        drawing.get();
        CaptureThread thread =
            CaptureThread.start(
                monitor, tui, flags.isBounded(), privileges.threads("capture", Capability.NET_RAW));
        parts.settle();
        background.execute(stored::begin);
        parts.log.ifPresent(events -> events.onProblem(tui::say));
        Interrupts.endOnFirst(tui::stop);
        choices.problem().ifPresent(tui::say);
        parts.guess(monitor, choices.preferences()).ifPresent(tui::say);
        news.ifPresent(tui::say);
        Snapshot nothing = Snapshot.empty(monitor.device(), settings.refreshSeconds());
        tui.run(
            nothing,
            controls(monitor),
            exporter(names.forRecords(flags), packages)::export,
            DeviceWiring.of(flags, monitor, tui));
        thread.end();
      }
      parts.warnOfLoss(capture);
      return ExitCode.OK;
    } catch (NoTerminalException e) {
      shell.complain(e.getMessage());
      return ExitCode.FAILURE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILURE;
    } finally {
      scanner.shutdownNow();
      Pools.finish(background);
    }
  }

  /** The system knows nothing of a device whose frames come from a file. */
  private Controls controls(Monitor monitor) {
    return Controls.of(monitor, flags.isLive() ? SystemLinks::of : Links.NONE);
  }

  /** Exports go to the home of the user whose settings these are, wherever the settings are. */
  private FileExporter exporter(Names names, PackageOwner packages) {
    return new FileExporter(
        new ConfigFile(shell, flags.user).home(), names.hosts(), names.services(), packages);
  }

  private Tui tui(Settings settings, LookUps known, ZoneId zone, ExecutorService background) {
    Tui tui =
        new Tui(
            settings,
            known,
            stored.store(),
            background,
            zone,
            flags.scope(),
            new Surroundings(Version.ofThisBuild().about(), flags.isLive(), Optional.empty()));
    if (flags.noColours) {
      tui.withoutColours();
    }
    flags.match.ifPresent(tui::match);
    return tui;
  }
}
