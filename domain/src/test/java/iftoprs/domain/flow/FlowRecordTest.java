package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.packet.KeyBits;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlowRecordTest {

  private static final int[] TRANSPORTS = {1, 6, 17, 0x806};

  private final Random random = new Random(1);

  @Test
  void the_parts_of_a_key_order_records_as_the_whole_key_does() {
    int late = 0;
    for (int round = 0; round < 100_000; round++) {
      long[] left = record();
      long[] right = record();
      int byParts = 0;
      for (int part = 0; part < FlowRecord.KEY_PARTS && byParts == 0; part++) {
        byParts =
            Long.compareUnsigned(
                FlowRecord.keyPart(left, 0, part), FlowRecord.keyPart(right, 0, part));
        late += part > 0 && byParts != 0 ? 1 : 0;
      }
      assertThat(Integer.signum(byParts))
          .isEqualTo(Integer.signum(FlowRecord.compareKeys(left, 0, right, 0)));
    }
    assertThat(late).isGreaterThan(1000);
  }

  /** Few different values, so that many records share the start of their keys. */
  private long[] record() {
    long[] record = new long[FlowRecord.TABLE_STRIDE];
    boolean ipv6 = random.nextBoolean();
    int transport = TRANSPORTS[random.nextInt(TRANSPORTS.length)];
    record[FlowRecord.META] =
        KeyBits.meta(random.nextInt(2) * 65535, random.nextInt(3), transport, ipv6);
    record[FlowRecord.A_LOW] = ipv6 ? random.nextLong() : random.nextInt(2) * 0xffffffffL;
    record[FlowRecord.B_LOW] = ipv6 ? random.nextLong() : random.nextInt() & 0xffffffffL;
    record[FlowRecord.A_HIGH] = ipv6 ? (long) (random.nextInt(4) - 2) << 40 : 0;
    record[FlowRecord.B_HIGH] = ipv6 ? (long) (random.nextInt(4) - 2) << 10 : 0;
    record[FlowRecord.FLAGS] = random.nextInt(2);
    return record;
  }
}
