package iftoprs.bootstrap;

import iftoprs.ports.InterfaceAddress;
import java.util.List;
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
    return List.of(
        value(
            text -> text,
            "NAME",
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
            "FILE",
            "Play a capture file back instead; - is the standard input.",
            "-r",
            "--read"),
        flag("Play the bundled capture back instead.", "--demo"),
        value(
            new Values.OfPace(),
            "PACE",
            "Play back in real time (real), N times as fast, or as fast as can be (max).",
            "--pace"),
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
        flag("Print a line of JSON for each tick.", "--json"),
        value(new Values.OfCount(), "N", "Stop after so many ticks of --json.", "--count"),
        value(
            new Values.OfReportForm(),
            "FORM",
            "Print all conversations at the end: text, json or csv.",
            "--report"),
        flag("Do not ask for host names.", "-n", "--no-dns"),
        flag("Do not look for the processes that own flows.", "-Z", "--no-processes"),
        value(
            new Values.OfProcessSource(),
            "SOURCE",
            "Look for them in /proc (proc), with lsof (lsof), or as suits (auto).",
            "--process-source"),
        flag("With --read or --demo: ask for host names all the same.", "--resolve"),
        flag("Show rates in bytes instead of bits.", "-B", "--bytes"),
        value(
            new Values.OfFile(),
            "FILE",
            "Keep settings here instead of in ~/.iftoprs.conf.",
            "-c",
            "--config"),
        value(
            new Values.OfFile(),
            "FILE",
            "Note losses and restarts of a live capture in this file.",
            "--log"),
        value(
            text -> text,
            "NAME",
            "Become this user, rather than who called sudo, once the device is open.",
            "--user"),
        flag("Go on with all privileges.", "--keep-privileges"),
        flag("List the devices.", "-l", "--list-interfaces"),
        information("Print this text.", "-h", "--help"),
        information("Print the version.", "-V", "--version"));
  }

  private static OptionSpec.Builder flag(String description, String... names) {
    return OptionSpec.builder(names).type(boolean.class).description(description);
  }

  /** A flag with which nothing else is done or missed. */
  private static OptionSpec.Builder information(String description, String... names) {
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
}
