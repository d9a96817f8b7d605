package iftoprs.adapters.toml;

import iftoprs.ports.Preferences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what needs no parser: {@code key = value} in plain ASCII, with a flag, a decimal number, a
 * string without escapes or an empty list. That is what this program writes, and nearly all that
 * its users do.
 *
 * <p>Anything else, and anything that could be a fault, is left to the parser, which takes a fifth
 * of the time until the first frame to read its first line (ADR 16).
 */
final class PlainStatements {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");

  private PlainStatements() {}

  /**
   * The values of a file.
   *
   * @param statements what it holds
   * @return empty if any of it is for the parser
   */
  static Optional<Map<String, Preferences.Value>> read(List<Statement> statements) {
    Map<String, Preferences.Value> values = new LinkedHashMap<>();
    for (Statement statement : statements) {
      if (statement.kind() == Statement.Kind.TRIVIA && !TomlReader.holdsControl(statement.text())) {
        continue;
      }
      Optional<Preferences.Value> value = value(statement);
      if (value.isEmpty() || values.put(statement.name().strip(), value.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** Whether a name is a key that stands for itself. */
  static boolean isBare(String name) {
    return KEY.matcher(name).matches();
  }

  private static Optional<Preferences.Value> value(Statement statement) {
    if (statement.kind() != Statement.Kind.VALUE
        || !isBare(statement.name().strip())
        || !isPrintable(withoutLineEnd(statement.text()))) {
      return Optional.empty();
    }
    return value(statement.text().substring(statement.valueStart(), statement.valueEnd()));
  }

  private static Optional<Preferences.Value> value(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(new Preferences.Flag(text.equals("true")));
    }
    if (text.equals("[]")) {
      return Optional.of(new Preferences.Many(List.of()));
    }
    if (isQuoted(text, '"') && text.indexOf('\\') < 0 || isQuoted(text, '\'')) {
      return Optional.of(new Preferences.Text(text.substring(1, text.length() - 1)));
    }
    return WHOLE.matcher(text).matches()
        ? Optional.of(new Preferences.Whole(Long.parseLong(text)))
        : Optional.empty();
  }

  /** Whether a quote opens a text, ends it and is nowhere in between. */
  private static boolean isQuoted(String text, char quote) {
    return text.length() >= 2
        && text.charAt(0) == quote
        && text.indexOf(quote, 1) == text.length() - 1;
  }

  private static String withoutLineEnd(String text) {
    return text.endsWith("\r\n")
        ? text.substring(0, text.length() - 2)
        : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\t' && (c < ' ' || c > '~')) {
        return false;
      }
    }
    return true;
  }
}
