package iftoprs.ports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plain values by name, in order.
 *
 * @param values each a {@link Value}
 */
public record Preferences(Map<String, Value> values) {

  /** No value at all. */
  public static final Preferences EMPTY = new Preferences(Map.of());

  /** Copies the map, keeping its order. */
  public Preferences {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** One value. */
  public sealed interface Value {}

  /**
   * A text.
   *
   * @param value the text
   */
  public record Text(String value) implements Value {}

  /**
   * A whole number.
   *
   * @param value the number
   */
  public record Whole(long value) implements Value {}

  /**
   * A number with a fraction.
   *
   * @param value the number
   */
  public record Real(double value) implements Value {}

  /**
   * Yes or no.
   *
   * @param value the answer
   */
  public record Flag(boolean value) implements Value {}

  /**
   * Several values.
   *
   * @param values in order
   */
  public record Many(List<Value> values) implements Value {
    /** Copies the list. */
    public Many {
      values = List.copyOf(values);
    }
  }

  /**
   * Named values inside a value (pins, custom themes).
   *
   * @param values by name, in order
   */
  public record Table(Map<String, Value> values) implements Value {
    /** Copies the map, keeping its order. */
    public Table {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }
}
