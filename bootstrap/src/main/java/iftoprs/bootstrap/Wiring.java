package iftoprs.bootstrap;

import iftoprs.adapters.dns.DnsjavaHostNames;
import iftoprs.adapters.json.FileExporter;
import iftoprs.adapters.json.ReportWriter;
import iftoprs.adapters.json.SnapshotStream;
import iftoprs.adapters.lsof.SocketTables;
import iftoprs.adapters.packages.SystemPackages;
import iftoprs.adapters.pcap.Pace;
import iftoprs.adapters.pcap.PcapCapture;
import iftoprs.adapters.pcap.SystemLinks;
import iftoprs.adapters.tui.Controls;
import iftoprs.adapters.tui.NoTerminalException;
import iftoprs.adapters.tui.Tui;
import iftoprs.bootstrap.log.CaptureEvents;
import iftoprs.bootstrap.log.EventLog;
import iftoprs.bootstrap.log.LogFileException;
import iftoprs.bootstrap.log.WatchedCapture;
import iftoprs.bootstrap.privilege.Capability;
import iftoprs.bootstrap.privilege.PrivilegeException;
import iftoprs.bootstrap.privilege.Privileges;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Report;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.monitor.Monitor;
import iftoprs.domain.screen.LookUps;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Surroundings;
import iftoprs.domain.screen.Toggle;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.HostNames;
import iftoprs.ports.Links;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.Preferences;
import iftoprs.ports.SocketTable;
import iftoprs.ports.SourceState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Plugs adapters into the domain, as the command line asks: the one place that knows them all.
 *
 * <p>Privileges go in this order (ADR 13):
 *
 * <ol>
 *   <li>settings are read and the device or the file is opened, with all that the program was
 *       given;
 *   <li>threads that keep a part are started: {@code capture} keeps CAP_NET_RAW to open the device
 *       again, {@code scanner} CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH to see whose sockets are
 *       open; where no screen is shown, the main thread is the one that captures;
 *   <li>{@link #settle}: ids become those of whoever called sudo, all other capabilities go;
 *   <li>the log is opened, the terminal taken, frames, names and settings dealt with: by a user.
 * </ol>
 */
final class Wiring {

  private final Flags flags;
  private final Shell shell;
  private final Privileges privileges;
  private final Optional<EventLog> log;
  private final Sources sources;
  private final StoredSettings stored;
  private final Lists lists;

  Wiring(Flags flags, Shell shell, Privileges privileges) {
    this.flags = flags;
    this.shell = shell;
    this.privileges = privileges;
    this.log = flags.log.map(EventLog::new);
    this.sources = new Sources(flags, log);
    this.stored = new StoredSettings(flags, shell);
    this.lists = new Lists(flags, shell, stored);
  }

  /**
   * Does what the command line asks for, on the calling thread.
   *
   * @throws CaptureException if nothing can be captured, or no longer
   * @throws IOException if the output is refused
   * @throws PrivilegeException if privileges cannot be given up
   * @throws LogFileException if the log cannot be written
   */
  ExitCode run() throws CaptureException, IOException, PrivilegeException, LogFileException {
    log.ifPresent(events -> events.onProblem(shell::complain));
    try {
      return switch (flags.mode()) {
        case DEVICES -> lists.devices();
        case THEMES -> lists.themes();
        case REPORT -> report();
        case STREAM -> flags.isLive() ? streamDevice() : streamFile();
        case SCREEN -> screenOrDemo();
      };
    } finally {
      log.ifPresent(EventLog::close);
    }
  }

  /** For a thread that captures from now on; a file is not opened again. */
  private void settleCapture() throws PrivilegeException, LogFileException {
    if (flags.isLive()) {
      settle(Capability.NET_RAW);
    } else {
      settle();
    }
  }

  /** Gives privileges up but for what the calling thread keeps; then opens the log. */
  private void settle(Capability... kept) throws PrivilegeException, LogFileException {
    privileges.release(kept);
    if (log.isPresent()) {
      log.get().open(privileges.threads("log"));
    }
  }

  /** Counts without rates, and prints the sums at the end. */
  private ExitCode report()
      throws CaptureException, IOException, PrivilegeException, LogFileException {
    Preferences preferences = flags.isLive() ? stored.read().preferences() : Preferences.EMPTY;
    Progress progress =
        new Progress(shell.err(), shell::showsErrors, Progress.PATIENCE_NANOS, System::nanoTime);
    WatchedCapture capture =
        flags.isLive()
            ? sources.capture(Pace.MAX)
            : sources.capture(sources.replay(progress.watch(sources.input()), Pace.MAX));
    Monitor monitor =
        Monitor.open(
            capture,
            sources.options(preferences),
            SocketTable.NONE,
            Runnable::run,
            flags.meterOptions(),
            snapshot -> {});
    settleCapture();
    guess(monitor, preferences).ifPresent(shell::complain);
    Interrupts.endOnFirst(monitor::close);
    Optional<CaptureException> broken = Optional.empty();
    try (progress) {
      if (!flags.isLive()) {
        progress.show(monitor::received);
      }
      monitor.run();
    } catch (CaptureException e) {
      broken = Optional.of(e);
    }
    Report report = monitor.report().top(flags.top.orElse(Integer.MAX_VALUE));
    if (broken.isEmpty() || report.head().frames() > 0) {
      new ReportWriter(shell.out()).write(report, flags.report.orElseThrow());
    }
    if (broken.isPresent()) {
      throw broken.get();
    }
    warnOfEarlyEnd(report.head().state());
    warnOfLoss(capture);
    return ExitCode.OK;
  }

  /** The reader of the stream sets the pace; no socket is looked at. */
  private ExitCode streamFile()
      throws CaptureException, IOException, PrivilegeException, LogFileException {
    try (DnsjavaHostNames hosts = DnsjavaHostNames.ofSystem(flags.resolve)) {
      return streamFile(Names.ofRecords(flags, hosts));
    }
  }

  private ExitCode streamFile(Names names)
      throws CaptureException, IOException, PrivilegeException, LogFileException {
    SnapshotStream stream =
        new SnapshotStream(shell.out(), names.hosts(), names.services(), PackageOwner.NONE);
    flags.top.ifPresent(stream::limit);
    AtomicReference<SourceState> ending = new AtomicReference<>(SourceState.ENDED);
    Consumer<Snapshot> publish =
        snapshot -> {
          ending.set(snapshot.head().state());
          try {
            stream.write(snapshot);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    MeterOptions options = flags.meterOptions(Preferences.EMPTY);
    try (AlertRelay alerts = alerts(options, names.hosts(), shell::complain)) {
      Monitor monitor =
          Monitor.open(
              sources.capture(Pace.MAX),
              sources.options(Preferences.EMPTY),
              SocketTable.NONE,
              Runnable::run,
              options,
              alerts.before(publish));
      settle();
      Interrupts.endOnFirst(monitor::close);
      monitor.run();
    }
    warnOfEarlyEnd(ending.get());
    return ExitCode.OK;
  }

  /** The capture sets the pace: a reader that is too slow misses lines. */
  private ExitCode streamDevice()
      throws CaptureException, IOException, PrivilegeException, LogFileException {
    WatchedCapture capture = sources.capture(Pace.MAX);
    Preferences preferences = stored.read().preferences();
    int refresh = flags.over(Settings.of(preferences)).refreshSeconds();
    MeterOptions options = flags.meterOptions(preferences).withRefreshSeconds(refresh);
    ThreadPoolExecutor scanner = Pools.scanner(privileges);
    try (DnsjavaHostNames hosts = DnsjavaHostNames.ofSystem(!flags.noNames);
        SystemPackages packages = SystemPackages.ofThisSystem();
        AlertRelay alerts = alerts(options, hosts, shell::complain)) {
      SnapshotStream stream =
          new SnapshotStream(
              shell.out(), hosts, Names.ofRecords(flags, hosts).services(), packages);
      flags.top.ifPresent(stream::limit);
      AtomicReference<Runnable> end = new AtomicReference<>(() -> {});
      LineHandOff lines =
          new LineHandOff(stream, () -> end.get().run(), privileges.threads("stream"));
      ScanNews news = new ScanNews(lines, shell::complain);
      Monitor monitor =
          Monitor.open(
              capture,
              sources.options(preferences),
              sockets(),
              scanner,
              options,
              alerts.before(news));
      end.set(monitor::close);
      news.about(monitor::scanProblem);
      monitor.lookUpOwners(!flags.noProcesses);
      scanner.prestartAllCoreThreads();
      settleCapture();
      guess(monitor, preferences).ifPresent(shell::complain);
      Interrupts.endOnFirst(monitor::close);
      try {
        monitor.run();
      } finally {
        lines.finish();
      }
      warnOfLoss(capture);
      return ExitCode.OK;
    } finally {
      scanner.shutdownNow();
    }
  }

  /** Whoever has just come and may not capture is shown the demo, and told how to see more. */
  private ExitCode screenOrDemo() throws CaptureException, PrivilegeException, LogFileException {
    try {
      return screen(Optional.empty());
    } catch (CaptureException e) {
      if (!flags.leavesCaptureOpen()) {
        throw e;
      }
      flags.demo = true;
      ExitCode code = screen(Optional.of("This is the demo: " + e.getMessage()));
      if (code == ExitCode.OK) {
        shell.complain("that was the demo: " + e.getMessage());
      }
      return code;
    }
  }

  /** The screen has the main thread, the capture one of its own. */
  private ExitCode screen(Optional<String> news)
      throws CaptureException, PrivilegeException, LogFileException {
    WatchedCapture capture = sources.capture(Pace.real());
    StoredSettings.Choices choices = stored.read();
    Settings earlier = Settings.of(choices.preferences());
    Optional<String> unknown = flags.unknownTheme(earlier);
    if (unknown.isPresent()) {
      shell.complain(unknown.get());
      return ExitCode.USAGE;
    }
    Settings settings = flags.over(earlier);
    ThreadPoolExecutor background = Pools.background(privileges);
    ThreadPoolExecutor scanner = Pools.scanner(privileges);
    try (DnsjavaHostNames hosts = DnsjavaHostNames.ofSystem(flags.isLive() || flags.resolve);
        SystemPackages packages = SystemPackages.ofThisSystem()) {
      Tui tui = tui(settings, Names.of(flags, hosts).with(packages), background);
      ScanNews snapshots = new ScanNews(tui::show, tui::say);
      MeterOptions options =
          flags.meterOptions(choices.preferences()).withRefreshSeconds(settings.refreshSeconds());
      try (AlertRelay alerts = alerts(options, hosts, tui::say);
          Monitor monitor =
              Monitor.open(
                  capture,
                  sources.options(choices.preferences()),
                  flags.isLive() ? sockets() : SocketTable.NONE,
                  scanner,
                  options,
                  alerts.before(snapshots))) {
        snapshots.about(monitor::scanProblem);
        monitor.lookUpOwners(settings.is(Toggle.PROCESSES));
        if (flags.isLive()) {
          monitor.preview();
        }
        scanner.prestartAllCoreThreads();
        CaptureThread thread =
            CaptureThread.start(
                monitor, tui, flags.isBounded(), privileges.threads("capture", Capability.NET_RAW));
        settle();
        background.execute(stored::begin);
        log.ifPresent(events -> events.onProblem(tui::say));
        Interrupts.endOnFirst(tui::stop);
        choices.problem().ifPresent(tui::say);
        guess(monitor, choices.preferences()).ifPresent(tui::say);
        news.ifPresent(tui::say);
        Snapshot nothing = Snapshot.empty(monitor.device(), settings.refreshSeconds());
        tui.run(
            nothing,
            controls(monitor),
            exporter(hosts, packages)::export,
            DeviceWiring.of(flags, monitor, tui));
        thread.end();
      }
      warnOfLoss(capture);
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

  private AlertRelay alerts(MeterOptions options, HostNames hosts, Consumer<String> say) {
    return AlertRelay.of(flags, options, privileges, Names.ofRecords(flags, hosts), say);
  }

  private SocketTable sockets() {
    return SocketTables.of(flags.processSource.orElse(SocketTables.Source.AUTO));
  }

  /** Exports go to the home of the user whose settings these are, wherever the settings are. */
  private FileExporter exporter(HostNames hosts, PackageOwner packages) {
    Names names = Names.ofRecords(flags, hosts);
    return new FileExporter(
        new ConfigFile(shell, flags.user).home(), names.hosts(), names.services(), packages);
  }

  private Tui tui(Settings settings, LookUps known, ExecutorService background) {
    Tui tui =
        new Tui(
            settings,
            known,
            stored.store(),
            background,
            ZoneId.systemDefault(),
            flags.scope(),
            new Surroundings(Version.ofThisBuild().about(), flags.isLive(), Optional.empty()));
    if (flags.noColours) {
      tui.withoutColours();
    }
    flags.match.ifPresent(tui::match);
    return tui;
  }

  /** What to say where nobody named the device, not even the system's routes. */
  private Optional<String> guess(Monitor monitor, Preferences preferences) {
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
  private void warnOfLoss(WatchedCapture capture) {
    CaptureStats stats = capture.stats();
    if (stats.droppedByKernel() + stats.droppedByInterface() > 0) {
      shell.complain("frames were lost: " + CaptureEvents.sums(stats));
    }
  }

  private void warnOfEarlyEnd(SourceState state) {
    if (state instanceof SourceState.Ended(String note) && !note.isEmpty()) {
      shell.complain(note);
    }
  }
}
