package iftoprs.adapters.toml;

import iftoprs.ports.Preferences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * Reads statements as values. A date or time, for which preferences have no kind, is read as text.
 *
 * <p>The parser is given only the statements that mean something: tomlj's time grows with the cube
 * of the number of blank and comment lines in a row (2,000 of them took 35 s).
 */
final class TomlReader {

  /** So that a file of faults, each of which takes the parser its time, is refused in a second. */
  private static final int MAX_STATEMENTS = 10_000;

  private static final int MAX_DEPTH = 64;
  private static final TomlParseOptions OPTIONS =
      TomlParseOptions.sourceless().withMaxNestingDepth(MAX_DEPTH);
  private static final Pattern POSITION = Pattern.compile("line (\\d+), column \\d+");
  private static final Pattern CONTROL = Pattern.compile("\\p{C}");

  private final List<Integer> lines = new ArrayList<>();
  private final String name;

  private TomlReader(String name) {
    this.name = name;
  }

  /**
   * The values of a file.
   *
   * @param name how messages call the file
   * @param statements what it holds
   * @throws IOException if that is no TOML; the message is {@code FILE:LINE: what}
   */
  static Map<String, Preferences.Value> read(String name, List<Statement> statements)
      throws IOException {
    Optional<Map<String, Preferences.Value>> plain = PlainStatements.read(statements);
    return plain.isPresent() ? plain.get() : parse(name, statements);
  }

  /** The same by the parser, whatever the statements are. */
  static Map<String, Preferences.Value> parse(String name, List<Statement> statements)
      throws IOException {
    return new TomlReader(name).read(statements);
  }

  private Map<String, Preferences.Value> read(List<Statement> statements) throws IOException {
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (Statement statement : statements) {
      if (statement.kind() == Statement.Kind.BROKEN) {
        throw new IOException(name + ":" + statement.line() + ": " + statement.name());
      }
      if (statement.kind() != Statement.Kind.TRIVIA || holdsControl(statement.text())) {
        if (++count > MAX_STATEMENTS) {
          throw new IOException(
              name + ":" + statement.line() + ": more than " + MAX_STATEMENTS + " settings");
        }
        text.append(statement.text());
        addLines(statement);
      }
    }
    TomlParseResult result = Toml.parse(text.toString(), OPTIONS);
    if (result.hasErrors()) {
      throw failure(result.errors().getFirst());
    }
    return table(result);
  }

  private void addLines(Statement statement) {
    int count = (int) statement.text().chars().filter(c -> c == '\n').count();
    for (int i = 0; i < Math.max(1, count); i++) {
      lines.add(statement.line() + i);
    }
  }

  /** Whether a comment holds what TOML forbids in it, so that the parser must see it. */
  static boolean holdsControl(String text) {
    return text.stripTrailing().chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f);
  }

  private IOException failure(TomlParseError error) {
    int line = error.position() == null ? 1 : lineOf(error.position().line());
    String message =
        POSITION
            .matcher(String.valueOf(error.getMessage()))
            .replaceAll(match -> "line " + lineOf(Integer.parseInt(match.group(1))));
    return new IOException(name + ":" + line + ": " + CONTROL.matcher(message).replaceAll(" "));
  }

  private int lineOf(int line) {
    if (lines.isEmpty()) {
      return 1;
    }
    return lines.get(Math.clamp(line - 1, 0, lines.size() - 1));
  }

  private static Map<String, Preferences.Value> table(TomlTable table) {
    Map<String, Preferences.Value> values = new LinkedHashMap<>();
    table.entrySet().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
    return values;
  }

  private static Preferences.Value value(Object value) {
    return switch (value) {
      case String text -> new Preferences.Text(text);
      case Long whole -> new Preferences.Whole(whole);
      case Double real -> new Preferences.Real(real);
      case Boolean flag -> new Preferences.Flag(flag);
      case TomlTable table -> new Preferences.Table(table(table));
      case TomlArray array ->
          new Preferences.Many(array.toList().stream().map(TomlReader::value).toList());
      default -> new Preferences.Text(value.toString());
    };
  }
}
