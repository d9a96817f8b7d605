package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterCaretTest {

  private static final Set<String> UNDERSTOOD =
      Set.of("tcp", "tcp or tcp", "tcp or ( tcp)", "tcp or (udp)");

  private static int position(String filter) {
    return FilterCaret.position(filter, UNDERSTOOD::contains, () -> false).orElseThrow();
  }

  @Test
  void first_word_that_nothing_can_follow_is_pointed_at() {
    assertThat(position("tcp ro udp")).isEqualTo(4);
    assertThat(position("tcp or (or")).isEqualTo(8);
    assertThat(position("foo")).isZero();
  }

  @Test
  void filter_without_its_end_is_pointed_at_behind_it() {
    assertThat(position("tcp or")).isEqualTo(6);
    assertThat(position("tcp or (udp")).isEqualTo(11);
  }

  @Test
  void search_ends_when_time_is_up() {
    assertThat(FilterCaret.position("tcp ro", UNDERSTOOD::contains, () -> true)).isEmpty();
  }

  @Test
  void caret_stands_below_the_place() {
    assertThat(FilterCaret.lines("tcp\tro", 4)).isEqualTo("\n  tcp ro\n      ^");
  }
}
