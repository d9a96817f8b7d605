package iftoprs.adapters.tui.grid;

import java.util.Arrays;

/**
 * Letters with marks on them, each known by a small number that fits into a cell.
 *
 * <p>Bounded: at most {@value #CAPACITY} different ones live at a time and {@value #MAX_MARKS}
 * marks stay on a letter. A grid that finds the table nearly full forgets all of them between two
 * frames; {@link #epoch} then changes, and every number that was handed out before means nothing.
 */
final class Clusters {

  static final int MAX_MARKS = 3;
  private static final int CAPACITY = 1024;
  private static final int NEARLY_FULL = CAPACITY * 3 / 4;
  private static final int SLOTS = CAPACITY * 2;
  private static final int STRIDE = MAX_MARKS + 1;
  private static final int FREE = 0;

  /** Base and marks of cluster n at n * STRIDE; an absent mark is 0. */
  private final int[] members = new int[CAPACITY * STRIDE];

  /** Open addressing: cluster number + 1. */
  private final int[] slots = new int[SLOTS];

  private int count;
  private int epoch;

  int epoch() {
    return epoch;
  }

  boolean nearlyFull() {
    return count >= NEARLY_FULL;
  }

  void forgetAll() {
    Arrays.fill(slots, FREE);
    count = 0;
    epoch++;
  }

  /** The number of a letter with its marks, or -1 when no more fit. */
  int number(int base, int first, int second, int third) {
    int hash = ((base * 31 + first) * 31 + second) * 31 + third;
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    while (slots[slot] != FREE) {
      int number = slots[slot] - 1;
      int at = number * STRIDE;
      if (members[at] == base
          && members[at + 1] == first
          && members[at + 2] == second
          && members[at + 3] == third) {
        return number;
      }
      slot = slot + 1 & SLOTS - 1;
    }
    if (count == CAPACITY) {
      return -1;
    }
    int at = count * STRIDE;
    members[at] = base;
    members[at + 1] = first;
    members[at + 2] = second;
    members[at + 3] = third;
    slots[slot] = ++count;
    return count - 1;
  }

  /** The character at a place of a cluster: 0 the letter, then its marks; 0 when there is none. */
  int member(int number, int place) {
    return members[number * STRIDE + place];
  }
}
