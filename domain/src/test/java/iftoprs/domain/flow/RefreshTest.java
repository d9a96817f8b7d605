package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefreshTest {

  private static final long SECOND = 1_000_000_000L;

  private final List<Snapshot> ticks = new ArrayList<>();
  private final FlowMeter meter =
      new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("test0"), ticks::add);

  private void run(int fromSecond, int toSecond) {
    for (int second = fromSecond; second < toSecond; second++) {
      meter.onFrame(TestFrames.udp("10.0.0.1:1", "10.0.0.2:2", 1000).atSeconds(second).toFrame());
    }
    meter.advanceTo(toSecond * SECOND);
  }

  @Test
  void another_interval_counts_from_the_next_slot() {
    meter.start(0);
    run(0, 3);
    meter.refresh(5);
    run(3, 10);

    assertThat(ticks)
        .extracting(tick -> tick.head().timeNanos() / SECOND)
        .containsExactly(1L, 2L, 3L, 5L, 10L);
    assertThat(ticks.getLast().head().refreshSeconds()).isEqualTo(5);
  }

  @Test
  void a_history_keeps_the_rate_across_a_change_of_the_interval() {
    meter.start(0);
    run(0, 3);
    FlowKey key = ticks.getLast().flow(0).key();
    meter.interest(new Interest(Set.of(key)));
    meter.refresh(10);
    run(3, 10);

    assertThat(ticks.getLast().flow(0).history()).containsOnly(1000).hasSize(4);
  }
}
