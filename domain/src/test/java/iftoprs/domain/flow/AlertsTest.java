package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.Frame;
import iftoprs.ports.SourceState;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {

  private static final int START = 1_700_000_000;

  private final List<Snapshot> snapshots = new ArrayList<>();

  private FlowMeter meter(MeterOptions options) {
    return new FlowMeter(options, CaptureDevice.named("eth0"), snapshots::add);
  }

  /** One frame in the middle of each second, of so many bytes; none for 0. */
  private Alerts after(MeterOptions options, int... sizes) {
    FlowMeter meter = meter(options);
    meter.start(START * 1_000_000_000L);
    for (int second = 0; second < sizes.length; second++) {
      if (sizes[second] > 0) {
        meter.onFrame(
            TestFrames.udp("10.0.0.1:1000", "192.0.2.1:53", 60)
                .onWire(sizes[second])
                .atSeconds(START + second + 0.5)
                .toFrame());
      }
      meter.advanceTo((START + second + 1) * 1_000_000_000L);
    }
    return snapshots.getLast().head().alerts();
  }

  private static List<Integer> seconds(Alerts alerts) {
    return alerts.recent().stream()
        .map(alert -> (int) (alert.timeNanos() / 1_000_000_000L - START))
        .toList();
  }

  private static MeterOptions at(long threshold) {
    return MeterOptions.TICKS.withAlertThreshold(threshold);
  }

  @Test
  void a_flow_alerts_once_when_a_second_reaches_the_threshold() {
    Alerts alerts = after(at(1000), 999, 1000, 5000, 3000);

    assertThat(seconds(alerts)).containsExactly(2);
    Alert alert = alerts.recent().getFirst();
    assertThat(alert.rate()).isEqualTo(1000);
    assertThat(alert.sent()).isEqualTo(1000);
    assertThat(alert.received()).isZero();
    assertThat(alert.threshold()).isEqualTo(1000);
    assertThat(alert.device()).isEqualTo("eth0");
    assertThat(alert.key().remote()).isEqualTo(TestFrames.endpoint("192.0.2.1:53"));
    assertThat(alerts.active()).isEqualTo(1);
  }

  @Test
  void a_wobble_about_the_threshold_is_one_alert_and_four_fifths_end_it() {
    assertThat(seconds(after(at(1000), 1000, 900, 1000, 800, 1000))).containsExactly(1);
    assertThat(seconds(after(at(1000), 1000, 799, 1000))).containsExactly(1, 3);
  }

  @Test
  void a_flow_that_fell_silent_alerts_again_even_after_it_was_forgotten() {
    int[] sizes = new int[60];
    sizes[0] = 2000;
    sizes[50] = 2000;

    Alerts alerts = after(at(1000), sizes);
    assertThat(seconds(alerts)).containsExactly(1, 51);
    assertThat(alerts.active()).isZero();
  }

  @Test
  void both_directions_count_together() {
    FlowMeter meter = meter(at(1000));
    meter.onFrame(frame("10.0.0.1:1000", "192.0.2.1:53", 600));
    meter.onFrame(frame("192.0.2.1:53", "10.0.0.1:1000", 400));
    meter.finish(SourceState.ENDED);

    Alert alert = snapshots.getLast().head().alerts().recent().getFirst();
    assertThat(List.of(alert.sent(), alert.received())).containsExactly(600L, 400L);
  }

  private static Frame frame(String from, String to, int bytes) {
    return TestFrames.udp(from, to, 60).onWire(bytes).atSeconds(START).toFrame();
  }

  @Test
  void every_second_is_judged_not_only_that_of_a_tick() {
    Alerts alerts = after(at(1000).withRefreshSeconds(5), 0, 2000, 0, 2000, 0);

    assertThat(snapshots).hasSize(1);
    assertThat(seconds(alerts)).containsExactly(2, 4);
    assertThat(alerts.active()).isZero();
  }

  @Test
  void of_a_crowd_the_heaviest_are_remembered_and_all_are_counted() {
    FlowMeter meter = meter(at(1000));
    for (int i = 0; i < 250; i++) {
      meter.onFrame(frame("10.0.0.1:" + (1000 + i), "192.0.2.1:53", 1000 + i));
    }
    meter.finish(SourceState.ENDED);

    Alerts alerts = snapshots.getLast().head().alerts();
    assertThat(alerts.raised()).isEqualTo(250);
    assertThat(alerts.recent()).hasSize(100);
    assertThat(alerts.recent().getFirst().rate()).isEqualTo(1150);
    assertThat(alerts.recent().getLast().rate()).isEqualTo(1249);
    assertThat(alerts.recent()).extracting(Alert::number).startsWith(151L, 152L).endsWith(250L);
  }

  @Test
  void the_newest_hundred_are_remembered() {
    int[] sizes = new int[300];
    for (int second = 0; second < sizes.length; second += 2) {
      sizes[second] = 2000;
    }
    Alerts alerts = after(at(1000), sizes);

    assertThat(alerts.raised()).isEqualTo(150);
    assertThat(alerts.recent()).hasSize(Alerts.MOST);
    assertThat(alerts.recent().getLast().number()).isEqualTo(150);
    assertThat(alerts.since(148)).extracting(Alert::number).containsExactly(149L, 150L);
    assertThat(alerts.since(150)).isEmpty();
    assertThat(alerts.since(0)).hasSize(Alerts.MOST);
  }

  @Test
  void without_a_threshold_there_are_none() {
    Alerts alerts = after(MeterOptions.TICKS, 1_000_000_000);

    assertThat(alerts).isEqualTo(Alerts.NONE);
    assertThat(alerts.areWanted()).isFalse();
  }
}
