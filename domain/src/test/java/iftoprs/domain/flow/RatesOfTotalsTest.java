package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A second of a flow is what its totals gained in it, wherever the second begins. */
class RatesOfTotalsTest {

  private static final long SECOND = 1_000_000_000L;

  private final List<Snapshot> snapshots = new ArrayList<>();
  private final FlowMeter meter =
      new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("test"), snapshots::add);

  private void send(long timeNanos, int bytes) {
    meter.onFrame(TestFrames.udp("10.0.0.1:1", "8.8.8.8:53", bytes).at(timeNanos).toFrame());
  }

  private void answer(long timeNanos, int bytes) {
    meter.onFrame(TestFrames.udp("8.8.8.8:53", "10.0.0.1:1", bytes).at(timeNanos).toFrame());
  }

  private FlowSnapshot flow() {
    return snapshots.getLast().flow(0);
  }

  @Test
  void the_first_second_is_told_while_it_lasts_and_not_twice() {
    meter.start(0);
    send(1, 100);
    answer(2, 60);
    meter.preview(SECOND / 2);
    assertThat(flow().rate(Window.TWO, Side.SENT)).isEqualTo(200);
    assertThat(flow().rate(Window.TWO, Side.RECEIVED)).isEqualTo(120);
    send(SECOND / 2 + 1, 100);
    meter.preview(SECOND - 1);
    meter.advanceTo(SECOND);
    assertThat(flow().rate(Window.TWO, Side.SENT)).isEqualTo(200);
    assertThat(flow().rate(Window.TWO, Side.RECEIVED)).isEqualTo(60);
    assertThat(snapshots.getLast().head().totals().sent().two()).isEqualTo(200);
  }

  @Test
  void what_a_flow_had_before_it_was_idle_is_of_no_second_after() {
    meter.start(0);
    send(1, 1_000);
    answer(2, 500);
    meter.advanceTo(50 * SECOND);
    assertThat(snapshots.getLast().flowCount()).isZero();
    send(50 * SECOND + 1, 100);
    answer(50 * SECOND + 2, 60);
    meter.advanceTo(51 * SECOND);
    assertThat(flow().rate(Window.TWO, Side.SENT)).isEqualTo(50);
    assertThat(flow().rate(Window.TWO, Side.RECEIVED)).isEqualTo(30);
    assertThat(flow().bytes(Side.BOTH)).isEqualTo(1_660);
  }

  @Test
  void a_flow_of_interest_that_goes_on_in_its_last_second_is_listed_once() {
    meter.start(0);
    send(1, 100);
    meter.advanceTo(SECOND);
    FlowKey key = flow().key();
    meter.interest(new Interest(Set.of(key)));
    meter.advanceTo(40 * SECOND);
    assertThat(snapshots.getLast().flowCount()).isEqualTo(1);
    send(40 * SECOND + 1, 60);
    meter.advanceTo(41 * SECOND);
    assertThat(snapshots.getLast().flowCount()).isEqualTo(1);
    assertThat(flow().rate(Window.TWO, Side.SENT)).isEqualTo(30);
    Accounts.check(snapshots.getLast());
  }
}
