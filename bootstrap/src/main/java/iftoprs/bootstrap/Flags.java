package iftoprs.bootstrap;

import iftoprs.adapters.json.ReportWriter;
import iftoprs.adapters.lsof.SocketTables;
import iftoprs.adapters.pcap.Pace;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.screen.CaptureScope;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Toggle;
import iftoprs.ports.InterfaceAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The table of options: one field each, in the order of the help text. */
@Command(
    name = "iftoprs",
    sortOptions = false,
    usageHelpWidth = 80,
    synopsisHeading = "Usage: ",
    customSynopsis = "iftoprs [OPTION]...",
    description = "Shows who talks to whom over the network, how fast, and which program it is.")
final class Flags {

  /** What the program shall do. */
  enum Mode {
    SCREEN,
    STREAM,
    REPORT,
    DEVICES
  }

  @Option(
      names = {"-i", "--interface"},
      paramLabel = "NAME",
      description = "Capture on this device; see --list-interfaces.")
  Optional<String> device = Optional.empty();

  @Option(
      names = {"-f", "--filter"},
      paramLabel = "EXPR",
      description = "Capture only what this expression matches (pcap-filter).")
  Optional<String> filter = Optional.empty();

  @Option(
      names = {"-p", "--promiscuous"},
      description = "Ask the device for frames to other hosts, too.")
  boolean promiscuous;

  @Option(
      names = {"-r", "--read"},
      paramLabel = "FILE",
      description = "Play a capture file back instead; - is the standard input.")
  Optional<String> file = Optional.empty();

  @Option(names = "--demo", description = "Play the bundled capture back instead.")
  boolean demo;

  @Option(
      names = "--pace",
      paramLabel = "PACE",
      converter = Values.OfPace.class,
      description = "Play back in real time (real), N times as fast, or as fast as can be (max).")
  Optional<Pace> pace = Optional.empty();

  @Option(
      names = {"-F", "--net-filter"},
      paramLabel = "CIDR",
      converter = Values.OfNetwork.class,
      description = "This network is local; frames with no end inside are only summed. Repeatable.")
  List<InterfaceAddress> localNets = new ArrayList<>();

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      converter = Values.OfCount.class,
      description = "Stop after so many seconds of the capture.")
  Optional<Long> duration = Optional.empty();

  @Option(
      names = "--max-flows",
      paramLabel = "N",
      converter = Values.OfTableSize.class,
      description = "Know at most so many flows at a time; the rest is summed.")
  Optional<Integer> maxFlows = Optional.empty();

  @Option(names = "--json", description = "Print a line of JSON for each tick.")
  boolean json;

  @Option(
      names = "--count",
      paramLabel = "N",
      converter = Values.OfCount.class,
      description = "Stop after so many ticks of --json.")
  Optional<Long> count = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FORM",
      converter = Values.OfReportForm.class,
      description = "Print all conversations at the end: text, json or csv.")
  Optional<ReportWriter.Format> report = Optional.empty();

  @Option(
      names = {"-n", "--no-dns"},
      description = "Do not ask for host names.")
  boolean noNames;

  @Option(
      names = {"-Z", "--no-processes"},
      description = "Do not look for the processes that own flows.")
  boolean noProcesses;

  @Option(
      names = "--process-source",
      paramLabel = "SOURCE",
      converter = Values.OfProcessSource.class,
      description = "Look for them in /proc (proc), with lsof (lsof), or as suits (auto).")
  Optional<SocketTables.Source> processSource = Optional.empty();

  @Option(
      names = "--resolve",
      description = "With --read or --demo: ask for host names all the same.")
  boolean resolve;

  @Option(
      names = {"-B", "--bytes"},
      description = "Show rates in bytes instead of bits.")
  boolean bytes;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      converter = Values.OfFile.class,
      description = "Keep settings here instead of in ~/.iftoprs.conf.")
  Optional<Path> config = Optional.empty();

  @Option(
      names = "--log",
      paramLabel = "FILE",
      converter = Values.OfFile.class,
      description = "Note losses and restarts of a live capture in this file.")
  Optional<Path> log = Optional.empty();

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Become this user, rather than who called sudo, once the device is open.")
  Optional<String> user = Optional.empty();

  @Option(names = "--keep-privileges", description = "Go on with all privileges.")
  boolean keepPrivileges;

  @Option(
      names = {"-l", "--list-interfaces"},
      description = "List the devices.")
  boolean listDevices;

  @Option(
      names = {"-h", "--help"},
      help = true,
      description = "Print this text.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      help = true,
      description = "Print the version.")
  boolean version;

  /** What the program shall do. */
  Mode mode() {
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
        .withDurationSeconds(duration.map(OptionalLong::of).orElseGet(OptionalLong::empty))
        .withCount(count.map(OptionalLong::of).orElseGet(OptionalLong::empty))
        .withMaxFlows(maxFlows.orElse(MeterOptions.DEFAULT_MAX_FLOWS))
        .withLocalNets(localNets);
  }

  /**
   * What the user chose earlier, as far as the command line does not say otherwise for this run.
   */
  Settings over(Settings stored) {
    Settings settings = stored;
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
    if (count.isPresent() && !json) {
      return Optional.of("--count needs --json");
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
            .collect(Collectors.joining(" ")));
  }
}
