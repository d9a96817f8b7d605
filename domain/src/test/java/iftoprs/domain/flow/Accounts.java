package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Figures of a snapshot by name, and the accounting identity. */
final class Accounts {

  private Accounts() {}

  /** Frames and bytes received are flows shown and not shown and buckets, and nothing else. */
  static void check(Snapshot snapshot) {
    Snapshot.Head head = snapshot.head();
    long packets = head.idle().packets() + head.unrated().packets();
    long hidden = head.idle().bytes() + head.unrated().bytes();
    long bytes = hidden;
    long foldedBytes = 0;
    for (Unaccounted bucket : snapshot.head().unaccounted()) {
      packets += bucket.packets();
      bytes += bucket.bytes();
      if (bucket.sides().isPresent()) {
        Unaccounted.Sides sides = bucket.sides().orElseThrow();
        foldedBytes += bucket.bytes();
        assertThat(sides.sent() + sides.received()).isEqualTo(bucket.bytes());
      }
    }
    long unaccounted = bytes - hidden - foldedBytes;
    for (int i = 0; i < snapshot.flowCount(); i++) {
      packets += snapshot.flow(i).packets(Side.BOTH);
      bytes += snapshot.flow(i).bytes(Side.BOTH);
    }
    Totals totals = snapshot.head().totals();
    assertThat(packets).isEqualTo(snapshot.head().frames());
    assertThat(bytes).isEqualTo(snapshot.head().bytes());
    assertThat(totals.bytes(Side.BOTH) + unaccounted).isEqualTo(snapshot.head().bytes());
  }

  static Map<String, String> totals(Snapshot snapshot) {
    Map<String, String> figures = new LinkedHashMap<>();
    Totals totals = snapshot.head().totals();
    figures.put("flows", "" + snapshot.flowCount());
    figures.put("frames", "" + snapshot.head().frames());
    figures.put("bytes", "" + snapshot.head().bytes());
    figures.put("tx_bytes", "" + totals.sentBytes());
    figures.put("rx_bytes", "" + totals.receivedBytes());
    figures.put("peak_tx", "" + totals.peakSent());
    figures.put("peak_rx", "" + totals.peakReceived());
    figures.put("peak_total", "" + totals.peakBoth());
    for (Window window : Window.values()) {
      String suffix = "_" + window.seconds() + "s";
      figures.put("tx" + suffix, "" + totals.sent().over(window));
      figures.put("rx" + suffix, "" + totals.received().over(window));
      figures.put("both" + suffix, "" + totals.both().over(window));
    }
    figures.put("idle_flows", "" + snapshot.head().idle().flows());
    figures.put("idle_bytes", "" + snapshot.head().idle().bytes());
    figures.put("unrated_flows", "" + snapshot.head().unrated().flows());
    figures.put("unrated_bytes", "" + snapshot.head().unrated().bytes());
    figures.put("steps", "" + snapshot.head().loss().timeSteps());
    figures.put("state", ScenarioTest.state(snapshot.head().state()));
    for (Unaccounted bucket : snapshot.head().unaccounted()) {
      figures.put(bucket.bucket().word(), "" + bucket.bytes());
    }
    return figures;
  }

  static Map<String, String> flow(FlowSnapshot flow) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("tx_bytes", "" + flow.bytes(Side.SENT));
    figures.put("rx_bytes", "" + flow.bytes(Side.RECEIVED));
    figures.put("tx_packets", "" + flow.packets(Side.SENT));
    figures.put("rx_packets", "" + flow.packets(Side.RECEIVED));
    for (Window window : Window.values()) {
      String suffix = "_" + window.seconds() + "s";
      figures.put("tx" + suffix, "" + flow.rate(window, Side.SENT));
      figures.put("rx" + suffix, "" + flow.rate(window, Side.RECEIVED));
      figures.put("both" + suffix, "" + flow.rate(window, Side.BOTH));
    }
    figures.put("basis", flow.directionRule().word());
    figures.put("partial", "" + flow.partial());
    figures.put("first", "" + (flow.firstSeenNanos() - Scenario.EPOCH_NANOS) / 1e9);
    figures.put("last", "" + (flow.lastSeenNanos() - Scenario.EPOCH_NANOS) / 1e9);
    return figures;
  }

  /** Adds the figures of each snapshot and its time to a list, after checking the identity. */
  static Consumer<Snapshot> collector(List<List<String>> target) {
    return snapshot -> {
      check(snapshot);
      List<String> all = figures(snapshot);
      all.add("at " + snapshot.head().timeNanos());
      target.add(all);
    };
  }

  /** All figures of a snapshot that must not depend on the refresh interval. */
  static List<String> figures(Snapshot snapshot) {
    List<String> figures = new ArrayList<>();
    figures.add(totals(snapshot).toString());
    for (int i : snapshot.order(Window.TWO, Side.BOTH)) {
      figures.add(snapshot.flow(i).key() + " " + flow(snapshot.flow(i)));
    }
    return figures;
  }
}
