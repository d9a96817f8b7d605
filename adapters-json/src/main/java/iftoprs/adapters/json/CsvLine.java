package iftoprs.adapters.json;

import iftoprs.domain.text.SafeText;
import java.nio.charset.StandardCharsets;

/**
 * A line of CSV (RFC 4180) in the making.
 *
 * <p>Names come from outside. What could steer a terminal or break the line is replaced, and a name
 * that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets take
 * for the mark of a text. One thread.
 */
final class CsvLine {

  private static final int LONGEST = 4096;

  /** What begins a formula; the last four are the wide forms of the first four. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private final StringBuilder line = new StringBuilder();
  private final AsciiText ascii = new AsciiText();
  private boolean begun;

  /** A name from outside. */
  CsvLine text(String text) {
    String safe = SafeText.of(text, LONGEST);
    String first = safe.stripLeading();
    if (!first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0) {
      safe = "'" + safe;
    }
    return plain(isQuoted(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
  }

  private static boolean isQuoted(String text) {
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == ';')
        || !text.strip().equals(text);
  }

  /** A word of ours, which needs no care. */
  CsvLine plain(String word) {
    if (begun) {
      line.append(',');
    }
    begun = true;
    line.append(word);
    return this;
  }

  CsvLine number(long number) {
    return plain(Long.toString(number));
  }

  /** Nanoseconds as seconds with six decimals. */
  CsvLine seconds(long nanos) {
    return plain(ascii.clear().addSeconds(nanos, 6).toString());
  }

  CsvLine empty(int cells) {
    for (int i = 0; i < cells; i++) {
      plain("");
    }
    return this;
  }

  /** Ends the line and begins the next. */
  byte[] end() {
    byte[] bytes = line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    line.setLength(0);
    begun = false;
    return bytes;
  }
}
