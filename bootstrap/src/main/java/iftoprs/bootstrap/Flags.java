package iftoprs.bootstrap;

import iftoprs.adapters.json.ReportWriter;
import iftoprs.adapters.lsof.SocketTables;
import iftoprs.adapters.pcap.Pace;
import iftoprs.bootstrap.completion.Shells;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.screen.AlertThreshold;
import iftoprs.domain.screen.BuiltInThemes;
import iftoprs.domain.screen.CaptureScope;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.ThemeColours;
import iftoprs.domain.screen.Toggle;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.Preferences;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What a command line asks for; {@link FlagTable} is the table of options. */
final class Flags {

  /** What the program shall do. */
  enum Mode {
    SCREEN,
    STREAM,
    REPORT,
    DEVICES,
    THEMES
  }

  final Optional<String> device;
  final Optional<String> filter;
  final boolean promiscuous;
  final Optional<String> file;
  boolean demo;
  final Optional<Pace> pace;
  final List<InterfaceAddress> localNets;
  final Optional<Long> duration;
  final Optional<Integer> maxFlows;
  final Optional<Long> alert;
  final Optional<List<String>> alertCommand;
  final boolean json;
  final Optional<Long> count;
  final Optional<ReportWriter.Format> report;
  final boolean noNames;
  final boolean noProcesses;
  final Optional<SocketTables.Source> processSource;
  final boolean resolve;
  final boolean bytes;
  final Optional<Path> config;
  final Optional<Path> log;
  final Optional<String> user;
  final boolean keepPrivileges;
  final boolean listDevices;
  final boolean listThemes;
  final Optional<Shells> completions;
  final boolean noServices;
  final boolean hidePorts;
  final boolean noBars;
  final Optional<Integer> refresh;
  final Optional<Integer> top;
  final Optional<String> match;
  final Optional<String> theme;
  final boolean noColours;
  final boolean help;
  final boolean version;

  /**
   * Reads the table.
   *
   * @param given what was on the command line
   */
  Flags(ParseResult given) {
    // Once by name: to look for forty options among those given would take as long as parsing them.
    Map<String, OptionSpec> options = new HashMap<>();
    for (OptionSpec option : given.matchedOptions()) {
      options.put(option.longestName(), option);
    }
    device = value(options, "--interface");
    filter = value(options, "--filter");
    promiscuous = options.containsKey("--promiscuous");
    file = value(options, "--read");
    demo = options.containsKey("--demo");
    pace = value(options, "--pace");
    localNets = Flags.<List<InterfaceAddress>>value(options, "--net-filter").orElse(List.of());
    duration = value(options, "--duration");
    maxFlows = value(options, "--max-flows");
    alert = value(options, "--alert");
    alertCommand = value(options, "--alert-command");
    json = options.containsKey("--json");
    count = value(options, "--count");
    report = value(options, "--report");
    noNames = options.containsKey("--no-dns");
    noProcesses = options.containsKey("--no-processes");
    processSource = value(options, "--process-source");
    resolve = options.containsKey("--resolve");
    bytes = options.containsKey("--bytes");
    config = value(options, "--config");
    log = value(options, "--log");
    user = value(options, "--user");
    keepPrivileges = options.containsKey("--keep-privileges");
    listDevices = options.containsKey("--list-interfaces");
    listThemes = options.containsKey("--list-colors");
    completions = value(options, "--completions");
    noServices = options.containsKey("--no-port-names");
    hidePorts = options.containsKey("--hide-ports");
    noBars = options.containsKey("--no-bars");
    refresh = value(options, "--refresh");
    top = value(options, "--top");
    match = value(options, "--match");
    theme = value(options, "--theme");
    noColours = options.containsKey("--no-color");
    help = options.containsKey("--help");
    version = options.containsKey("--version");
  }

  private static <T> Optional<T> value(Map<String, OptionSpec> options, String name) {
    OptionSpec option = options.get(name);
    return option == null ? Optional.empty() : Optional.ofNullable(option.getValue());
  }

  /** What the program shall do. */
  Mode mode() {
    if (listThemes) {
      return Mode.THEMES;
    }
    if (listDevices) {
      return Mode.DEVICES;
    }
    if (report.isPresent()) {
      return Mode.REPORT;
    }
    return json ? Mode.STREAM : Mode.SCREEN;
  }

  /** Whether packets come from a device of this host. */
  boolean isLive() {
    return file.isEmpty() && !demo;
  }

  /** Whether nothing is said of what to capture: then a demo is better than no screen at all. */
  boolean leavesCaptureOpen() {
    return isLive()
        && device.isEmpty()
        && filter.isEmpty()
        && localNets.isEmpty()
        && !promiscuous
        && log.isEmpty();
  }

  /** How to count, but for the interval of the ticks. */
  MeterOptions meterOptions() {
    MeterOptions plain = mode() == Mode.REPORT ? MeterOptions.REPORT : MeterOptions.TICKS;
    return plain
        .withRefreshSeconds(refresh.orElse(plain.refreshSeconds()))
        .withDurationSeconds(duration.map(OptionalLong::of).orElseGet(OptionalLong::empty))
        .withCount(count.map(OptionalLong::of).orElseGet(OptionalLong::empty))
        .withMaxFlows(maxFlows.orElse(MeterOptions.DEFAULT_MAX_FLOWS))
        .withMemory(Runtime.getRuntime().maxMemory())
        .withLocalNets(localNets);
  }

