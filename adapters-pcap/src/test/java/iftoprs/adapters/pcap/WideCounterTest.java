package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WideCounterTest {

  private final WideCounter counter = new WideCounter();

  @Test
  void wrap_of_the_narrow_counter_is_counted_on() {
    assertThat(counter.update(0x7fff_ffffL)).isEqualTo(0x7fff_ffffL);
    assertThat(counter.update(0xffff_fff0L)).isEqualTo(0xffff_fff0L);
    assertThat(counter.update(0x10)).isEqualTo(0x1_0000_0010L);
  }

  @Test
  void reset_of_the_narrow_counter_takes_nothing_away() {
    assertThat(counter.update(1000)).isEqualTo(1000);
    assertThat(counter.update(0)).isEqualTo(1000);
    assertThat(counter.update(5)).isEqualTo(1005);
  }
}
