package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressBitsTest {

  private record Halves(long high, long low) {}

  @Test
  void knows_what_it_was_told_and_nothing_else() {
    AddressBits bits = new AddressBits();
    Map<Halves, Long> expected = new HashMap<>();
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      // Few different halves, so that addresses share one of them.
      Halves address = new Halves(random.nextInt(50), random.nextInt(3_000));
      boolean known = expected.containsKey(address);
      assertThat(bits.get(address.high(), address.low()))
          .isEqualTo(known ? expected.get(address) : AddressBits.UNKNOWN);
      if (!known) {
        bits.put(address.high(), address.low(), i);
        expected.put(address, (long) i);
      }
    }
    expected.forEach(
        (address, value) ->
            assertThat(bits.get(address.high(), address.low())).isEqualTo(value.longValue()));
  }

  @Test
  void doubts_so_many_in_turns_until_all_were() {
    AddressBits bits = new AddressBits();
    for (int i = 0; i < 1_000; i++) {
      bits.put(0, i, i);
    }
    int[] found = new int[1_000];
    for (int round = 0; round < 4; round++) {
      bits.doubt(250);
      int doubted = 0;
      for (int i = 0; i < 1_000; i++) {
        if (bits.get(0, i) == AddressBits.UNKNOWN) {
          bits.put(0, i, i + 5_000L);
          found[i]++;
          doubted++;
        }
      }
      assertThat(doubted).isEqualTo(250);
    }
    assertThat(found).containsOnly(1);
    assertThat(bits.size()).isEqualTo(1_000);
    assertThat(bits.get(0, 7)).isEqualTo(5_007);
  }
}
