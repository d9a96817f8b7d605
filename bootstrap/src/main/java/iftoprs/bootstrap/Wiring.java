package iftoprs.bootstrap;

import iftoprs.adapters.dns.DnsjavaHostNames;
import iftoprs.adapters.json.ReportWriter;
import iftoprs.adapters.json.SnapshotStream;
import iftoprs.adapters.packages.SystemPackages;
import iftoprs.adapters.pcap.Pace;
import iftoprs.bootstrap.log.EventLog;
import iftoprs.bootstrap.log.LogFileException;
import iftoprs.bootstrap.log.WatchedCapture;
import iftoprs.bootstrap.privilege.PrivilegeException;
import iftoprs.bootstrap.privilege.Privileges;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Report;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.monitor.Monitor;
import iftoprs.domain.screen.Settings;
import iftoprs.ports.CaptureException;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.Preferences;
import iftoprs.ports.SocketTable;
import iftoprs.ports.SourceState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
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
 *   <li>{@link Parts#settle}: ids become those of whoever called sudo, all other capabilities go;
 *   <li>the log is opened, the terminal taken, frames, names and settings dealt with: by a user.
 * </ol>
 */
final class Wiring {

  private final Parts parts;
  private final Flags flags;
  private final Shell shell;
  private final Sources sources;
  private final StoredSettings stored;

  Wiring(Flags flags, Shell shell, Privileges privileges) {
    this.parts = new Parts(flags, shell, privileges);
    this.flags = flags;
    this.shell = shell;
    this.sources = parts.sources;
    this.stored = parts.stored;
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
    parts.log.ifPresent(events -> events.onProblem(shell::complain));
    try {
      return switch (flags.mode()) {
        case DEVICES -> new Lists(flags, shell, stored).devices();
        case THEMES -> new Lists(flags, shell, stored).themes();
        case REPORT -> report();
        case STREAM -> flags.isLive() ? streamDevice() : streamFile();
        case SCREEN -> new ScreenWiring(parts).run();
      };
    } finally {
      parts.log.ifPresent(EventLog::close);
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
    parts.settleCapture();
    parts.guess(monitor, preferences).ifPresent(shell::complain);
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
    parts.warnOfLoss(capture);
    return ExitCode.OK;
  }

  /** The reader of the stream sets the pace; no socket is looked at. */
  private ExitCode streamFile()
      throws CaptureException, IOException, PrivilegeException, LogFileException {
    try (DnsjavaHostNames hosts = DnsjavaHostNames.ofSystem(flags.resolve)) {
      return streamFile(Names.of(flags, hosts).forRecords(flags));
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
    try (AlertRelay alerts = parts.alerts(options, names, shell::complain)) {
      Monitor monitor =
          Monitor.open(
              sources.capture(Pace.MAX),
              sources.options(Preferences.EMPTY),
              SocketTable.NONE,
              Runnable::run,
              options,
              TidyHeap.before(alerts.before(publish)));
      parts.settle();
      Interrupts.endOnFirst(monitor::close);
      monitor.run();
    }
    warnOfEarlyEnd(ending.get());
    return ExitCode.OK;
  }

  /** The capture sets the pace: a reader that is too slow misses lines. */
  private ExitCode streamDevice()
      throws CaptureException, IOException, PrivilegeException, LogFileException {
    try (DnsjavaHostNames hosts = DnsjavaHostNames.ofSystem(!flags.noNames);
        SystemPackages packages = SystemPackages.ofThisSystem()) {
      Names names = Names.of(flags, hosts).forRecords(flags);
      return streamDevice(names, packages, parts.sockets(hosts));
    }
  }

  private ExitCode streamDevice(Names names, PackageOwner packages, SocketTable sockets)
      throws CaptureException, IOException, PrivilegeException, LogFileException {
    WatchedCapture capture = sources.capture(Pace.MAX);
    Preferences preferences = stored.read().preferences();
    int refresh = flags.over(Settings.of(preferences)).refreshSeconds();
    MeterOptions options = flags.meterOptions(preferences).withRefreshSeconds(refresh);
    ThreadPoolExecutor scanner = Pools.scanner(parts.privileges);
    try (AlertRelay alerts = parts.alerts(options, names, shell::complain)) {
      SnapshotStream stream =
          new SnapshotStream(shell.out(), names.hosts(), names.services(), packages);
      flags.top.ifPresent(stream::limit);
      AtomicReference<Runnable> end = new AtomicReference<>(() -> {});
      LineHandOff lines =
          new LineHandOff(stream, () -> end.get().run(), parts.privileges.threads("stream"));
      ScanNews news = new ScanNews(lines, shell::complain);
      Monitor monitor =
          Monitor.open(
              capture,
              sources.options(preferences),
              sockets,
              scanner,
              options,
              TidyHeap.before(alerts.before(news)));
      end.set(monitor::close);
      news.about(monitor::scanProblem);
      monitor.lookUpOwners(!flags.noProcesses);
      scanner.prestartAllCoreThreads();
      parts.settleCapture();
      parts.guess(monitor, preferences).ifPresent(shell::complain);
      Interrupts.endOnFirst(monitor::close);
      try {
        monitor.run();
      } finally {
        lines.finish();
      }
      parts.warnOfLoss(capture);
      return ExitCode.OK;
    } finally {
      scanner.shutdownNow();
    }
  }

  private void warnOfEarlyEnd(SourceState state) {
    if (state instanceof SourceState.Ended(String note) && !note.isEmpty()) {
      shell.complain(note);
    }
  }
}
