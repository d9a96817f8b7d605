package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.ColourMode;
import iftoprs.adapters.tui.grid.DiffWriter;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.Office;
import iftoprs.domain.sample.SampleTraffic;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Listing;
import iftoprs.domain.screen.LookUps;
import iftoprs.domain.screen.Prompt;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.TipText.Moment;
import iftoprs.domain.screen.Update;
import iftoprs.ports.HostNames;
import iftoprs.ports.IpAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** How long a tick takes on the screen's thread with many flows: list, settle, draw, diff. */
final class ScreenMeasurement {

  private static final Moment MOMENT = Stage.moment(Themes.standard());
  private static final int ROUNDS = 300;

  /** A name for every host, found as the adapter's cache finds it. */
  private static final Map<IpAddress, Optional<String>> CACHE = new HashMap<>();

  private static final HostNames NAMES = address -> CACHE.getOrDefault(address, Optional.empty());

  private ScreenMeasurement() {}

  public static void main(String[] arguments) {
    int flows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    Snapshot[] snapshots = snapshots(flows);
    measure("by rate", snapshots);
    measure("selected", snapshots, new Command.MoveToFirst(), new Command.Move(500));
    measure("processes", snapshots, new Command.NextTab(1));
    measure("frozen", snapshots, new Command.Freeze());
    measure(
        "filtered",
        snapshots,
        new Command.OpenFilter(),
        new Command.EditFilter(new Prompt.Insert("https 10.1")));
  }

  private static Snapshot[] snapshots(int flows) {
    SampleTraffic traffic = new SampleTraffic();
    Random random = new Random(1);
    Snapshot[] snapshots = new Snapshot[4];
    for (int i = 0; i < snapshots.length; i++) {
      for (int flow = 0; flow < flows; flow++) {
        String host = "10.1." + (flow >> 8 & 255) + "." + (flow & 255);
        String remote = host + ":443";
        CACHE.computeIfAbsent(
            IpAddress.parse(host).orElseThrow(), key -> Optional.of("Host-" + host + ".example"));
        String local = "192.168.1.20:" + (10_000 + (flow >> 16));
        traffic.tcp(local, remote, 60 + random.nextInt(100_000), random.nextInt(1_000_000));
      }
      snapshots[i] = traffic.tick();
    }
    return snapshots;
  }

  private static void measure(String name, Snapshot[] snapshots, Command... commands) {
    ScreenState state = ScreenState.initial(Settings.DEFAULT, Themes.names(), 200, 60);
    LookUps known = LookUps.of(NAMES, Office.serviceNames());
    Listing list = Listing.of(snapshots[0], state, known);
    for (Command command : commands) {
      state = Update.apply(state, command, list).state();
    }
    Grid grid = new Grid(200, 60);
    DiffWriter diff = new DiffWriter(ColourMode.TRUECOLOUR);
    long[] tick = new long[ROUNDS];
    long[] drawn = new long[ROUNDS];
    long bytes = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Snapshot snapshot = snapshots[i % snapshots.length];
      long start = System.nanoTime();
      list = Listing.of(snapshot, state, known);
      state = Update.settle(state, list).state();
      long listed = System.nanoTime();
      MainScreen.draw(grid, state, list, snapshot, Themes.standard(), MOMENT);
      bytes += diff.encode(grid);
      long end = System.nanoTime();
      tick[i] = listed - start;
      drawn[i] = end - listed;
    }
    System.out.printf(
        "%-10s list %s, draw and diff %s, %d bytes a frame%n",
        name, summary(tick), summary(drawn), bytes / ROUNDS);
  }

  private static String summary(long[] nanos) {
    long[] settled = Arrays.copyOfRange(nanos, ROUNDS / 3, ROUNDS);
    Arrays.sort(settled);
    return "%.2f ms median, %.2f ms p99"
        .formatted(settled[settled.length / 2] / 1e6, settled[settled.length * 99 / 100] / 1e6);
  }
}
