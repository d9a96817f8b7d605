package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.sample.SampleTraffic;
import org.junit.jupiter.api.Test;

class SinceTest {

  private static final String HERE = "192.168.1.20:1000";
  private static final String THERE = "203.0.113.1:443";

  private final SampleTraffic traffic = new SampleTraffic();
  private final Pressed screen =
      new Pressed(traffic.tcp(HERE, THERE, 9000, 8000).tick(), LookUps.NONE);

  private Totals totals() {
    return screen.state().totals(traffic.newest());
  }

  @Test
  void totals_and_peaks_begin_anew_and_forget_what_was_before() {
    screen.press(new Command.ResetTotals());
    assertThat(totals().bytes(Side.BOTH)).isZero();
    assertThat(totals().peak(Side.BOTH)).isZero();

    screen.show(traffic.tcp(HERE, THERE, 500, 100).tick());
    screen.show(traffic.tcp(HERE, THERE, 200, 300).tick());

    assertThat(totals().bytes(Side.SENT)).isEqualTo(700);
    assertThat(totals().bytes(Side.RECEIVED)).isEqualTo(400);
    assertThat(totals().sentPackets()).isEqualTo(2);
    assertThat(totals().receivedPackets()).isEqualTo(2);
    assertThat(totals().peak(Side.SENT)).isEqualTo(500);
    assertThat(totals().peak(Side.RECEIVED)).isEqualTo(300);
    assertThat(totals().peak(Side.BOTH)).isEqualTo(600);
  }

  @Test
  void seconds_between_two_looks_count_for_the_peak() {
    screen.press(new Command.ResetTotals());
    traffic.tcp(HERE, THERE, 4000, 0).tick();
    traffic.tick();
    screen.show(traffic.tcp(HERE, THERE, 10, 0).tick());

    assertThat(totals().peak(Side.SENT)).isEqualTo(4000);
  }

  @Test
  void rates_are_those_of_the_window_whenever_one_began_to_count() {
    screen.press(new Command.ResetTotals());

    assertThat(totals().rates(Side.SENT).two()).isEqualTo(9000);
  }
}
