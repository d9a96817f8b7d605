package iftoprs.domain.text;

import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads a rate as people write it: {@code 10Mbit}, {@code 1.25MB}, {@code 800kb}, {@code 64KiB/s},
 * or a bare number, which is bytes a second.
 *
 * <p>As {@link Rates} writes them, a small {@code b} is bits and a large one bytes.
 */
public final class RateText {

  private static final int MOST_DIGITS = 18;
  private static final double MOST = 1e15;

  private static final Map<String, Double> PREFIXES =
      Map.of("", 1e0, "k", 1e3, "K", 1e3, "M", 1e6, "G", 1e9, "T", 1e12);

  private static final Map<String, Double> BINARY_PREFIXES =
      Map.of("Ki", 0x1p10, "Mi", 0x1p20, "Gi", 0x1p30, "Ti", 0x1p40);

  private RateText() {}

  /**
   * Reads a rate.
   *
   * @param text what was written
   * @return bytes per second, rounded; at least 1 unless the number is 0; empty if it is no rate
   */
  public static OptionalLong parse(String text) {
    int end = 0;
    int points = 0;
    while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      points += text.charAt(end) == '.' ? 1 : 0;
      end++;
    }
    String number = text.substring(0, end);
    boolean understood =
        points <= 1
            && end <= MOST_DIGITS
            && !number.isEmpty()
            && isDigit(number.charAt(0))
            && isDigit(number.charAt(end - 1));
    double unit = unit(text.substring(end));
    if (!understood || unit == 0) {
      return OptionalLong.empty();
    }
    double value = Double.parseDouble(number) * unit;
    if (value > MOST) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(value == 0 ? 0 : Math.max(1, Math.round(value)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Bytes in a unit; 0 for one that is not known. */
  private static double unit(String text) {
    String unit = text.endsWith("/s") ? text.substring(0, text.length() - 2) : text;
    if (unit.isEmpty()) {
      return text.isEmpty() ? 1 : 0;
    }
    if (unit.endsWith("bit")) {
      return prefix(unit.substring(0, unit.length() - 3)) / 8;
    }
    String before = unit.substring(0, unit.length() - 1);
    return switch (unit.charAt(unit.length() - 1)) {
      case 'b' -> prefix(before) / 8;
      case 'B' -> prefix(before) + BINARY_PREFIXES.getOrDefault(before, 0.0);
      default -> 0;
    };
  }

  private static double prefix(String prefix) {
    return PREFIXES.getOrDefault(prefix, 0.0);
  }
}
