package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.CaptureDevice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TidyHeapTest {

  private static final long MIB = 1 << 20;
  private static final Snapshot SNAPSHOT = Snapshot.empty(CaptureDevice.named("test0"), 1);

  private final List<Snapshot> passed = new ArrayList<>();
  private final List<Long> collectedAt = new ArrayList<>();
  private long used;
  private long kept = 20 * MIB;
  private final TidyHeap heap =
      new TidyHeap(
          passed::add,
          () -> used,
          () -> {
            collectedAt.add(used / MIB);
            used = kept;
          });

  private void grow(int snapshots, long each) {
    for (int i = 0; i < snapshots; i++) {
      used += each;
      heap.accept(SNAPSHOT);
    }
  }

  @Test
  void every_snapshot_is_passed_on() {
    grow(3, 0);
    assertThat(passed).hasSize(3);
    assertThat(collectedAt).isEmpty();
  }

  @Test
  void garbage_is_collected_when_it_is_more_than_what_is_kept_and_some_slack() {
    grow(100, 4 * MIB);
    assertThat(collectedAt).startsWith(68L).contains(108L).allMatch(at -> at <= 108);
  }

  @Test
  void a_large_table_is_not_collected_more_often() {
    kept = 500 * MIB;
    used = 500 * MIB;
    grow(200, 4 * MIB);
    assertThat(collectedAt).hasSize(2);
  }
}
