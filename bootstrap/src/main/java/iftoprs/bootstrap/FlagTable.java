package iftoprs.bootstrap;

import iftoprs.bootstrap.completion.Labels;
import iftoprs.bootstrap.completion.Shells;
import iftoprs.domain.screen.Settings;
import iftoprs.ports.InterfaceAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The table of options, in the order of the help text; {@link Flags} holds what was given.
 *
 * <p>Built by hand: picocli's annotations would be read by reflection through classes that are made
 * at every start, which took 40 of 130 ms of CPU. A command line is parsed with the few options
 * that it names, where that makes no difference: all of them take another 6 ms.
 */
final class FlagTable {

  private final CommandSpec command = CommandSpec.create().name("iftoprs");
  private final Predicate<String> wanted;

  /** The options that have a name which is wanted. */
  private FlagTable(Predicate<String> wanted) {
    this.wanted = wanted;
    sources();
    limits();
    outputs();
    look();
    care();
    information();
  }

  /** A parser that knows all options. */
  static CommandLine commandLine() {
    CommandSpec command = new FlagTable(name -> true).command;
    command
        .usageMessage()
        .sortOptions(false)
        .width(80)
        .synopsisHeading("Usage: ")
        .customSynopsis("iftoprs [OPTION]...")
        .description(
            "Shows who talks to whom over the network, how fast, and which program it is.");
    return new CommandLine(command);
  }

  /**
   * Parses a command line.
   *
   * @throws CommandLine.ParameterException if it is wrong
   */
  static ParseResult parse(String... arguments) {
    Optional<CommandSpec> named = named(arguments);
    if (named.isPresent()) {
      try {
        return new CommandLine(named.get()).parseArgs(arguments);
      } catch (CommandLine.ParameterException wrong) {
        // What is wrong and what was meant is told by the table that knows all options.
      }
    }
    return commandLine().parseArgs(arguments);
  }

  /** The options that are spelled out; none if there is anything that may be more than one. */
  private static Optional<CommandSpec> named(String... arguments) {
    Set<String> names = new HashSet<>();
    for (String argument : arguments) {
      if (argument.startsWith("-") && argument.length() > 1) {
        int value = argument.indexOf('=');
        names.add(value < 0 ? argument : argument.substring(0, value));
      } else if (argument.startsWith("@")) {
        return Optional.empty(); // picocli reads more of them from such a file
      }
    }
    CommandSpec command = new FlagTable(names::contains).command;
    return command.optionsMap().keySet().containsAll(names)
        ? Optional.of(command)
        : Optional.empty();
  }

  private void sources() {
    value(
        text -> text,
        Labels.DEVICE,
        "Capture on this device; see --list-interfaces.",
        "-i",
        "--interface");
    value(
        text -> text,
        "EXPR",
        "Capture only what this expression matches (pcap-filter).",
        "-f",
        "--filter");
    flag("Ask the device for frames to other hosts, too.", "-p", "--promiscuous");
    value(
        text -> text,
        Labels.FILE,
        "Play a capture file back instead; - is the standard input.",
        "-r",
        "--read");
    flag("Play the bundled capture back instead.", "--demo");
    choice(
        new Values.OfPace(),
        "PACE",
        "Play back in real time (real), N times as fast (10x), or as fast as can be (max).",
        () -> List.of("real", "max", "2x", "10x"),
        "--pace");
  }

  private void limits() {
    networks(
        "This network is local; frames with no end inside are only summed. Repeatable.",
        "-F",
        "--net-filter");
    value(
        new Values.OfCount(),
        "SECONDS",
        "Stop after so many seconds of the capture.",
        "--duration");
    value(
        new Values.OfTableSize(),
        "N",
        "Know at most so many flows at a time; the rest is summed.",
        "--max-flows");
    choice(
        new Values.OfRefresh(),
        "SECONDS",
        "New figures every 1, 2, 5 or 10 s, on the screen and with --json.",
        () -> Settings.INTERVALS.stream().map(String::valueOf).toList(),
        "--refresh");
    value(
        new Values.OfTop(), "N", "Show only the first N flows; totals stay those of all.", "--top");
  }

