package iftoprs.adapters.toml;

import java.util.List;

/**
 * A piece of a TOML file: a value with its key, a heading, a line without meaning, or a fault.
 *
 * @param kind which of these
 * @param line where it starts, from 1
 * @param text everything up to and including its line end
 * @param name the key or heading as written, without brackets; empty for a line without meaning
 * @param valueStart index in the text where the value starts
 * @param valueEnd index in the text after the value, before blanks and comment
 */
record Statement(Kind kind, int line, String text, String name, int valueStart, int valueEnd) {

  /** What a statement is. */
  enum Kind {
    /** Blank or comment. */
    TRIVIA,
    /** {@code key = value}. */
    VALUE,
    /** {@code [table]}. */
    TABLE,
    /** {@code [[table]]}. */
    TABLE_IN_ARRAY,
    /** What no valid file holds; the name says what is wrong. */
    BROKEN
  }

  /** Text that this program writes, which will not be cut up again. */
  static Statement written(Kind kind, String text) {
    return new Statement(kind, 0, text, "", 0, 0);
  }

  boolean isHeading() {
    return kind == Kind.TABLE || kind == Kind.TABLE_IN_ARRAY;
  }

  /** This statement with another value, all around it kept. */
  Statement withValue(String value) {
    String changed = text.substring(0, valueStart) + value + text.substring(valueEnd);
    return new Statement(kind, line, changed, name, valueStart, valueStart + value.length());
  }

  /** This statement with a line end, which the last one of a file may lack. */
  Statement ended(String lineEnd) {
    return text.endsWith("\n")
        ? this
        : new Statement(kind, line, text + lineEnd, name, valueStart, valueEnd);
  }

  static String join(List<Statement> statements) {
    StringBuilder text = new StringBuilder();
    statements.forEach(statement -> text.append(statement.text()));
    return text.toString();
  }
}
