package iftoprs.bootstrap;

import iftoprs.bootstrap.completion.Labels;
import iftoprs.bootstrap.completion.Shells;
import iftoprs.domain.screen.Settings;
import iftoprs.ports.InterfaceAddress;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The table of options, in the order of the help text; {@link Flags} holds what was given.
 *
 * <p>Built by hand: picocli's annotations would be read by reflection through classes that are made
 * at every start, which took 40 of 130 ms of CPU.
 */
final class FlagTable {

  private FlagTable() {}

  /** A parser of command lines. */
  static CommandLine commandLine() {
    CommandSpec command = CommandSpec.create().name("iftoprs");
    command
        .usageMessage()
        .sortOptions(false)
        .width(80)
        .synopsisHeading("Usage: ")
        .customSynopsis("iftoprs [OPTION]...")
        .description(
            "Shows who talks to whom over the network, how fast, and which program it is.");
    for (OptionSpec.Builder option : options()) {
      command.addOption(option.build());
    }
    return new CommandLine(command);
  }

  private static List<OptionSpec.Builder> options() {
    return Stream.of(sources(), limits(), outputs(), look(), care(), information())
        .flatMap(List::stream)
        .toList();
  }

  private static List<OptionSpec.Builder> sources() {
    return List.of(
        value(
            text -> text,
            Labels.DEVICE,
            "Capture on this device; see --list-interfaces.",
            "-i",
            "--interface"),
        value(
            text -> text,
            "EXPR",
            "Capture only what this expression matches (pcap-filter).",
            "-f",
            "--filter"),
        flag("Ask the device for frames to other hosts, too.", "-p", "--promiscuous"),
        value(
            text -> text,
            Labels.FILE,
            "Play a capture file back instead; - is the standard input.",
            "-r",
            "--read"),
        flag("Play the bundled capture back instead.", "--demo"),
        value(
                new Values.OfPace(),
                "PACE",
                "Play back in real time (real), N times as fast (10x), or as fast as can be (max).",
                "--pace")
            .completionCandidates(List.of("real", "max", "2x", "10x")));
  }

  private static List<OptionSpec.Builder> limits() {
    return List.of(
        value(
                new Values.OfNetwork(),
                "CIDR",
                "This network is local; frames with no end inside are only summed. Repeatable.",
                "-F",
                "--net-filter")
            .type(List.class)
            .auxiliaryTypes(InterfaceAddress.class),
        value(
            new Values.OfCount(),
            "SECONDS",
            "Stop after so many seconds of the capture.",
            "--duration"),
        value(
            new Values.OfTableSize(),
            "N",
            "Know at most so many flows at a time; the rest is summed.",
            "--max-flows"),
        choice(
            new Values.OfRefresh(),
            "SECONDS",
            "New figures every 1, 2, 5 or 10 s, on the screen and with --json.",
            Settings.INTERVALS.stream().map(String::valueOf).toList(),
            "--refresh"),
        value(
            new Values.OfTop(),
            "N",
            "Show only the first N flows; totals stay those of all.",
            "--top"));
  }

  private static List<OptionSpec.Builder> outputs() {
    return List.of(
        value(
            new Values.OfRate(),
            "RATE",
            "Alert when a flow reaches this rate: 10Mbit, 1.25MB, or bytes a second.",
            "--alert"),
        value(
            new Values.OfCommand(),
            "CMD",
            "Run this for each alert, without a shell; it reads the alert as JSON.",
            "--alert-command"),
        flag("Print a line of JSON for each tick.", "--json"),
        value(new Values.OfCount(), "N", "Stop after so many ticks of --json.", "--count"),
        choice(
            new Values.OfReportForm(),
            "FORM",
            "Print all conversations at the end: text, json or csv.",
            List.of("text", "json", "csv"),
            "--report"));
  }

  private static List<OptionSpec.Builder> look() {
    return List.of(
        flag("Do not ask for host names.", "-n", "--no-dns"),
        flag("With --read or --demo: ask for host names all the same.", "--resolve"),
        flag("Show port numbers instead of services.", "-N", "--no-port-names"),
        flag("Show hosts without ports on the screen.", "-P", "--hide-ports"),
        flag("Do not look for the processes that own flows.", "-Z", "--no-processes"),
        choice(
            new Values.OfProcessSource(),
            "SOURCE",
            "Look for them in /proc (proc), with lsof (lsof), or as suits (auto).",
            List.of("auto", "proc", "lsof"),
            "--process-source"),
        flag("Show rates in bytes instead of bits.", "-B", "--bytes"),
        flag("Draw no bars.", "-b", "--no-bars"),
        value(
            text -> text,
            "TEXT",
            "Begin with this display filter, as typed after / on the screen.",
            "--match"),
        value(text -> text, Labels.THEME, "Take this theme; see --list-colors.", "--theme"),
        flag("Use no colours, as with NO_COLOR=1.", "--no-color"));
  }

  private static List<OptionSpec.Builder> care() {
    return List.of(
        value(
            new Values.OfFile(),
            Labels.FILE,
            "Keep settings here instead of in ~/.iftoprs.conf.",
            "-c",
            "--config"),
        value(
            new Values.OfFile(),
            Labels.FILE,
            "Note losses and restarts of a live capture in this file.",
            "--log"),
        value(
            text -> text,
            Labels.USER,
            "Become this user, rather than who called sudo, once the device is open.",
            "--user"),
        flag("Go on with all privileges.", "--keep-privileges"));
  }

  private static List<OptionSpec.Builder> information() {
    return List.of(
        flag("List the devices.", "-l", "--list-interfaces"),
        flag("List the themes with their colours.", "--list-colors"),
        choice(
            new Values.OfShell(),
            "SHELL",
            "Print completions for bash, elvish, fish, powershell or zsh.",
            Stream.of(Shells.values()).map(Shells::spelling).toList(),
            "--completions"),
        help("Print this text.", "-h", "--help"),
        help("Print the version.", "-V", "--version"));
  }

  private static OptionSpec.Builder flag(String description, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .description(description)
        .converters(new Values.OfFlag());
  }

  /** A flag with which nothing else is done or missed. */
  private static OptionSpec.Builder help(String description, String... names) {
    return flag(description, names).help(true);
  }

  private static <T> OptionSpec.Builder value(
      ITypeConverter<T> converter, String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .converters(converter);
  }

  private static <T> OptionSpec.Builder choice(
      ITypeConverter<T> converter,
      String label,
      String description,
      List<String> choices,
      String... names) {
    return value(converter, label, description, names).completionCandidates(choices);
  }
}
