package iftoprs.domain.screen;

import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.owner.Attribution;
import iftoprs.domain.screen.TipText.Fact;
import iftoprs.domain.screen.TipText.Gap;
import iftoprs.domain.screen.TipText.Line;
import iftoprs.domain.text.SafeText;
import iftoprs.ports.Publisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is known about a group of flows. */
final class GroupTip {

  private static final int MOST_PROCESSES = 6;
  private static final int MOST_PATHS = 3;

  private final ScreenState state;
  private final GroupList list;
  private final GroupRow row;
  private final List<Line> lines = new ArrayList<>();

  private GroupTip(ScreenState state, GroupList list, GroupRow row) {
    this.state = state;
    this.list = list;
    this.row = row;
  }

  /** The tooltip of a group; empty if it is not in the list. */
  static Optional<TipText> of(ScreenState state, GroupList list, GroupKey key) {
    return list.row(key).map(row -> new GroupTip(state, list, row).text());
  }

  private TipText text() {
    String title =
        switch (row.key()) {
          case GroupKey.Process process -> process();
          case GroupKey.Program program -> program();
          case GroupKey.Origin origin -> origin(origin.publisher());
          case GroupKey.Nobody nobody -> nobody(nobody);
        };
    fact("Flows", row.flows() + " of " + list.snapshot().flowCount());
    lines.add(new Gap());
    Totals totals = row.totals();
    lines.addAll(
        TipFigures.of(
            state,
            (window, side) -> totals.rates(side).over(window),
            totals::bytes,
            side -> packets(totals, side)));
    if (row.key() instanceof GroupKey.Process) {
      lines.addAll(OwnerFacts.command(row.owners().getFirst()));
    }
    return new TipText(title, lines);
  }

  private static long packets(Totals totals, Side side) {
    return switch (side) {
      case SENT -> totals.sentPackets();
      case RECEIVED -> totals.receivedPackets();
      case BOTH -> totals.sentPackets() + totals.receivedPackets();
    };
  }

  private void fact(String label, String value) {
    lines.add(new Fact(label, value));
  }

  private String process() {
    Attribution.Owned owner = row.owners().getFirst();
    lines.addAll(OwnerFacts.process(owner));
    lines.addAll(OwnerFacts.program(owner, list.packages()));
    return "Process";
  }

  private String program() {
    lines.addAll(OwnerFacts.program(row.owners().getFirst(), list.packages()));
    processes();
    users();
    return "Executable";
  }

  private String origin(Optional<Publisher> publisher) {
    fact("Package", publisher.map(OwnerFacts::words).orElse("being looked up…"));
    List<String> paths =
        row.owners().stream()
            .map(owner -> owner.facts().executable())
            .map(executable -> OwnerFacts.path(executable.path(), executable.place()))
            .filter(path -> !path.isEmpty())
            .distinct()
            .sorted()
            .toList();
    if (!paths.isEmpty()) {
      fact(paths.size() == 1 ? "Executable" : "Executables", OwnerFacts.few(paths, MOST_PATHS));
    }
    processes();
    users();
    return "Publisher";
  }

  private String nobody(GroupKey.Nobody nobody) {
    fact("Process", "none: " + OwnerFacts.reason(nobody.reason()));
    return "No process";
  }

  private void processes() {
    List<String> labels = row.owners().stream().map(owner -> GroupKey.of(owner).label()).toList();
    fact(labels.size() == 1 ? "Process" : "Processes", OwnerFacts.few(labels, MOST_PROCESSES));
  }

  private void users() {
    List<String> users =
        row.owners().stream()
            .map(owner -> SafeText.of(owner.facts().user(), Row.PROCESS_LIMIT))
            .filter(user -> !user.isEmpty())
            .distinct()
            .sorted()
            .toList();
    if (!users.isEmpty()) {
      fact(users.size() == 1 ? "User" : "Users", OwnerFacts.few(users, MOST_PROCESSES));
    }
  }
}
