package iftoprs.domain.flow;

import java.util.Arrays;

/**
 * Sorts rows by a number, descending, and ties by a key, without boxing.
 *
 * <p>By radix, one byte a pass, and ties by 64 bits of their keys after the other: no comparison
 * has to fetch two rows from far apart in memory. Many equal numbers are usual (a million flows of
 * one packet each). Takes 12 bytes a row while it works.
 */
final class IndexSort {

  /** Keys of the rows to sort. */
  @FunctionalInterface
  interface Keys {

    /** 64 bits of a row's key, as an unsigned number; part 0 decides before part 1. */
    long part(int row, int part);
  }

  /** Shorter runs are sorted by insertion: a pass over 256 counters costs more. */
  private static final int SHORT_RUN = 48;

  private final Keys ties;
  private final int parts;
  private final long[] keys;
  private final long[] spareKeys;
  private final int[] rows;
  private final int[] spareRows;
  private final int[] places = new int[256];

  private IndexSort(int[] rows, long[] keys, Keys ties, int parts) {
    this.ties = ties;
    this.parts = parts;
    this.keys = keys;
    this.spareKeys = new long[keys.length];
    this.rows = rows;
    this.spareRows = new int[rows.length];
  }

  /**
   * Sorts in place, greatest number first. Rows that are equal in all parts keep their order.
   *
   * @param rows what is asked for by {@code ties}
   * @param numbers one a row, 0 or more; used up
   * @param ties keys of the rows
   * @param parts how many parts a key has
   */
  static void descending(int[] rows, long[] numbers, Keys ties, int parts) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Long.MAX_VALUE - numbers[i];
    }
    new IndexSort(rows, numbers, ties, parts).sort(0, rows.length, 0);
  }

  /** Sorts rows by the keys at hand, then runs of equal ones by the next part of their keys. */
  private void sort(int from, int to, int nextPart) {
    if (to - from <= SHORT_RUN) {
      byInsertion(from, to);
    } else {
      byRadix(from, to);
    }
    if (nextPart == parts) {
      return;
    }
    int start = from;
    while (start < to) {
      int end = runEnd(start, to);
      if (end - start > 1) {
        fetch(start, end, nextPart);
        sort(start, end, nextPart + 1);
      }
      start = end;
    }
  }

  private int runEnd(int start, int to) {
    final long[] keys = this.keys;
    final long key = keys[start];
    int end = start + 1;
    while (end < to && keys[end] == key) {
      end++;
    }
    return end;
  }

  private void fetch(int from, int to, int part) {
    for (int i = from; i < to; i++) {
      keys[i] = ties.part(rows[i], part);
    }
  }

  private void byInsertion(int from, int to) {
    final long[] keys = this.keys;
    final int[] rows = this.rows;
    for (int i = from + 1; i < to; i++) {
      final long key = keys[i];
      final int row = rows[i];
      int at = i;
      while (at > from && Long.compareUnsigned(keys[at - 1], key) > 0) {
        keys[at] = keys[at - 1];
        rows[at] = rows[at - 1];
        at--;
      }
      keys[at] = key;
      rows[at] = row;
    }
  }

  /** Least significant byte first; bytes that are the same in all keys cost nothing. */
  private void byRadix(int from, int to) {
    long varying = 0;
    for (int i = from; i < to; i++) {
      varying |= keys[i] ^ keys[from];
    }
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      if ((varying >>> shift & 0xff) != 0) {
        count(from, to, shift);
        scatter(from, to, shift);
        System.arraycopy(spareKeys, 0, keys, from, to - from);
        System.arraycopy(spareRows, 0, rows, from, to - from);
      }
    }
  }

  private void count(int from, int to, int shift) {
    final long[] keys = this.keys;
    final int[] places = this.places;
    Arrays.fill(places, 0);
    for (int i = from; i < to; i++) {
      places[(int) (keys[i] >>> shift) & 0xff]++;
    }
    int place = 0;
    for (int digit = 0; digit < places.length; digit++) {
      int count = places[digit];
      places[digit] = place;
      place += count;
    }
  }

  private void scatter(int from, int to, int shift) {
    final long[] keys = this.keys;
    final int[] rows = this.rows;
    final int[] places = this.places;
    final long[] spareKeys = this.spareKeys;
    final int[] spareRows = this.spareRows;
    for (int i = from; i < to; i++) {
      final long key = keys[i];
      final int place = places[(int) (key >>> shift) & 0xff]++;
      spareKeys[place] = key;
      spareRows[place] = rows[i];
    }
  }
}
