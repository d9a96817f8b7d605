package iftoprs.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** A condition over pairs of classes, for rules that depend on both ends. */
final class Dependencies extends ArchCondition<JavaClass> {

  private final BiPredicate<JavaClass, JavaClass> allowed;

  private Dependencies(String description, BiPredicate<JavaClass, JavaClass> allowed) {
    super(description);
    this.allowed = allowed;
  }

  /**
   * Reports every pair once, however often the one class mentions the other.
   *
   * @param allowed of the class that depends and the class it depends on
   */
  static Dependencies onlyWhere(String description, BiPredicate<JavaClass, JavaClass> allowed) {
    return new Dependencies(description, allowed);
  }

  @Override
  public void check(JavaClass origin, ConditionEvents events) {
    Map<String, Dependency> refused = new TreeMap<>();
    for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (!target.isPrimitive() && !allowed.test(origin, target)) {
        refused.putIfAbsent(target.getName(), dependency);
      }
    }
    refused
        .values()
        .forEach(it -> events.add(SimpleConditionEvent.violated(it, it.getDescription())));
  }
}
