package iftoprs.bootstrap;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant. */
final class Nearest {

  /** One edit in so many characters is taken for a slip. */
  private static final int CHARACTERS_PER_EDIT = 3;

  private Nearest() {}

  /** The known word that another begins, or that is a slip away from it, whatever its case. */
  static Optional<String> of(String word, List<String> known) {
    String typed = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(
            name ->
                begins(name, typed)
                    || edits(name.toLowerCase(Locale.ROOT), typed)
                        <= Math.max(1, typed.length() / CHARACTERS_PER_EDIT))
        .min(
            Comparator.comparing((String name) -> !begins(name, typed))
                .thenComparing(name -> edits(name.toLowerCase(Locale.ROOT), typed)));
  }

  private static boolean begins(String name, String typed) {
    return !typed.isEmpty() && name.toLowerCase(Locale.ROOT).startsWith(typed);
  }

  /** Levenshtein's distance, in which two neighbours that changed places count once. */
  private static int edits(String left, String right) {
    int[] before = {};
    int[] above = new int[right.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[above.length];
      current[0] = row;
      for (int column = 1; column < current.length; column++) {
        char one = left.charAt(row - 1);
        char other = right.charAt(column - 1);
        int least = above[column - 1] + (one == other ? 0 : 1);
        least = Math.min(least, Math.min(above[column], current[column - 1]) + 1);
        boolean swapped =
            row > 1
                && column > 1
                && one == right.charAt(column - 2)
                && left.charAt(row - 2) == other;
        current[column] = swapped ? Math.min(least, before[column - 2] + 1) : least;
      }
      before = above;
      above = current;
    }
    return above[right.length()];
  }
}
