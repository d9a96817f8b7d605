package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.packet.KeyBits;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlowTableTest {

  @Test
  void behaves_like_a_map_through_growth_and_removal() {
    FlowTable table = new FlowTable(1 << 20);
    Map<Long, Integer> expected = new HashMap<>();
    Random random = new Random(1);
    for (int round = 0; round < 40_000; round++) {
      long key = random.nextLong(30_000);
      int id = find(table, key);
      assertThat(id).isEqualTo(expected.getOrDefault(key, FlowTable.ABSENT));
      if (id == FlowTable.ABSENT) {
        expected.put(key, add(table, key));
      }
      if (round % 10_000 == 9_999) {
        removeEveryThird(table, expected);
      }
    }
    assertThat(table.size()).isEqualTo(expected.size());
  }

  private static void removeEveryThird(FlowTable table, Map<Long, Integer> expected) {
    int[] ids = expected.values().stream().filter(id -> id % 3 == 0).mapToInt(i -> i).toArray();
    table.removeAll(ids, ids.length);
    expected.values().removeIf(id -> id % 3 == 0);
  }

  @Test
  void tells_flows_apart_by_each_part_of_the_key() {
    FlowTable table = new FlowTable(64);
    long[][] keys = {
      {1, 2, 3, 4, 5},
      {9, 2, 3, 4, 5},
      {1, 9, 3, 4, 5},
      {1, 2, 9, 4, 5},
      {1, 2, 3, 9, 5},
      {1, 2, 3, 4, 9}
    };
    for (long[] key : keys) {
      long hash = 42; // the same for all: only the key itself can tell
      assertThat(table.find(hash, key[0], key[1], key[2], key[3], key[4]))
          .isEqualTo(FlowTable.ABSENT);
      int id = table.add(hash, key[0], key[1], key[2], key[3], key[4], 0, 0);
      assertThat(table.find(hash, key[0], key[1], key[2], key[3], key[4])).isEqualTo(id);
    }
  }

  @Test
  void needs_at_most_256_bytes_a_flow() {
    FlowTable table = new FlowTable(1 << 20);
    long before = used();
    for (long key = 0; key < 300_000; key++) {
      add(table, key);
    }
    long bytes = used() - before;
    assertThat(bytes / table.size()).isLessThanOrEqualTo(256);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static int find(FlowTable table, long key) {
    return table.find(KeyBits.hash(0, key, 0, key * 7, 1), 0, key, 0, key * 7, 1);
  }

  private static int add(FlowTable table, long key) {
    return table.add(KeyBits.hash(0, key, 0, key * 7, 1), 0, key, 0, key * 7, 1, 0, 0);
  }
}