  /** The same with alerts: at the rate of the command line, else at the one chosen earlier. */
  MeterOptions meterOptions(Preferences preferences) {
    return meterOptions().withAlertThreshold(alert.orElseGet(() -> AlertThreshold.of(preferences)));
  }

  /**
   * What the user chose earlier, as far as the command line does not say otherwise for this run.
   */
  Settings over(Settings stored) {
    Settings settings =
        stored
            .withRefreshSeconds(refresh.orElse(stored.refreshSeconds()))
            .withTheme(theme.map(name -> called(name, stored)).orElse(stored.theme()));
    if (noServices) {
      settings = settings.with(Toggle.SERVICES, false);
    }
    if (hidePorts) {
      settings = settings.with(Toggle.PORTS, false);
    }
    if (noBars) {
      settings = settings.with(Toggle.BARS, false);
    }
    if (noNames) {
      settings = settings.with(Toggle.NAMES, false);
    }
    if (noProcesses) {
      settings = settings.with(Toggle.PROCESSES, false);
    }
    if (bytes) {
      settings = settings.with(Toggle.BYTES, true);
    }
    return settings;
  }

  /** Why the theme cannot be taken, in one line; empty if it can. */
  Optional<String> unknownTheme(Settings stored) {
    if (theme.isEmpty() || stored.customThemes().called(theme.get()).isPresent()) {
      return Optional.empty();
    }
    List<String> known =
        Stream.of(BuiltInThemes.ALL, stored.customThemes().all())
            .flatMap(List::stream)
            .map(ThemeColours::name)
            .toList();
    return Optional.of(
        "--theme "
            + theme.get()
            + ": there is no such theme"
            + Nearest.of(theme.get(), known)
                .map(name -> "; did you mean " + name + "?")
                .orElse("; see --list-colors"));
  }

  private static String called(String name, Settings stored) {
    return stored.customThemes().called(name).map(ThemeColours::name).orElse(name);
  }

  /** Why these options do not go together, in one line; empty if they do. */
  Optional<String> contradiction() {
    if (file.filter(String::isEmpty).isPresent()) {
      return Optional.of("--read needs a file, or - for the standard input");
    }
    if (device.filter(String::isEmpty).isPresent()) {
      return Optional.of("--interface needs a device; see --list-interfaces");
    }
    if (config.filter(path -> path.toString().isEmpty()).isPresent()) {
      return Optional.of("--config needs a file");
    }
    if (log.filter(path -> path.toString().isEmpty()).isPresent()) {
      return Optional.of("--log needs a file");
    }
    if (user.filter(String::isEmpty).isPresent()) {
      return Optional.of("--user needs a user");
    }
    if (user.isPresent() && keepPrivileges) {
      return Optional.of("--user and --keep-privileges exclude each other; give one of them");
    }
    if (json && report.isPresent()) {
      return Optional.of("--json and --report exclude each other; give one of them");
    }
    if (file.isPresent() && demo) {
      return Optional.of("--read and --demo exclude each other; give one of them");
    }
    if (!isLive()) {
      String source = demo ? "--demo" : "--read";
      if (device.isPresent()) {
        return Optional.of("--interface works on devices only, not with " + source);
      }
      if (log.isPresent()) {
        return Optional.of("--log works on devices only, not with " + source);
      }
      if (promiscuous) {
        return Optional.of("--promiscuous works on devices only, not with " + source);
      }
    }
    Optional<String> look = lookUpContradiction();
    if (look.isPresent()) {
      return look;
    }
    if (pace.isPresent() && isLive()) {
      return Optional.of("--pace needs --read or --demo");
    }
    if (report.isPresent() && (alert.isPresent() || alertCommand.isPresent())) {
      return Optional.of("--alert needs the screen or --json; a report has no rates");
    }
    if (count.isPresent() && !json) {
      return Optional.of("--count needs --json");
    }
    return screenContradiction();
  }

  private Optional<String> screenContradiction() {
    if (refresh.isPresent() && report.isPresent()) {
      return Optional.of("--refresh needs the screen or --json; a report comes once");
    }
    if (match.isPresent() && (json || report.isPresent())) {
      return Optional.of("--match needs the screen; --filter limits what is captured or read");
    }
    if (theme.isPresent() && (json || report.isPresent())) {
      return Optional.of("--theme needs the screen");
    }
    return Optional.empty();
  }

  private Optional<String> lookUpContradiction() {
    if (resolve && isLive()) {
      return Optional.of("--resolve needs --read or --demo; a device's names are looked up anyway");
    }
    if (resolve && report.isPresent()) {
      return Optional.of("--resolve needs the screen or --json; a report names addresses only");
    }
    if (resolve && noNames) {
      return Optional.of("--resolve and --no-dns exclude each other; give one of them");
    }
    if (processSource.isPresent() && !isLive()) {
      return Optional.of("--process-source works on devices only: a capture has no processes");
    }
    if (processSource.isPresent() && noProcesses) {
      return Optional.of(
          "--process-source and --no-processes exclude each other; give one of them");
    }
    return Optional.empty();
  }

  /** Whether the user said when to stop. */
  boolean isBounded() {
    return count.isPresent() || duration.isPresent();
  }

  /** What the screen says of the part of the traffic that is captured and of the local networks. */
  CaptureScope scope() {
    return new CaptureScope(
        filter.orElse(""),
        localNets.stream()
            .map(net -> net.address() + "/" + net.prefixLength())
            .collect(Collectors.joining(" ")),
        top.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }
}
