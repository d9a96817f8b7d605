package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.owner.ScanCost;
import iftoprs.domain.sample.Office;
import iftoprs.domain.sample.SampleTraffic;
import iftoprs.domain.screen.TipText.Moment;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.LinkDetails;
import iftoprs.ports.SourceState;
import iftoprs.ports.Transport;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TipTextTest {

  private static final Moment MOMENT =
      new Moment(77, 2_500_000_000L, "Neon Sprawl", ZoneOffset.ofHours(2));

  private Snapshot shown = new Office().after(3);
  private Snapshot newest = shown;
  private ScreenState state = ScreenState.initial(Settings.DEFAULT, List.of("NeonSprawl"), 120, 35);

  private Listing list() {
    return Listing.of(shown, state, LookUps.NONE);
  }

  private void press(Command... commands) {
    for (Command command : commands) {
      state = Update.apply(state, command, list()).state();
    }
  }

  private List<String> told(Segment segment) {
    return lines(TipText.of(segment, state, list(), newest, MOMENT));
  }

  private List<String> toldOfFlow() {
    return lines(TipText.of(state, list(), newest, MOMENT).orElseThrow());
  }

  private static List<String> lines(TipText text) {
    List<String> lines = new ArrayList<>();
    for (TipText.Line line : text.lines()) {
      switch (line) {
        case TipText.Fact fact -> lines.add((fact.label() + " " + fact.value()).strip());
        case TipText.Warning warning -> lines.add("! " + warning.label() + " " + warning.value());
        case TipText.Figures figures ->
            lines.add(figures.label() + " " + String.join(" ", figures.cells()));
        case TipText.Plot plot -> lines.add("plot of " + plot.samples().length);
        case TipText.Swatches swatches -> lines.add("swatches");
        case TipText.Hint hint -> lines.add("> " + hint.text());
        case TipText.Gap gap -> {
          // Nothing to read.
        }
      }
    }
    return lines;
  }

  private static SampleTraffic traffic() {
    return new SampleTraffic().tcp("192.168.1.20:1000", "203.0.113.1:443", 100, 200);
  }

  private void show(Snapshot snapshot) {
    shown = snapshot;
    newest = snapshot;
  }

  private void device(LinkDetails details) {
    state = state.within(new Surroundings(Surroundings.About.UNKNOWN, true, Optional.of(details)));
  }

  @Test
  void a_device_without_a_carrier_is_warned_of() {
    device(
        new LinkDetails(
            Optional.of(false), OptionalInt.of(9000), OptionalInt.empty(), Optional.empty()));
    assertThat(told(Segment.INTERFACE))
        .containsExactly(
            "Name eth0",
            "MAC 02:00:00:00:00:01",
            "Addresses 192.168.1.20/24",
            "2001:db8::20/64",
            "MTU 9000 bytes",
            "! State no carrier",
            "Link not known",
            "> click or i lists the devices");
  }

  @Test
  void a_device_that_is_away_says_why() {
    device(LinkDetails.UNKNOWN);
    show(traffic().source(CaptureStats.NONE, new SourceState.Restarting("gone", 1, 5)).tick());
    assertThat(told(Segment.INTERFACE)).contains("! State away: gone", "MTU not known");
    assertThat(told(Segment.PAUSE)).contains("Source away: gone");
  }

  @Test
  void a_file_has_neither_mtu_nor_state_of_a_link() {
    show(traffic().source(CaptureStats.NONE, SourceState.ENDED).tick());
    assertThat(told(Segment.INTERFACE))
        .contains("Source a capture file, played back", "MTU none", "State at its end");
    assertThat(told(Segment.CLOCK)).contains("> the time of the file, not of this machine");
  }

  @Test
  void times_are_those_of_the_zone() {
    assertThat(told(Segment.CLOCK))
        .contains("Time 2026-03-01 16:03:23", "Started 2026-03-01 16:03:20", "Elapsed 3 s");
  }

  @Test
  void order_tells_key_direction_and_freeze() {
    assertThat(told(Segment.SORT))
        .contains("Order by rate over 2 s", "Direction heaviest first", "Frozen no");
    press(new Command.Flip(Toggle.REVERSED), new Command.Freeze(), new Command.NextLineMode());
    press(new Command.NextLineMode());
    assertThat(told(Segment.SORT))
        .contains("Direction lightest first", "Frozen yes, o lets it go", "Counted what is sent");
    press(new Command.Sort(SortBy.SOURCE));
    assertThat(told(Segment.SORT)).contains("Order by source", "Direction from Z to A");
  }

  @Test
  void refresh_tells_interval_and_frames() {
    assertThat(told(Segment.REFRESH))
        .contains("Interval 1 s", "Cycle 1 → 2 → 5 → 10 s, and round", "Drawn 77 frames");
  }

  @Test
  void a_filter_tells_its_hits() {
    assertThat(told(Segment.FILTER)).contains("Filter none", "Shown 16 flows");
    press(new Command.OpenFilter(), new Command.EditFilter(new Prompt.Insert("udp\u001b")));
    assertThat(told(Segment.FILTER)).contains("Filter udp�", "Shown 0 of 16 flows");
    assertThat(told(Segment.FLOWS)).contains("Hidden 16, by the filter or the view");
  }

  @Test
  void a_pause_tells_how_old_the_figures_are() {
    assertThat(told(Segment.PAUSE))
        .contains("Screen running", "Age newest figures came 2 s ago", "Source playing");
    press(new Command.Pause());
    newest = new Office().after(60);
    assertThat(told(Segment.PAUSE))
        .contains("Screen paused", "Age 57 s behind the newest figures", "> click or P resumes");
  }

  @Test
  void losses_are_warnings() {
    show(traffic().source(new CaptureStats(10, 5, 2), SourceState.CAPTURING).tick());
    state = state.withScope(new CaptureScope("tcp", "10.0.0.0/8"));
    assertThat(told(Segment.CAPTURE_FILTER))
        .contains(
            "Expression tcp",
            "Matched 2 packets, 300B",
            "! Kernel 5 dropped, read too late",
            "! Interface 2 dropped by the device",
            "Internal nothing dropped");
    assertThat(told(Segment.LOCAL_NET)).contains("Network 10.0.0.0/8", "Origin given with -F");
  }

  @Test
  void a_network_that_nobody_named_is_that_of_the_device() {
    assertThat(told(Segment.LOCAL_NET))
        .contains("Network 192.168.1.0/24", "2001:db8::/64", "Origin automatic, of the device");
  }

  @Test
  void the_scale_tells_its_range_and_kind() {
    assertThat(told(Segment.SCALE)).contains("Range 1b/s to 1Gb/s", "Kind logarithmic");
    press(new Command.Flip(Toggle.LINEAR));
    assertThat(told(Segment.SCALE)).contains("Range 0 to 50Mb/s", "Kind linear");
  }

  @Test
  void the_scale_tells_whether_flows_are_above_the_threshold() {
    assertThat(told(Segment.SCALE)).contains("Alerts off, --alert RATE sets a threshold");
    SampleTraffic traffic = new SampleTraffic(1000);
    show(traffic.tcp("192.168.1.20:1000", "203.0.113.1:443", 100, 200).tick());
    assertThat(told(Segment.SCALE))
        .contains("Alerts when a flow reaches 8.00kb/s", "State quiet, 0 so far");
    show(traffic.tcp("192.168.1.20:1000", "203.0.113.1:443", 900, 200).tick());
    assertThat(told(Segment.SCALE)).contains("! State 1 flow above it now, 1 so far");
  }

  @Test
  void the_view_tells_how_one_came_there() {
    press(new Command.NextTab(1));
    assertThat(told(Segment.VIEW)).contains("Tab Processes", "Shows all processes");
    press(new Command.MoveToFirst(), new Command.Enter());
    assertThat(told(Segment.VIEW))
        .contains(
            "Shows processes › 4312:firefox", "> Esc goes back · Tab or click changes the tab");
  }

  @Test
  void the_view_tells_what_looking_for_owners_costs() {
    device(LinkDetails.UNKNOWN);
    assertThat(told(Segment.VIEW))
        .contains(
            "Owners looked up 1.4 times a second",
            "Cost 0.61 % of a core; the last look took 4.2 ms");
    ScanCost lsof = new ScanCost(3, 46_150_000, 1, 46_150_000, 2_000_000_000L, false);
    show(traffic().scans(lsof).tick());
    assertThat(told(Segment.VIEW))
        .contains(
            "Owners looked up 0.5 times a second",
            "Cost 2.31 % of the time, of a core unknown; the last look took 46.2 ms");
    show(traffic().tick());
    assertThat(told(Segment.VIEW)).contains("Owners being looked up…");
    press(new Command.Flip(Toggle.PROCESSES));
    assertThat(told(Segment.VIEW)).contains("Owners look-up is off, Z switches it on");
  }

  @Test
  void of_a_file_nobody_looks_for_owners() {
    assertThat(told(Segment.VIEW)).noneMatch(line -> line.startsWith("Owners"));
  }

  @Test
  void pins_are_counted() {
    press(new Command.MoveToFirst(), new Command.TogglePin());
    state = Update.settle(state, list()).state();
    assertThat(told(Segment.FLOWS)).contains("Active 16", "Pinned 1 flow by 1 pin");
  }

  @Test
  void a_flow_without_an_owner_tells_why() {
    show(traffic().tick());
    press(new Command.MoveToFirst(), new Command.ExplainRow());
    assertThat(toldOfFlow())
        .contains(
            "Source 192.168.1.20:1000",
            "Destination 203.0.113.1:443",
            "Protocol TCP",
            "Process none: no socket of this host matches",
            "plot of 0",
            "Seen first 16:03:20, 1 s ago; last 16:03:20, 1 s ago");
  }

  @Test
  void a_narrow_screen_has_sums_in_lines_of_their_own() {
    SampleTraffic traffic = traffic();
    traffic.owner(Transport.TCP, "192.168.1.20:1000", "203.0.113.1:443", 7, "c\u001b[2Jurl");
    show(traffic.tick());
    press(new Command.Resize(40, 10), new Command.MoveToFirst(), new Command.ExplainRow());
    assertThat(toldOfFlow())
        .contains(
            "bit/s 2s 10s 40s",
            "since start total packets",
            "TX+RX 300B     2",
            "Process 7:c�[2Jurl",
            "Known by its own socket (exact)");
  }
}
