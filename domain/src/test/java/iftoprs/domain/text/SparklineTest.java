package iftoprs.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparklineTest {

  @Test
  void samples_fill_the_line_from_the_right() {
    assertThat(Sparkline.of(new long[] {10, 10}, 4, 10)).isEqualTo("  ██");
  }

  @Test
  void only_the_newest_samples_are_drawn() {
    assertThat(Sparkline.of(new long[] {10, 10, 0, 0}, 2, 10)).isEqualTo("▁▁");
  }

  @Test
  void all_levels_appear_in_order() {
    long[] rising = {0, 1, 2, 3, 4, 5, 6, 7};

    assertThat(Sparkline.of(rising, 8, 7)).isEqualTo("▁▂▃▄▅▆▇█");
  }

  @Test
  void the_least_traffic_differs_from_none() {
    assertThat(Sparkline.of(new long[] {0, 1}, 2, 1_000_000)).isEqualTo("▁▂");
  }

  @Test
  void what_exceeds_the_top_stays_at_the_top() {
    assertThat(Sparkline.of(new long[] {99}, 1, 10)).isEqualTo("█");
  }

  @Test
  void peak_looks_at_the_newest_only() {
    assertThat(Sparkline.peak(new long[] {9, 2, 3}, 2)).isEqualTo(3);
    assertThat(Sparkline.peak(new long[0], 5)).isZero();
  }

  @Test
  void no_width_is_an_empty_line() {
    assertThat(Sparkline.of(new long[] {1}, 0, 1)).isEmpty();
  }
}
