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
}
