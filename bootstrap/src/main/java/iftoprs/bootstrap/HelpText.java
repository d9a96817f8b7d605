package iftoprs.bootstrap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** The text of {@code --help}: the table of options under headings, then examples. */
final class HelpText {

  /** Each heading stands above this option and those that follow it. */
  private static final Map<String, String> HEADINGS = headings();

  private static final String EXAMPLES =
      """

      @|bold Examples|@
        sudo iftoprs                          watch the default device
        sudo iftoprs -i eth0 -f 'port 443'    only what the filter lets through
        iftoprs --demo                        look around without privilege
        iftoprs -r trace.pcap --pace 10x      play a file back, ten times as fast
        iftoprs -r trace.pcap --report text   who talked to whom in a file
        sudo iftoprs --json --count 10 | jq '.flows[0]'

      Press h or ? on the screen for the keys.
      """;

  private HelpText() {}

  private static Map<String, String> headings() {
    Map<String, String> headings = new LinkedHashMap<>();
    headings.put("--interface", "Where packets come from");
    headings.put("--net-filter", "What is counted");
    headings.put("--alert", "Alerts");
    headings.put("--json", "Output instead of a screen");
    headings.put("--no-dns", "What is looked up and shown");
    headings.put("--config", "Settings, log and privileges");
    headings.put("--list-interfaces", "Information");
    return headings;
  }

  static String of(CommandLine commandLine, boolean colours) {
    Ansi ansi = colours ? Ansi.ON : Ansi.OFF;
    Help help = new Help(commandLine.getCommandSpec(), Help.defaultColorScheme(ansi));
    StringBuilder text = new StringBuilder(4096);
    text.append(help.synopsisHeading()).append(help.customSynopsis());
    text.append(help.description());
    for (List<OptionSpec> group : groups(commandLine)) {
      String heading = heading(group);
      text.append(ansi.string("%n@|bold %s|@%n".formatted(heading)));
      text.append(help.optionListExcludingGroups(group));
    }
    return text.append(ansi.string(EXAMPLES)).toString();
  }

  /** What stands above a group. */
  static String heading(List<OptionSpec> group) {
    return HEADINGS.get(group.getFirst().longestName());
  }

  /** The options under each heading, in the order of the table. */
  static List<List<OptionSpec>> groups(CommandLine commandLine) {
    List<List<OptionSpec>> groups = new ArrayList<>();
    for (OptionSpec option : commandLine.getCommandSpec().options()) {
      if (HEADINGS.containsKey(option.longestName())) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(option);
    }
    return groups;
  }
}
