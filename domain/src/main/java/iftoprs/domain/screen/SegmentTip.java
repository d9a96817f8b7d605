package iftoprs.domain.screen;

import iftoprs.domain.flow.Alerts;
import iftoprs.domain.flow.Bucket;
import iftoprs.domain.flow.LossLedger;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Sum;
import iftoprs.domain.flow.Unaccounted;
import iftoprs.domain.screen.TipText.Fact;
import iftoprs.domain.screen.TipText.Gap;
import iftoprs.domain.screen.TipText.Hint;
import iftoprs.domain.screen.TipText.Line;
import iftoprs.domain.screen.TipText.Moment;
import iftoprs.domain.screen.TipText.Swatches;
import iftoprs.domain.screen.TipText.Warning;
import iftoprs.domain.text.Rates;
import iftoprs.domain.text.SafeText;
import iftoprs.domain.text.Times;
import iftoprs.ports.SourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is told about a part of the bar. */
final class SegmentTip {

  private static final int LONGEST = 120;

  private final ScreenState state;
  private final Settings settings;
  private final Listing list;
  private final Snapshot shown;
  private final Snapshot newest;
  private final Moment moment;
  private final List<Line> lines = new ArrayList<>();

  SegmentTip(ScreenState state, Listing list, Snapshot newest, Moment moment) {
    this.state = state;
    this.settings = state.settings();
    this.list = list;
    this.shown = list.snapshot();
    this.newest = newest;
    this.moment = moment;
  }

  TipText of(Segment segment) {
    switch (segment) {
      case APP -> app();
      case INTERFACE -> InterfaceTip.tell(state.tips().around(), shown, lines);
      case FLOWS -> flows();
      case CLOCK -> clock();
      case SORT -> sort();
      case REFRESH -> refresh();
      case THEME -> theme();
      case FILTER -> filter();
      case PAUSE -> pause();
      case CAPTURE_FILTER -> captureFilter();
      case LOCAL_NET -> InterfaceTip.tellNetwork(state.scope(), shown, lines);
      case SCALE -> scale();
      case VIEW -> view();
      case HELP -> help();
    }
    return new TipText(segment.title(), lines);
  }

  private void fact(String label, String value) {
    lines.add(new Fact(label, value));
  }

  private void fact(String label, long value) {
    lines.add(new Fact(label, Long.toString(value)));
  }

  private void hint(String text) {
    lines.add(new Gap());
    lines.add(new Hint(text));
  }

  private void app() {
    Surroundings.About about = state.tips().around().about();
    fact("Program", "iftoprs: who talks to whom, how fast");
    fact("Version", about.version());
    fact("Built", about.built());
    fact("Licence", about.licence());
    fact("Repository", about.repository().isEmpty() ? "none named here" : about.repository());
    fact("Runtime", about.runtime());
  }

  private void flows() {
    int active = shown.flowCount();
    Sum idle = shown.head().idle();
    fact("Active", active);
    fact("Known", active + idle.flows() + ", " + idle.flows() + " of them idle");
    fact("Pinned", pinned());
    fact("Hidden", hidden(active));
    fact("Overflow", overflow());
    hint("click shows all flows · F pins one");
  }

  private String pinned() {
    int pins = settings.pins().all().size();
    if (pins == 0) {
      return "none";
    }
    int flows = state.pinned().size();
    return flows
        + (flows == 1 ? " flow" : " flows")
        + " by "
        + pins
        + (pins == 1 ? " pin" : " pins");
  }

  private String hidden(int active) {
    int hidden = active - list.flows();
    return hidden == 0 ? "none" : hidden + ", by the filter or the view";
  }

  private String overflow() {
    for (Unaccounted sum : shown.head().unaccounted()) {
      if (sum.bucket() == Bucket.OVERFLOW) {
        return Rates.BYTES.text(sum.bytes()) + " in " + sum.packets() + " packets, folded";
      }
    }
    return "none, the table has room";
  }

  private void clock() {
    Snapshot.Head head = shown.head();
    fact("Time", when(head.timeNanos()));
    String zone = moment.zone().getId();
    fact("Zone", zone.equals("Z") ? "UTC" : zone);
    fact("Started", when(head.startNanos()));
    fact("Elapsed", Times.duration(shown.elapsedNanos()));
    if (!state.tips().around().live()) {
      hint("the time of the file, not of this machine");
    }
  }

  private String when(long nanos) {
    return Times.date(nanos, moment.zone()) + " " + Times.clock(nanos, moment.zone());
  }

  private void sort() {
    SortBy by = state.sort();
    fact(
        "Order by",
        by.window().map(it -> "rate over " + it.seconds() + " s").orElse(by.spelling()));
    fact("Direction", direction(by, settings.is(Toggle.REVERSED)));
    fact("Counted", sides());
    fact("Frozen", state.frozen().isPresent() ? "yes, o lets it go" : "no");
    hint("click takes the next · 1–4 < > choose");
    lines.add(new Hint("a column's title, clicked, orders by it"));
    lines.add(new Hint("r turns it round · o freezes it"));
  }

  private static String direction(SortBy by, boolean reversed) {
    if (by.isByName()) {
      return reversed ? "from Z to A" : "from A to Z";
    }
    String most = by == SortBy.NUMBER ? "highest" : "heaviest";
    String least = by == SortBy.NUMBER ? "lowest" : "lightest";
    return (reversed ? least : most) + " first";
  }

  private String sides() {
    return switch (settings.lineMode()) {
      case TWO_LINES, ONE_LINE -> "sent and received";
      case SENT -> "what is sent";
      case RECEIVED -> "what is received";
    };
  }

