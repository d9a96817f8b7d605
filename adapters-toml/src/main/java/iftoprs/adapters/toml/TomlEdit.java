package iftoprs.adapters.toml;

import iftoprs.ports.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;

/**
 * Changes the values of a TOML file statement by statement, so that what is not touched stays as
 * its author wrote it.
 *
 * <p>A plain value is replaced in its place. A new one goes after the last one of its table. A
 * table is changed value by value; an array of tables is written anew where it stood. Rare layouts
 * (dotted keys that open tables) may come out wrong, so the caller reads the result back.
 */
final class TomlEdit {

  private final List<Placed> statements = new ArrayList<>();
  private final String lineEnd;

  /** A statement, and the full path of the value or table that it defines. */
  private record Placed(List<String> path, Statement statement) {

    boolean isUnder(List<String> ancestor) {
      return statement.kind() != Statement.Kind.TRIVIA
          && path.size() >= ancestor.size()
          && path.subList(0, ancestor.size()).equals(ancestor);
    }

    boolean isValueAt(List<String> where) {
      return statement.kind() == Statement.Kind.VALUE && path.equals(where);
    }
  }

  private TomlEdit(List<Statement> statements, String lineEnd) {
    this.lineEnd = lineEnd;
    List<String> section = List.of();
    for (Statement statement : statements) {
      List<String> path = section;
      if (statement.isHeading()) {
        section = path(statement);
        path = section;
      } else if (statement.kind() == Statement.Kind.VALUE) {
        path = new ArrayList<>(section);
        path.addAll(path(statement));
      }
      this.statements.add(new Placed(List.copyOf(path), statement.ended(lineEnd)));
    }
  }

  private static List<String> path(Statement statement) {
    String name = statement.name().strip();
    return PlainStatements.isBare(name) ? List.of(name) : Toml.parseDottedKey(name);
  }

  /**
   * The text in which values are as wanted.
   *
   * @param statements valid TOML
   * @param current the values that it holds
   * @param wanted the values that it shall hold; those that it does not name stay
   * @param lineEnd for new lines
   */
  static String apply(
      List<Statement> statements,
      Map<String, Preferences.Value> current,
      Map<String, Preferences.Value> wanted,
      String lineEnd) {
    TomlEdit edit = new TomlEdit(statements, lineEnd);
    wanted.forEach(
        (key, value) -> edit.change(List.of(key), Optional.ofNullable(current.get(key)), value));
    return Statement.join(edit.statements.stream().map(Placed::statement).toList());
  }

  private void change(
      List<String> path, Optional<Preferences.Value> current, Preferences.Value wanted) {
    if (current.isPresent() && current.get().equals(wanted)) {
      return;
    }
    int line = indexOfValue(path);
    boolean wasPlain = current.isPresent() && !TomlWriter.hasSections(current.get());
    if (line >= 0 && !(wasPlain && TomlWriter.hasSections(wanted))) {
      Placed placed = statements.get(line);
      Statement changed = placed.statement().withValue(TomlWriter.inline(wanted));
      statements.set(line, new Placed(path, changed));
    } else if (line < 0
        && current.isPresent()
        && current.get() instanceof Preferences.Table before
        && wanted instanceof Preferences.Table after) {
      changeTable(path, before.values(), after.values());
      if (after.values().isEmpty() && statements.stream().noneMatch(each -> each.isUnder(path))) {
        // Nothing would tell that the table is there.
        add(path, wanted, -1);
      }
    } else {
      int stood = remove(path);
      add(path, wanted, stood);
    }
  }

  private void changeTable(
      List<String> path,
      Map<String, Preferences.Value> before,
      Map<String, Preferences.Value> after) {
    for (String key : before.keySet()) {
      if (!after.containsKey(key)) {
        remove(TomlWriter.child(path, key));
      }
    }
    after.forEach(
        (key, value) ->
            change(TomlWriter.child(path, key), Optional.ofNullable(before.get(key)), value));
  }

  private int indexOfValue(List<String> path) {
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).isValueAt(path)) {
        return i;
      }
    }
    return -1;
  }

  /** Removes all that defines a value; returns where its first section stood, or -1. */
  private int remove(List<String> path) {
    int stood = -1;
    int i = 0;
    while (i < statements.size()) {
      Placed placed = statements.get(i);
      if (!placed.isUnder(path)) {
        i++;
      } else if (placed.statement().isHeading()) {
        stood = stood < 0 ? i : stood;
        removeSection(i);
      } else {
        statements.remove(i);
      }
    }
    return stood;
  }

  /** Removes a heading and all down to its last value; comments after that belong to the next. */
  private void removeSection(int heading) {
    int last = lastOfSection(heading);
    statements.subList(heading, last + 1).clear();
    boolean blankAgain = heading < statements.size() && isBlank(heading);
    if (blankAgain) {
      statements.remove(heading);
    }
  }

  private int lastOfSection(int heading) {
    int last = heading;
    for (int i = heading + 1; i < statements.size(); i++) {
      Statement statement = statements.get(i).statement();
      if (statement.isHeading()) {
        break;
      }
      last = statement.kind() == Statement.Kind.VALUE ? i : last;
    }
    return last;
  }

  private void add(List<String> path, Preferences.Value value, int stood) {
    if (TomlWriter.hasSections(value)) {
      addSections(path, value, stood < 0 ? statements.size() : stood);
      return;
    }
    List<String> table = path.subList(0, path.size() - 1);
    String text = new TomlWriter(lineEnd).line(path.getLast(), value);
    Placed line = new Placed(List.copyOf(path), Statement.written(Statement.Kind.VALUE, text));
    if (table.isEmpty()) {
      statements.add(endOfRoot(), line);
      return;
    }
    for (int i = 0; i < statements.size(); i++) {
      Placed placed = statements.get(i);
      if (placed.statement().isHeading() && placed.path().equals(table)) {
        statements.add(lastOfSection(i) + 1, line);
        return;
      }
    }
    Preferences.Table holder = new Preferences.Table(Map.of(path.getLast(), value));
    addSections(table, holder, statements.size());
  }

  private void addSections(List<String> path, Preferences.Value value, int at) {
    String blank = at == 0 || isTrivia(at - 1) ? "" : lineEnd;
    String after = at == statements.size() || isBlank(at) ? "" : lineEnd;
    String text = blank + new TomlWriter(lineEnd).sections(path, value) + after;
    statements.add(at, new Placed(path, Statement.written(Statement.Kind.TABLE, text)));
  }

  /** Whether the new section goes below a blank line, or below a comment that was its own. */
  private boolean isTrivia(int index) {
    boolean comment = !isBlank(index);
    boolean atEnd = index + 1 == statements.size();
    return statements.get(index).statement().kind() == Statement.Kind.TRIVIA && !(comment && atEnd);
  }

  private boolean isBlank(int index) {
    return statements.get(index).statement().text().isBlank();
  }

  /** After the last plain value, else before the comment that belongs to the first heading. */
  private int endOfRoot() {
    int heading = 0;
    int afterValue = -1;
    while (heading < statements.size() && !statements.get(heading).statement().isHeading()) {
      Statement statement = statements.get(heading).statement();
      heading++;
      afterValue = statement.kind() == Statement.Kind.VALUE ? heading : afterValue;
    }
    if (afterValue >= 0 || heading == statements.size()) {
      return afterValue >= 0 ? afterValue : heading;
    }
    while (heading > 0 && !isBlank(heading - 1)) {
      heading--;
    }
    return heading;
  }
}
