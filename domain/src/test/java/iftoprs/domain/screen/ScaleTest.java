package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.SampleTraffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  private static Snapshot peak(long bytesPerSecond) {
    return new SampleTraffic().tcp("192.168.1.20:1", "192.0.2.1:2", bytesPerSecond, 0).tick();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1e9",
    "125000000, 1e9",
    "126000000, 1e10",
    "1300000000, 1e11",
    "100000000000, 1e11",
  })
  void the_upper_end_is_the_decade_that_holds_the_peak(long bytes, double top) {
    assertThat(Scale.of(peak(bytes), Settings.DEFAULT).top()).isEqualTo(top);
  }

  @Test
  void a_logarithmic_scale_gives_each_decade_the_same_room() {
    Scale scale = Scale.of(peak(0), Settings.DEFAULT);

    assertThat(scale.fraction(0)).isZero();
    assertThat(scale.fraction(125)).isCloseTo(3 / 9.0, within(1e-9));
    assertThat(scale.fraction(125_000)).isCloseTo(6 / 9.0, within(1e-9));
    assertThat(scale.fraction(Long.MAX_VALUE)).isEqualTo(1);
  }

  @Test
  void ticks_stand_every_second_decade_with_the_upper_end_last() {
    Scale scale = Scale.of(peak(0), Settings.DEFAULT);

    assertThat(scale.ticks())
        .extracting(scale::label)
        .containsExactly("10b", "1kb", "100kb", "10Mb", "1Gb");
    assertThat(scale.ticks().getLast().fraction()).isEqualTo(1);
  }

  @Test
  void bytes_have_a_scale_of_their_own() {
    Scale scale = Scale.of(peak(0), Settings.DEFAULT.with(Toggle.BYTES, true));

    assertThat(scale.ticks())
        .extracting(scale::label)
        .containsExactly("100B", "10KB", "1MB", "100MB");
  }

  @ParameterizedTest
  @CsvSource({"0, 1000", "100, 1000", "140, 2000", "1000000, 1e7", "1300000, 2e7", "6000000, 5e7"})
  void a_linear_scale_ends_at_the_next_round_figure(long bytes, double top) {
    Scale scale = Scale.of(peak(bytes), Settings.DEFAULT.with(Toggle.LINEAR, true));

    assertThat(scale.top()).isEqualTo(top);
    assertThat(scale.fraction(bytes)).isCloseTo(bytes * 8 / top, within(1e-9));
  }
}