  private void refresh() {
    fact("Interval", settings.refreshSeconds() + " s");
    String cycle =
        Settings.INTERVALS.stream().map(String::valueOf).collect(Collectors.joining(" → "));
    fact("Cycle", cycle + " s, and round");
    fact("Ticks", shown.head().sequence());
    fact("Drawn", moment.framesDrawn() + " frames");
    hint("click or f takes the next");
  }

  private void theme() {
    int at = state.themeNames().indexOf(state.colours().name());
    fact("Theme", moment.theme());
    fact("Place", at < 0 ? "not in the list" : (at + 1) + " of " + state.themeNames().size());
    lines.add(new Swatches("Colours"));
    String bars = settings.is(Toggle.BARS) ? settings.barStyle().spelling() : "off";
    fact("Bars", bars.toLowerCase(Locale.ROOT));
    hint("click or c opens the list · b changes bars");
  }

  private void filter() {
    if (!state.filter().isActive()) {
      fact("Filter", "none");
      fact("Shown", counted(list.flows()));
      hint("click or / types one");
      lines.add(new Hint("words must match, !words must not"));
      return;
    }
    fact("Filter", SafeText.of(state.filter().text().strip(), LONGEST));
    fact("Shown", list.flows() + " of " + counted(shown.flowCount()));
    fact("Totals", "count all flows, SHOWN the listed ones");
    hint("0 clears it · click or / changes it");
  }

  private static String counted(int flows) {
    return flows + (flows == 1 ? " flow" : " flows");
  }

  private void pause() {
    long nanos = newest.head().timeNanos() - shown.head().timeNanos();
    if (state.paused().isPresent()) {
      fact("Screen", "paused");
      fact("Age", Times.duration(nanos) + " behind the newest figures");
      fact("Counting", "goes on");
      hint("click or P resumes");
      return;
    }
    fact("Screen", "running");
    fact("Age", "newest figures came " + Times.duration(moment.newestAgeNanos()) + " ago");
    fact("Source", source());
    hint("click or P pauses, counting goes on");
  }

  private String source() {
    return switch (shown.head().state()) {
      case SourceState.Capturing capturing ->
          state.tips().around().live() ? "capturing" : "playing";
      case SourceState.Restarting restarting ->
          "away: " + SafeText.of(restarting.reason(), LONGEST);
      case SourceState.Ended ended ->
          ended.note().isEmpty() ? "ended" : "ended: " + SafeText.of(ended.note(), LONGEST);
    };
  }

  private void captureFilter() {
    String expression = state.scope().captureFilter();
    LossLedger loss = shown.head().loss();
    fact(
        "Expression",
        expression.isEmpty() ? "none, all is captured" : SafeText.of(expression, LONGEST));
    fact("Matched", shown.head().frames() + " packets, " + Rates.BYTES.text(shown.head().bytes()));
    loss("Kernel", loss.kernel(), "dropped, read too late");
    loss("Interface", loss.device(), "dropped by the device");
    loss("Internal", loss.internal(), "dropped inside iftoprs");
    hint("-f sets it at the start");
  }

  private void loss(String label, long frames, String how) {
    lines.add(
        frames == 0 ? new Fact(label, "nothing dropped") : new Warning(label, frames + " " + how));
  }

  private void scale() {
    Scale scale = Scale.of(shown, settings);
    String top = scale.label(scale.ticks().getLast()) + "/s";
    fact(
        "Range",
        (scale.linear() ? "0" : "1" + (scale.unit() == Rates.BITS ? "b" : "B") + "/s")
            + " to "
            + top);
    fact("Kind", scale.linear() ? "linear" : "logarithmic");
    fact("Peak", scale.unit().text(state.totals(shown).peakBoth()) + "/s in one second");
    alerts(shown.head().alerts(), scale.unit());
    hint("click or L changes the kind · ! lists alerts");
  }

  private void alerts(Alerts alerts, Rates unit) {
    if (!alerts.areWanted()) {
      fact("Alerts", "off, --alert RATE sets a threshold");
      return;
    }
    fact("Alerts", "when a flow reaches " + unit.text(alerts.threshold()) + "/s");
    String raised = alerts.raised() + " so far";
    lines.add(
        alerts.active() == 0
            ? new Fact("State", "quiet, " + raised)
            : new Warning("State", counted(alerts.active()) + " above it now, " + raised));
  }

  private void view() {
    View view = state.place().view();
    fact("Tab", view.title());
    String chain =
        switch (view) {
          case View.Flows flows -> "all flows";
          case View.Groups(Grouping by) -> "all " + by.noun(state.settings()).many();
          case View.FlowsOf(Grouping by, GroupKey group) ->
              by.title().toLowerCase(Locale.ROOT) + " › " + group.label();
        };
    fact("Shows", chain);
    fact("Rows", list.size());
    ScanTip.tell(state, shown, lines);
    hint(
        view instanceof View.FlowsOf
            ? "Esc goes back · Tab or click changes the tab"
            : "Tab or click changes it · Enter opens a row · = rolls up");
  }

  private void help() {
    fact("j k", "next and previous row");
    fact("Space", "all about the selected row");
    fact("/ 0", "filter, clear it");
    fact("1–4", "order by 2, 10, 40 s, total");
    fact("Tab", "flows, processes, publishers");
    fact("P o", "pause, freeze the order");
    fact("c b", "themes, bars");
    fact("q", "quit");
    hint("click or ? lists all keys");
  }
}
