package iftoprs.adapters.toml;

import iftoprs.ports.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes values as TOML: plain ones on a line, tables as sections. */
final class TomlWriter {

  private final String lineEnd;
  private final StringBuilder out = new StringBuilder();

  TomlWriter(String lineEnd) {
    this.lineEnd = lineEnd;
  }

  /** A whole file, plain values first, as TOML demands. */
  static String document(Map<String, Preferences.Value> values, String lineEnd) {
    TomlWriter writer = new TomlWriter(lineEnd);
    writer.body(List.of(), values);
    return writer.out.toString();
  }

  /** {@code key = value} on a line. */
  String line(String key, Preferences.Value value) {
    return key(key) + " = " + inline(value) + lineEnd;
  }

  /** The sections that hold a table, or an array of tables, without a blank line before. */
  String sections(List<String> path, Preferences.Value value) {
    out.setLength(0);
    section(path, value);
    return out.substring(out.indexOf("["));
  }

  /** Whether a value gets sections of its own. */
  static boolean hasSections(Preferences.Value value) {
    return switch (value) {
      case Preferences.Table table -> true;
      case Preferences.Many many ->
          !many.values().isEmpty()
              && many.values().stream().allMatch(Preferences.Table.class::isInstance);
      case Preferences.Text text -> false;
      case Preferences.Whole whole -> false;
      case Preferences.Real real -> false;
      case Preferences.Flag flag -> false;
    };
  }

  private void body(List<String> path, Map<String, Preferences.Value> values) {
    values.forEach(
        (key, value) -> {
          if (!hasSections(value)) {
            out.append(line(key, value));
          }
        });
    values.forEach(
        (key, value) -> {
          if (hasSections(value)) {
            section(child(path, key), value);
          }
        });
  }

  private void section(List<String> path, Preferences.Value value) {
    if (value instanceof Preferences.Table table) {
      heading("[", path, "]", table);
    } else if (value instanceof Preferences.Many many) {
      for (Preferences.Value each : many.values()) {
        if (each instanceof Preferences.Table table) {
          heading("[[", path, "]]", table);
        }
      }
    }
  }

  private void heading(String open, List<String> path, String close, Preferences.Table table) {
    boolean needless =
        open.equals("[")
            && !table.values().isEmpty()
            && table.values().values().stream().allMatch(TomlWriter::hasSections);
    if (!needless) {
      out.append(out.isEmpty() ? "" : lineEnd);
      out.append(open)
          .append(path.stream().map(TomlWriter::key).collect(Collectors.joining(".")))
          .append(close)
          .append(lineEnd);
    }
    body(path, table.values());
  }

  static List<String> child(List<String> path, String key) {
    List<String> child = new ArrayList<>(path);
    child.add(key);
    return List.copyOf(child);
  }

  static String inline(Preferences.Value value) {
    return switch (value) {
      case Preferences.Text text -> quoted(text.value());
      case Preferences.Whole whole -> Long.toString(whole.value());
      case Preferences.Flag flag -> Boolean.toString(flag.value());
      case Preferences.Real real -> real(real.value());
      case Preferences.Many many ->
          many.values().stream()
              .map(TomlWriter::inline)
              .collect(Collectors.joining(", ", "[", "]"));
      case Preferences.Table table ->
          table.values().entrySet().stream()
              .map(entry -> key(entry.getKey()) + " = " + inline(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String real(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return Double.toString(value);
  }

  private static String key(String key) {
    boolean bare = !key.isEmpty() && key.chars().allMatch(TomlWriter::isBare);
    return bare ? key : quoted(key);
  }

  private static boolean isBare(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ' || c >= 0x7f && c < 0xa0) {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
