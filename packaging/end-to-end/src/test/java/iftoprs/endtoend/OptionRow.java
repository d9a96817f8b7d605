package iftoprs.endtoend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row of the table of options; {@code options.txt} tells the columns.
 *
 * @param option the option that it is about
 * @param how how the program is run
 * @param line the command line, with the option in braces
 * @param seen what the option changes
 */
record OptionRow(String option, String how, String line, String seen) {

  static OptionRow of(String text) {
    String[] columns = text.split(" \\| ", 4);
    return new OptionRow(
        columns[0].strip(), columns[1].strip(), columns[2].strip(), columns[3].strip());
  }

  /** The words of the command line. */
  List<String> with() {
    return words(line.replaceAll("[{}]", ""));
  }

  /** The words without what stands in braces. */
  List<String> without() {
    return words(line.replaceAll("\\{.*}", ""));
  }

  private static List<String> words(String text) {
    return new ArrayList<>(Arrays.asList(text.strip().split(" +")));
  }

  /** The first word of what is seen. */
  String kind() {
    return seen.substring(0, seen.indexOf(' '));
  }

  /** The rest of it. */
  String text() {
    return seen.substring(seen.indexOf(' ') + 1);
  }
}
