package iftoprs.domain.screen;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.owner.ScanCost;
import iftoprs.domain.screen.TipText.Fact;
import iftoprs.domain.screen.TipText.Line;
import java.util.List;
import java.util.Optional;

/** What is told about looking for the owners of flows: how often that is done, what it costs. */
final class ScanTip {

  private static final String LABEL = "Owners";

  private ScanTip() {}

  /** Tells it where a device is captured; a file has no processes to look at. */
  static void tell(ScreenState state, Snapshot shown, List<Line> lines) {
    if (!state.tips().around().live()) {
      return;
    }
    if (!state.settings().is(Toggle.PROCESSES)) {
      lines.add(new Fact(LABEL, "look-up is off, Z switches it on"));
      return;
    }
    Optional<ScanCost> cost = shown.head().scans();
    if (cost.isEmpty()) {
      lines.add(new Fact(LABEL, "being looked up…"));
      return;
    }
    tell(cost.get(), lines);
  }

  private static void tell(ScanCost cost, List<Line> lines) {
    String rate = decimal(cost.perSecondMillionths(), 100_000, 10);
    String share = decimal(cost.shareMillionths(), 100, 100);
    String last = decimal(cost.lastNanos(), 100_000, 10);
    lines.add(new Fact(LABEL, "looked up " + rate + " times a second"));
    // Of a process that does the work for us nobody tells what it takes of a core.
    String of = cost.isCpuTime() ? " % of a core" : " % of the time, of a core unknown";
    lines.add(new Fact("Cost", share + of + "; the last look took " + last + " ms"));
  }

  /** Rounded to tenths or hundredths, of so much each; by hand for the reason in {@code Times}. */
  private static String decimal(long value, long each, int parts) {
    long rounded = (value + each / 2) / each;
    String rest = Long.toString(parts + rounded % parts).substring(1);
    return rounded / parts + "." + rest;
  }
}
