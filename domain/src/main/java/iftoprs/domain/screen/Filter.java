package iftoprs.domain.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The display filter: words that must all be found somewhere in a flow, and {@code !words} that
 * must not.
 *
 * <p>Searched are host name, address, port, service, transport, process name and process id,
 * whatever of it is displayed; case does not matter.
 *
 * @param text as it was typed
 * @param wanted lower-case words to find
 * @param unwanted lower-case words that exclude
 */
public record Filter(String text, List<String> wanted, List<String> unwanted) {

  /** Words that count; more are ignored. */
  static final int MOST_WORDS = 60;

  /** Lets every flow through. */
  public static final Filter NONE = new Filter("", List.of(), List.of());

  /** Copies the lists. */
  public Filter {
    wanted = List.copyOf(wanted);
    unwanted = List.copyOf(unwanted);
  }

  /**
   * Reads what was typed.
   *
   * @param text words with blanks between
   * @return a filter
   */
  public static Filter of(String text) {
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("\\s+")) {
      if (word.startsWith("!") && word.length() > 1) {
        unwanted.add(word.substring(1));
      } else if (!word.isEmpty() && !word.equals("!")) {
        wanted.add(word);
      }
    }
    return new Filter(text, wanted, unwanted);
  }

  /** Whether any flow could be hidden. */
  public boolean isActive() {
    return !wanted.isEmpty() || !unwanted.isEmpty();
  }
}
