package iftoprs.adapters.toml;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a TOML text into statements that together are the text again, whatever it holds.
 *
 * <p>It knows only what is needed to find where statements end (strings, brackets, comments); a
 * text that is not valid TOML is cut somehow, and for the parser to refuse.
 */
final class StatementScanner {

  private final String text;
  private int at;
  private int line = 1;

  private StatementScanner(String text) {
    this.text = text;
  }

  static List<Statement> scan(String text) {
    StatementScanner scanner = new StatementScanner(text);
    List<Statement> statements = new ArrayList<>();
    while (scanner.at < text.length()) {
      statements.add(scanner.next());
    }
    return statements;
  }

  private Statement next() {
    int start = at;
    skipBlanks();
    char first = peek();
    if (first == '[') {
      return heading(start);
    }
    if (first == '#' || first == '\n' || first == '\r' || first == 0) {
      skipLine();
      return cut(Statement.Kind.TRIVIA, start, "", 0, 0);
    }
    return value(start);
  }

  private Statement heading(int start) {
    boolean inArray = text.startsWith("[[", at);
    at += inArray ? 2 : 1;
    int nameStart = at;
    skipUntil(']');
    String name = text.substring(nameStart, at);
    skipLine();
    return cut(inArray ? Statement.Kind.TABLE_IN_ARRAY : Statement.Kind.TABLE, start, name, 0, 0);
  }

  private Statement value(int start) {
    int nameStart = at;
    skipUntil('=');
    String name = text.substring(nameStart, at);
    if (peek() != '=') {
      skipLine();
      return cut(Statement.Kind.BROKEN, start, "expected key = value", 0, 0);
    }
    at++;
    skipBlanks();
    int valueStart = at;
    int valueEnd = skipValue();
    if (valueEnd < 0) {
      return cut(Statement.Kind.BROKEN, start, "a bracket is opened and never closed", 0, 0);
    }
    skipLine();
    return cut(Statement.Kind.VALUE, start, name, valueStart - start, valueEnd - start);
  }

  private Statement cut(Statement.Kind kind, int start, String name, int valueStart, int valueEnd) {
    String piece = text.substring(start, at);
    Statement statement = new Statement(kind, line, piece, name, valueStart, valueEnd);
    line += (int) piece.chars().filter(c -> c == '\n').count();
    return statement;
  }

  /** Goes to the end of a value, over line ends inside brackets; returns where it ends, or -1. */
  private int skipValue() {
    int depth = 0;
    int end = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' && depth <= 0 || c == '#' && depth <= 0) {
        break;
      }
      if (c == '#') {
        skipToLineEnd();
        continue;
      }
      if (c == '"' || c == '\'') {
        skipString(c);
        end = at;
        continue;
      }
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      at++;
      if (c != ' ' && c != '\t' && c != '\r') {
        end = at;
      }
    }
    return depth > 0 ? -1 : end;
  }

  /** Goes to a character outside of quotes, or to the end of the line. */
  private void skipUntil(char wanted) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == wanted || c == '\n') {
        return;
      }
      if (c == '"' || c == '\'') {
        skipString(c);
      } else {
        at++;
      }
    }
  }

  private void skipString(char quote) {
    String three = String.valueOf(quote).repeat(3);
    boolean many = text.startsWith(three, at);
    at += many ? 3 : 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && quote == '"') {
        at = Math.min(text.length(), at + 2);
      } else if (many && text.startsWith(three, at)) {
        at += 3;
        // Up to two quotes may stand right before the closing three.
        for (int i = 0; i < 2 && peek() == quote; i++) {
          at++;
        }
        return;
      } else if (!many && (c == quote || c == '\n')) {
        at += c == quote ? 1 : 0;
        return;
      } else {
        at++;
      }
    }
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  private void skipToLineEnd() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private void skipLine() {
    skipToLineEnd();
    at = Math.min(text.length(), at + 1);
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }
}
