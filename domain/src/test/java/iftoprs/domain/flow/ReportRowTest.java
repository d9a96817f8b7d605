package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.packet.KeyBits;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportRowTest {

  private final Random random = new Random(6);
  private final long[] row = new long[ReportRow.LENGTH];

  @Test
  void rows_say_what_snapshots_say() {
    for (int round = 0; round < 1_000; round++) {
      long[] record = record(random.nextBoolean());
      int at = FlowRecord.TABLE_STRIDE;
      FlowSnapshot flow = FlowSnapshot.ofTotals(record, at);
      ReportRow.fill(record, at, row);

      long[] expected = new long[ReportRow.LENGTH];
      expected[ReportRow.LOCAL_HIGH] = flow.localHigh();
      expected[ReportRow.LOCAL_LOW] = flow.localLow();
      expected[ReportRow.LOCAL_PORT] = flow.localPort();
      expected[ReportRow.REMOTE_HIGH] = flow.remoteHigh();
      expected[ReportRow.REMOTE_LOW] = flow.remoteLow();
      expected[ReportRow.REMOTE_PORT] = flow.remotePort();
      expected[ReportRow.TRANSPORT] = flow.transport().number();
      expected[ReportRow.IPV6] = flow.isIpv6() ? 1 : 0;
      expected[ReportRow.RULE] = flow.directionRule().ordinal();
      expected[ReportRow.PARTIAL] = flow.partial() ? 1 : 0;
      expected[ReportRow.SENT_BYTES] = flow.bytes(Side.SENT);
      expected[ReportRow.RECEIVED_BYTES] = flow.bytes(Side.RECEIVED);
      expected[ReportRow.SENT_PACKETS] = flow.packets(Side.SENT);
      expected[ReportRow.RECEIVED_PACKETS] = flow.packets(Side.RECEIVED);
      expected[ReportRow.FIRST_SEEN] = flow.firstSeenNanos();
      expected[ReportRow.LAST_SEEN] = flow.lastSeenNanos();
      assertThat(row).isEqualTo(expected);
    }
  }

  /** The second one of two. */
  private long[] record(boolean ipv6) {
    int at = FlowRecord.TABLE_STRIDE;
    long[] record = random.longs(2L * at).toArray();
    int transport = random.nextInt(10) == 0 ? 0x0806 : random.nextInt(256);
    record[at + FlowRecord.META] =
        KeyBits.meta(random.nextInt(1 << 16), random.nextInt(1 << 16), transport, ipv6);
    record[at + FlowRecord.FLAGS] =
        (long) random.nextInt(DirectionRule.values().length) << FlowRecord.RULE_SHIFT
            | (random.nextBoolean() ? FlowRecord.LOCAL_IS_B : 0)
            | (random.nextBoolean() ? FlowRecord.PARTIAL : 0)
            | random.nextInt(9) * FlowRecord.RATED;
    return record;
  }
}
