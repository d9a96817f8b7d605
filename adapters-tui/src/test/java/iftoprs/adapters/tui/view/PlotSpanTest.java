package iftoprs.adapters.tui.view;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.LinkHistory;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlotSpanTest {

  /** A history that ends with a second, counted from 0; each sample is the number of its second. */
  private static PlotSpan until(long newest, int width) {
    long first = Math.max(0, newest + 1 - LinkHistory.CAPACITY);
    long[] seconds = LongStream.rangeClosed(first, newest).toArray();
    return PlotSpan.of(new LinkHistory(seconds, new long[seconds.length]), width, newest);
  }

  @Test
  void a_column_is_a_second_while_there_is_room() {
    PlotSpan span = until(49, 60);

    assertThat(span.perColumn()).isEqualTo(1);
    assertThat(span.columns()).isEqualTo(50);
    assertThat(span.seconds()).isEqualTo(50);
  }

  @Test
  void five_minutes_fit_into_any_width() {
    for (int width = 10; width <= LinkHistory.CAPACITY; width++) {
      PlotSpan span = until(1_000, width);

      assertThat(span.columns()).isLessThanOrEqualTo(width);
      assertThat(span.seconds()).isGreaterThan(LinkHistory.CAPACITY - span.perColumn());
    }
  }

  @Test
  void a_new_sample_changes_the_newest_column_alone() {
    for (long newest = 400; newest < 500; newest++) {
      long[] before = until(newest, 70).sent();
      long[] after = until(newest + 1, 70).sent();

      boolean fresh = (newest + 1) % 5 == 0;
      int kept = before.length - 2;
      assertThat(tail(after, fresh ? 2 : 1, kept)).isEqualTo(tail(before, 1, kept));
    }
  }

  private static long[] tail(long[] all, int last, int count) {
    return Arrays.copyOfRange(all, all.length - last - count, all.length - last);
  }

  @Test
  void the_highest_second_of_a_column_counts() {
    long[] burst = new long[200];
    burst[101] = 7;
    PlotSpan span = PlotSpan.of(new LinkHistory(burst, burst), 50, 199);

    assertThat(span.perColumn()).isEqualTo(4);
    assertThat(span.sent()[25]).isEqualTo(7);
    assertThat(LongStream.of(span.sent()).sum()).isEqualTo(7);
  }

  @Test
  void a_minute_ago_is_where_its_second_is() {
    assertThat(until(49, 60).columnsBefore(50)).isEqualTo(49);
    assertThat(until(299, 100).columnsBefore(60)).isEqualTo(19);
  }
}
