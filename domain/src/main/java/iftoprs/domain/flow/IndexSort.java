package iftoprs.domain.flow;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * Sorts indexes by a number, descending, and ties by a comparison, without boxing.
 *
 * <p>Number and index are packed into one long wherever both fit, which a plain sort then orders;
 * only runs of equal numbers are compared one by one.
 */
final class IndexSort {

  private IndexSort() {}

  /**
   * Sorts.
   *
   * @param numbers one a row, 0 or more
   * @param ties compares two rows of equal number
   * @return the rows, greatest number first
   */
  static int[] descending(long[] numbers, IntBinaryOperator ties) {
    int count = numbers.length;
    int indexBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, count - 1));
    long most = 0;
    for (long number : numbers) {
      most = Math.max(most, number);
    }
    int[] order = new int[count];
    if (most > Long.MAX_VALUE >>> indexBits) {
      for (int i = 0; i < count; i++) {
        order[i] = i;
      }
      mergeSort(
          order,
          0,
          count,
          (left, right) -> {
            int byNumber = Long.compare(numbers[right], numbers[left]);
            return byNumber != 0 ? byNumber : ties.applyAsInt(left, right);
          });
      return order;
    }
    long[] packed = new long[count];
    for (int i = 0; i < count; i++) {
      packed[i] = most - numbers[i] << indexBits | i;
    }
    Arrays.sort(packed);
    int runStart = 0;
    for (int i = 0; i < count; i++) {
      order[i] = (int) (packed[i] & (1L << indexBits) - 1);
      if (packed[i] >>> indexBits != packed[runStart] >>> indexBits) {
        mergeSort(order, runStart, i, ties);
        runStart = i;
      }
    }
    mergeSort(order, runStart, count, ties);
    return order;
  }

  private static void mergeSort(int[] rows, int from, int to, IntBinaryOperator compare) {
    if (to - from > 1) {
      mergeSort(rows, new int[to - from], from, to, compare);
    }
  }

  private static void mergeSort(
      int[] rows, int[] scratch, int from, int to, IntBinaryOperator compare) {
    if (to - from < 2) {
      return;
    }
    int middle = from + to >>> 1;
    mergeSort(rows, scratch, from, middle, compare);
    mergeSort(rows, scratch, middle, to, compare);
    if (compare.applyAsInt(rows[middle - 1], rows[middle]) <= 0) {
      return;
    }
    int leftCount = middle - from;
    System.arraycopy(rows, from, scratch, 0, leftCount);
    int left = 0;
    int right = middle;
    int target = from;
    while (left < leftCount && right < to) {
      rows[target++] =
          compare.applyAsInt(scratch[left], rows[right]) <= 0 ? scratch[left++] : rows[right++];
    }
    System.arraycopy(scratch, left, rows, target, leftCount - left);
  }
}
