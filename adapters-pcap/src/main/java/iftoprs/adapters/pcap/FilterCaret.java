package iftoprs.adapters.pcap;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a capture filter goes wrong, which libpcap's grammar does not tell: before the first
 * word with which no filter can begin as this one does.
 *
 * <p>Whether one can is found by trying continuations; a beginning that only an unusual one would
 * complete is pointed at too early. A filter with names makes libpcap ask for addresses at each
 * try, so there is a bound of time, too.
 */
final class FilterCaret {

  private static final Pattern WORD = Pattern.compile("[()\\[\\]!]|[^\\s()\\[\\]!]+");

  private static final List<String> CONTINUATIONS =
      List.of(
          "",
          " 1",
          " tcp",
          " 192.0.2.1",
          " host 192.0.2.1",
          " 192.0.2.0/24",
          " 1:2:3:4:5:6",
          " = 1",
          " 1 = 1",
          " 0] = 1",
          "] = 1",
          " \\tcp",
          " broadcast");

  private static final List<String> CLOSINGS = List.of("", ")", "))", ")))");

  private FilterCaret() {}

  /**
   * Number of characters before the wrong word; the length of the filter if it only lacks an end;
   * empty if time was up first.
   *
   * @param filter that does not compile
   * @param compiles whether libpcap takes another one
   * @param late whether time is up
   */
  static OptionalInt position(String filter, Predicate<String> compiles, BooleanSupplier late) {
    Matcher words = WORD.matcher(filter);
    while (words.find()) {
      if (!canGoOn(
          filter.substring(0, words.end()), each -> late.getAsBoolean() || compiles.test(each))) {
        return OptionalInt.of(words.start());
      }
      if (late.getAsBoolean()) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of(filter.length());
  }

  private static boolean canGoOn(String beginning, Predicate<String> compiles) {
    for (String closing : CLOSINGS) {
      for (String continuation : CONTINUATIONS) {
        if (compiles.test(beginning + continuation + closing)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Two further lines for a message: the filter, and a caret below the place. */
  static String lines(String filter, int position) {
    String shown = filter.replaceAll("\\s", " ");
    return "\n  " + shown + "\n  " + " ".repeat(shown.codePointCount(0, position)) + "^";
  }
}
