package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Flag;
import iftoprs.ports.Preferences.Real;
import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Value;
import iftoprs.ports.Preferences.Whole;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertThresholdTest {

  private static long of(Value value) {
    return AlertThreshold.of(new Preferences(Map.of("alert_threshold", value)));
  }

  @Test
  void numbers_are_bytes_a_second_and_texts_are_read_as_on_the_command_line() {
    assertThat(of(new Whole(1_000_000))).isEqualTo(1_000_000);
    assertThat(of(new Real(2.5e6))).isEqualTo(2_500_000);
    assertThat(of(new Text("8Mbit"))).isEqualTo(1_000_000);
  }

  @Test
  void what_cannot_be_a_rate_raises_no_alerts() {
    assertThat(of(new Whole(-1))).isZero();
    assertThat(of(new Real(Double.NaN))).isZero();
    assertThat(of(new Real(1e300))).isZero();
    assertThat(of(new Text("fast"))).isZero();
    assertThat(of(new Flag(true))).isZero();
    assertThat(AlertThreshold.of(new Preferences(Map.of()))).isZero();
  }
}