  private void outputs() {
    value(
        new Values.OfRate(),
        "RATE",
        "Alert when a flow reaches this rate: 10Mbit, 1.25MB, or bytes a second.",
        "--alert");
    value(
        new Values.OfCommand(),
        "CMD",
        "Run this for each alert, without a shell; it reads the alert as JSON.",
        "--alert-command");
    flag("Print a line of JSON for each tick.", "--json");
    value(new Values.OfCount(), "N", "Stop after so many ticks of --json.", "--count");
    choice(
        new Values.OfReportForm(),
        "FORM",
        "Print all conversations at the end: text, json or csv.",
        () -> List.of("text", "json", "csv"),
        "--report");
  }

  private void look() {
    flag("Do not ask for host names.", "-n", "--no-dns");
    flag("With --read or --demo: ask for host names all the same.", "--resolve");
    flag("Show port numbers instead of services.", "-N", "--no-port-names");
    flag("Show hosts without ports on the screen.", "-P", "--hide-ports");
    flag("Do not look for the processes that own flows.", "-Z", "--no-processes");
    choice(
        new Values.OfProcessSource(),
        "SOURCE",
        "Look for them in /proc (proc), with lsof (lsof), or as suits (auto).",
        () -> List.of("auto", "proc", "lsof"),
        "--process-source");
    flag("Show rates in bytes instead of bits.", "-B", "--bytes");
    flag("Draw no bars.", "-b", "--no-bars");
    value(
        text -> text,
        "TEXT",
        "Begin with this display filter, as typed after / on the screen.",
        "--match");
    value(text -> text, Labels.THEME, "Take this theme; see --list-colors.", "--theme");
    flag("Use no colours, as with NO_COLOR=1.", "--no-color");
  }

  private void care() {
    value(
        new Values.OfFile(),
        Labels.FILE,
        "Keep settings here instead of in ~/.iftoprs.conf.",
        "-c",
        "--config");
    value(
        new Values.OfFile(),
        Labels.FILE,
        "Note losses and restarts of a live capture in this file.",
        "--log");
    value(
        text -> text,
        Labels.USER,
        "Become this user, rather than who called sudo, once the device is open.",
        "--user");
    flag("Go on with all privileges.", "--keep-privileges");
  }

  private void information() {
    flag("List the devices.", "-l", "--list-interfaces");
    flag("List the themes with their colours.", "--list-colors");
    choice(
        new Values.OfShell(),
        "SHELL",
        "Print completions for bash, elvish, fish, powershell or zsh.",
        () -> Stream.of(Shells.values()).map(Shells::spelling).toList(),
        "--completions");
    help("Print this text.", "-h", "--help");
    help("Print the version.", "-V", "--version");
  }

  private void flag(String description, String... names) {
    if (isWanted(names)) {
      command.addOption(flagOf(description, names).build());
    }
  }

  /** A flag with which nothing else is done or missed. */
  private void help(String description, String... names) {
    if (isWanted(names)) {
      command.addOption(flagOf(description, names).help(true).build());
    }
  }

  private <T> void value(
      ITypeConverter<T> converter, String label, String description, String... names) {
    if (isWanted(names)) {
      command.addOption(valueOf(converter, label, description, names).build());
    }
  }

  private <T> void choice(
      ITypeConverter<T> converter,
      String label,
      String description,
      Supplier<List<String>> choices,
      String... names) {
    if (isWanted(names)) {
      command.addOption(
          valueOf(converter, label, description, names)
              .completionCandidates(choices.get())
              .build());
    }
  }

  private void networks(String description, String... names) {
    if (isWanted(names)) {
      command.addOption(
          valueOf(new Values.OfNetwork(), "CIDR", description, names)
              .type(List.class)
              .auxiliaryTypes(InterfaceAddress.class)
              .build());
    }
  }

  private boolean isWanted(String... names) {
    for (String name : names) {
      if (wanted.test(name)) {
        return true;
      }
    }
    return false;
  }

  private static OptionSpec.Builder flagOf(String description, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .description(description)
        .converters(new Values.OfFlag());
  }

  private static <T> OptionSpec.Builder valueOf(
      ITypeConverter<T> converter, String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .converters(converter);
  }
}
