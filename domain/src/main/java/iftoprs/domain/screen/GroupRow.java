package iftoprs.domain.screen;

import iftoprs.domain.flow.Totals;
import iftoprs.domain.owner.Attribution;
import iftoprs.domain.text.SafeText;
import iftoprs.ports.ProcessFacts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the flows of one group, or those without an owner for one reason, come to.
 *
 * @param key which group or reason
 * @param flows how many flows
 * @param owners the processes, by id, each as it is known best; none for a reason
 * @param totals their sums, without peaks
 * @param packets their packets a second
 */
public record GroupRow(
    GroupKey key, int flows, List<Attribution.Owned> owners, Totals totals, PacketRates packets) {

  /** More than a row of the widest screen has room for. */
  private static final int LONGEST_COMMAND = 300;

  /** Copies the list. */
  public GroupRow {
    owners = List.copyOf(owners);
  }

  /** The id of a process, else how many processes there are. */
  public int number() {
    return key instanceof GroupKey.Process process ? process.pid() : owners.size();
  }

  /** What else is to be said of the group in a few words, safe to print; empty for nothing. */
  public String detail() {
    return switch (key) {
      case GroupKey.Process process -> command(owners.getFirst().facts());
      case GroupKey.Program program -> OwnerFacts.path(program.path(), program.place());
      case GroupKey.Origin origin ->
          owners.stream()
              .map(owner -> SafeText.of(owner.process(), Row.PROCESS_LIMIT))
              .distinct()
              .sorted(String.CASE_INSENSITIVE_ORDER)
              .collect(Collectors.joining(", "));
      case GroupKey.Nobody nobody -> "";
    };
  }

  /** The command line, or the executable where there is none. */
  private static String command(ProcessFacts facts) {
    return facts.commandLine().isEmpty()
        ? OwnerFacts.path(facts.executable().path(), facts.executable().place())
        : SafeText.of(facts.commandLine(), LONGEST_COMMAND);
  }
}
