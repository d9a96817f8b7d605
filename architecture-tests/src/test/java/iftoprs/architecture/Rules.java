package iftoprs.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rules by the name of their field, so that no list has to be kept. */
final class Rules {

  private static final List<Class<?>> HOLDERS =
      List.of(HexagonTest.class, PurityTest.class, ThirdPartyTest.class, ShapeTest.class);

  private Rules() {}

  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new TreeMap<>();
    for (Class<?> holder : HOLDERS) {
      for (Field field : holder.getDeclaredFields()) {
        if (field.getType() == ArchRule.class) {
          rules.put(field.getName(), read(field));
        }
      }
    }
    return rules;
  }

  private static ArchRule read(Field field) {
    try {
      return (ArchRule) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError("a rule is a static field, visible in its package: " + field, e);
    }
  }
}
