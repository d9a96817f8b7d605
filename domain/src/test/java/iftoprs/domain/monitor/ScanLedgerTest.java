package iftoprs.domain.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.owner.ScanCost;
import iftoprs.ports.SocketTable.Clocks;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ScanLedgerTest {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;
  private static final long START = 1_700_000_000L * SECOND;

  private final ScanLedger ledger = new ScanLedger();
  private long nanos;
  private long cpuNanos;

  private void scan(long passed, long used) {
    Clocks before = new Clocks(nanos, OptionalLong.of(cpuNanos));
    nanos += passed;
    cpuNanos += used;
    ledger.add(before, new Clocks(nanos, OptionalLong.of(cpuNanos)));
  }

  private void scanElsewhere(long passed) {
    Clocks before = new Clocks(nanos, OptionalLong.empty());
    nanos += passed;
    ledger.add(before, new Clocks(nanos, OptionalLong.empty()));
  }

  private ScanCost after(double seconds) {
    return ledger.cost(START + Math.round(seconds * SECOND)).orElseThrow();
  }

  @Test
  void the_time_of_a_processor_is_told_where_it_is_known() {
    assertThat(ledger.cost(START)).isEmpty();
    scan(8 * MILLI, 3 * MILLI);
    scan(6 * MILLI, 2 * MILLI);
    ScanCost cost = after(2);
    assertThat(cost).isEqualTo(new ScanCost(2, 6 * MILLI, 2, 5 * MILLI, 2 * SECOND, true));
    assertThat(cost.perSecondMillionths()).isEqualTo(1_000_000);
    assertThat(cost.shareMillionths()).isEqualTo(2_500);
  }

  @Test
  void the_time_that_passes_is_told_where_another_process_works() {
    assertThat(ledger.cost(START)).isEmpty();
    scanElsewhere(40 * MILLI);
    assertThat(after(1))
        .isEqualTo(new ScanCost(1, 40 * MILLI, 1, 40 * MILLI, SECOND, false))
        .extracting(ScanCost::shareMillionths)
        .isEqualTo(40_000L);
  }

  @Test
  void recent_are_the_last_ten_seconds() {
    for (int second = 0; second <= 60; second++) {
      ledger.cost(START + second * SECOND);
      int scans = second < 30 ? 5 : 1;
      for (int i = 0; i < scans; i++) {
        scan(MILLI, MILLI);
      }
    }
    ScanCost cost = after(60.5);
    assertThat(cost.scans()).isEqualTo(30 * 5 + 31);
    assertThat(cost.spanNanos()).isBetween(10 * SECOND, 11 * SECOND);
    assertThat(cost.recentScans()).isEqualTo(11);
    assertThat(cost.recentNanos()).isEqualTo(11 * MILLI);
  }

  @Test
  void nothing_is_told_in_the_first_second_nor_before_a_scan_has_ended() {
    assertThat(ledger.cost(0)).isEmpty();
    assertThat(ledger.cost(START)).isEmpty();
    assertThat(ledger.cost(START + 5 * SECOND)).isEmpty();
    scan(MILLI, MILLI);
    assertThat(after(5.1).recentScans()).isEqualTo(1);
    ledger.rest();
    assertThat(ledger.cost(START + 6 * SECOND)).isEmpty();
    assertThat(ledger.cost(START + 6 * SECOND + 800 * MILLI)).isEmpty();
    scan(MILLI, MILLI);
    ScanCost again = after(7);
    assertThat(again.scans()).isEqualTo(2);
    assertThat(again.recentScans()).isEqualTo(1);
    assertThat(again.spanNanos()).isEqualTo(SECOND);
  }

  @Test
  void a_clock_that_is_set_back_begins_anew() {
    assertThat(ledger.cost(START + 3_600 * SECOND)).isEmpty();
    scan(MILLI, MILLI);
    assertThat(ledger.cost(START)).isEmpty();
    scan(MILLI, MILLI);
    assertThat(after(2)).isEqualTo(new ScanCost(2, MILLI, 1, MILLI, 2 * SECOND, true));
  }

  @Test
  void one_long_scan_is_not_what_a_scan_takes() {
    assertThat(ledger.typicalNanos()).isZero();
    scan(300 * MILLI, 200 * MILLI);
    assertThat(ledger.typicalNanos()).isZero();
    scan(30 * MILLI, 20 * MILLI);
    assertThat(ledger.typicalNanos()).isEqualTo(20 * MILLI);
    scan(300 * MILLI, 200 * MILLI);
    assertThat(ledger.typicalNanos()).isEqualTo(20 * MILLI);
    scan(300 * MILLI, 200 * MILLI);
    assertThat(ledger.typicalNanos()).isEqualTo(200 * MILLI);
  }
}
