package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.packet.KeyBits;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.SourceState;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedFlowsTest {

  private static final long SECOND = 1_000_000_000L;

  private final Random random = new Random(4);

  /** Every flow that was put is there with all its figures, or was told to be forgotten. */
  @ParameterizedTest
  @ValueSource(ints = {4, 16, 17, 1_000})
  void gives_back_all_that_it_did_not_forget(int maxFlows) {
    FoldedFlows folded = new FoldedFlows(maxFlows, Long.MAX_VALUE);
    Map<Long, long[]> kept = new HashMap<>();
    Set<Long> forgotten = new HashSet<>();
    int most = 0;
    int returned = 0;
    for (int round = 0; round < 50_000; round++) {
      long key = random.nextLong(20L * maxFlows);
      long hash = KeyBits.hash(0, key, 0, key, 6);
      long[] back = record(0, 0);
      boolean known = folded.takeBack(hash, back, 0);
      assertThat(known).isEqualTo(kept.containsKey(hash));
      if (known) {
        assertThat(back).isEqualTo(kept.remove(hash));
        returned++;
      }
      long[] record = record(1 + random.nextInt(1 << 19), random.nextLong(1L << 38));
      kept.put(hash, record.clone());
      long lost = folded.put(hash, record, 0);
      if (lost != FoldedFlows.NOTHING) {
        kept.remove(lost);
        forgotten.add(lost);
      }
      most = Math.max(most, kept.size());
    }
    assertThat(most).isBetween(maxFlows * 5 / 2, maxFlows * 6 + FoldedFlows.WAYS);
    assertThat(forgotten).isNotEmpty();
    assertThat(returned).isGreaterThan(1_000);
  }

  @Test
  void takes_no_more_memory_than_it_may() {
    FoldedFlows folded = new FoldedFlows(1_000_000, 1_000);
    int kept = 0;
    for (int flow = 1; flow <= 1_000; flow++) {
      kept +=
          folded.put(KeyBits.hash(0, flow, 0, 0, 6), record(1, 60), 0) == FoldedFlows.NOTHING
              ? 1
              : 0;
    }
    assertThat(kept).isEqualTo(4 * FoldedFlows.WAYS);
  }

  @Test
  void figures_that_do_not_fit_are_not_kept() {
    FoldedFlows folded = new FoldedFlows(16, Long.MAX_VALUE);
    assertThat(folded.put(77, record(1 << 20, 5), 0)).isEqualTo(77);
    assertThat(folded.put(77, record(5, 1L << 39), 0)).isEqualTo(77);
    assertThat(folded.takeBack(77, record(0, 0), 0)).isFalse();
    long[] largest = record((1 << 20) - 1, (1L << 39) - 1);
    assertThat(folded.put(77, largest.clone(), 0)).isEqualTo(FoldedFlows.NOTHING);
    long[] back = record(0, 0);
    assertThat(folded.takeBack(77, back, 0)).isTrue();
    assertThat(back).isEqualTo(largest);
  }

  private long[] record(long packets, long bytes) {
    long[] record = new long[FlowRecord.TABLE_STRIDE];
    record[FlowRecord.FIRST_SEEN] = packets == 0 ? Long.MAX_VALUE : random.nextLong();
    record[FlowRecord.LAST_SEEN] = packets == 0 ? Long.MIN_VALUE : random.nextLong();
    record[FlowRecord.FLAGS] = packets == 0 ? 0 : random.nextInt(256);
    record[FlowRecord.SENT_BYTES] = bytes;
    record[FlowRecord.RECEIVED_BYTES] = bytes / 3;
    record[FlowRecord.SENT_PACKETS] = packets;
    record[FlowRecord.RECEIVED_PACKETS] = packets / 2;
    return record;
  }

  /** A table that is far too small tells of each flow what a large one does, or that it cannot. */
  @Test
  void what_is_not_marked_as_partial_is_exact() {
    List<TestFrame> frames = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      int flow = random.nextInt(20) == 0 ? random.nextInt(20_000) : random.nextInt(300);
      String local = "10.0." + flow / 250 + "." + flow % 250 + ":1";
      long time = i * 500_000L - random.nextInt(3) * SECOND;
      frames.add(
          random.nextBoolean()
              ? TestFrames.udp(local, "8.8.8.8:53", 60 + random.nextInt(1400)).at(time)
              : TestFrames.udp("8.8.8.8:53", local, 60 + random.nextInt(1400)).at(time));
    }
    Map<FlowKey, String> exact = flows(frames, MeterOptions.REPORT);
    Map<FlowKey, String> small = flows(frames, MeterOptions.REPORT.withMaxFlows(512));
    int partial = 0;
    for (Map.Entry<FlowKey, String> flow : small.entrySet()) {
      if (flow.getValue().endsWith("partial")) {
        partial++;
      } else {
        assertThat(flow.getValue()).isEqualTo(exact.get(flow.getKey()));
      }
    }
    assertThat(small.size()).isBetween(384, 512);
    assertThat(partial).isBetween(1, 40);
  }

  private static Map<FlowKey, String> flows(List<TestFrame> frames, MeterOptions options) {
    FlowMeter meter = new FlowMeter(options, CaptureDevice.named("test"), snapshot -> {});
    frames.forEach(frame -> meter.onFrame(frame.toFrame()));
    meter.finish(SourceState.ENDED);
    Report report = meter.report();
    Map<FlowKey, String> flows = new HashMap<>();
    long bytes = 0;
    long packets = 0;
    for (int i = 0; i < report.size(); i++) {
      FlowSnapshot flow = report.flow(i);
      bytes += flow.bytes(Side.BOTH);
      packets += flow.packets(Side.BOTH);
      flows.put(flow.key(), Accounts.flow(flow) + (flow.partial() ? " partial" : ""));
    }
    for (Unaccounted bucket : report.head().unaccounted()) {
      bytes += bucket.bytes();
      packets += bucket.packets();
      Unaccounted.Sides sides = bucket.sides().orElseThrow();
      assertThat(sides.sent() + sides.received()).isEqualTo(bucket.bytes());
    }
    assertThat(bytes).isEqualTo(report.head().bytes());
    assertThat(packets).isEqualTo(report.head().frames());
    return flows;
  }
}
