package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexSortTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 10, 1000, 1L << 40, 1L << 62, Long.MAX_VALUE})
  void orders_like_a_plain_comparator(long bound) {
    Random random = new Random(bound);
    for (int count : new int[] {0, 1, 2, 3, 17, 500, 5000}) {
      long[] numbers = LongStream.range(0, count).map(i -> random.nextLong(bound)).toArray();
      int[] ties = IntStream.range(0, count).map(i -> random.nextInt(50) - 10).toArray();
      int[] expected =
          IntStream.range(0, count)
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingLong(i -> numbers[i])
                      .reversed()
                      .thenComparingInt(i -> ties[i])
                      .thenComparingInt(i -> i))
              .mapToInt(Integer::intValue)
              .toArray();
      int[] order = IntStream.range(0, count).toArray();
      IndexSort.descending(
          order, numbers, (row, part) -> part == 0 ? ties[row] + 10 >> 2 : ties[row] + 10 & 3, 2);
      assertThat(order).isEqualTo(expected);
    }
  }
}
