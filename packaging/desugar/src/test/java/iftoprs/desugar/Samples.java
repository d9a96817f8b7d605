package iftoprs.desugar;

import java.util.ArrayList;
import java.util.List;

/** What the compiler leaves to the runtime, in every form that a program may have. */
final class Samples {

  private Samples() {}

  sealed interface Shape permits Dot, Line, Box, Hue {

    /** A switch inside an interface. */
    default String kind() {
      return switch (this) {
        case Dot dot -> "dot " + dot.at();
        case Line line -> "line " + line.length();
        case Box box -> "box";
        case Hue hue -> "hue";
      };
    }
  }

  record Dot(int at) implements Shape {}

  record Line(Dot from, Dot to) implements Shape {
    int length() {
      return to.at - from.at;
    }
  }

  record Box() implements Shape {}

  enum Hue implements Shape {
    RED,
    BLUE {
      @Override
      public String toString() {
        return "blue";
      }
    }
  }

  record Everything(
      boolean flag,
      byte small,
      short shorter,
      char letter,
      int number,
      long longer,
      float real,
      double exact,
      String text,
      int[] array,
      List<String> list) {}

  /** With conditions, so that a label is left and the next one is looked for. */
  static String guarded(Object value) {
    return switch (value) {
      case null -> "nothing";
      case Dot dot when dot.at() > 10 -> "far";
      case Line(Dot from, Dot(int to)) when from.at() == to -> "point";
      case Dot dot when dot.at() > 5 -> "near";
      case Dot dot -> "here";
      case Shape shape -> "shape";
      case String text -> text;
      default -> "other";
    };
  }

  static String constants(Hue hue) {
    return switch (hue) {
      case null -> "nothing";
      case BLUE -> "cold";
      case Hue any when any.ordinal() == 0 -> "warm";
      case RED -> "never";
      case Hue any -> "any";
    };
  }

  /** Labels that are constants among types: known to the runtime only. */
  static String leftAlone(Object value) {
    return switch (value) {
      case Hue hue -> "hue";
      case Integer number when number > 1 -> "many";
      case Integer number -> "few";
      default -> "other";
    };
  }

  static String ofText(CharSequence value) {
    return switch (value) {
      case String text when text.isEmpty() -> "empty";
      case String text -> "text";
      case StringBuilder builder -> "builder";
      default -> "other";
    };
  }

  /** Every form asked for every kind of value, as text. */
  static List<String> answers() {
    List<Object> values = new ArrayList<>(List.of(Hue.RED, Hue.BLUE, new Box(), "", "text", 1, 2));
    values.addAll(List.of(new Dot(1), new Dot(7), new Dot(70), new StringBuilder("built")));
    values.addAll(List.of(new Line(new Dot(3), new Dot(3)), new Line(new Dot(3), new Dot(4))));
    values.addAll(everything());
    values.add(null);
    List<String> answers = new ArrayList<>();
    for (Object value : values) {
      answers.add(guarded(value));
      answers.add(value == null ? "null" : leftAlone(value));
      if (value instanceof Shape shape) {
        answers.add(shape.kind());
      }
      if (value == null || value instanceof Hue) {
        answers.add(constants((Hue) value));
      }
      if (value instanceof CharSequence text) {
        answers.add(ofText(text));
      }
      if (value instanceof Record record) {
        boolean random = record instanceof Everything every && every.array() != null;
        answers.add(random ? "of an address" : String.valueOf(record.hashCode()));
        for (Object other : values) {
          answers.add(String.valueOf(record.equals(other)));
        }
      }
    }
    return answers;
  }

  /** Records that differ from the first in one field each. */
  private static List<Everything> everything() {
    byte b = 1;
    short s = 2;
    int[] array = {1};
    List<String> list = List.of("a");
    return List.of(
        new Everything(true, b, s, 'c', 3, 1L << 40, 0.0f, Double.NaN, "text", null, list),
        new Everything(true, b, s, 'c', 3, 1L << 40, 0.0f, Double.NaN, "text", null, list),
        new Everything(false, b, s, 'c', 3, 1L << 40, 0.0f, Double.NaN, "text", null, list),
        new Everything(true, (byte) -1, s, 'c', 3, 1L << 40, 0.0f, Double.NaN, "text", null, list),
        new Everything(true, b, (short) -2, 'c', 3, 1L << 40, 0.0f, Double.NaN, "text", null, list),
        new Everything(true, b, s, 'd', 3, 1L << 40, 0.0f, Double.NaN, "text", null, list),
        new Everything(true, b, s, 'c', 4, 1L << 40, 0.0f, Double.NaN, "text", null, list),
        new Everything(true, b, s, 'c', 3, 1L << 41, 0.0f, Double.NaN, "text", null, list),
        new Everything(true, b, s, 'c', 3, 1L << 40, -0.0f, Double.NaN, "text", null, list),
        new Everything(true, b, s, 'c', 3, 1L << 40, 0.0f, 1.5, "text", null, list),
        new Everything(true, b, s, 'c', 3, 1L << 40, 0.0f, Double.NaN, null, null, list),
        new Everything(true, b, s, 'c', 3, 1L << 40, 0.0f, Double.NaN, "other", null, list),
        new Everything(true, b, s, 'c', 3, 1L << 40, 0.0f, Double.NaN, "text", array, null),
        new Everything(true, b, s, 'c', 3, 1L << 40, 0.0f, Double.NaN, "text", null, List.of()));
  }
}
