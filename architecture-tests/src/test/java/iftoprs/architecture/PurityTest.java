package iftoprs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the inside of the hexagon may use of the JDK: a list of what is allowed, not of sins. */
@AnalyzeClasses(packages = "iftoprs", importOptions = DoNotIncludeTests.class)
class PurityTest {

  private static final Set<String> PURE_PACKAGES =
      Set.of(
          "java.lang",
          "java.time",
          "java.util",
          "java.util.concurrent.atomic",
          "java.util.function",
          "java.util.random",
          "java.util.stream");

  private static final Set<String> PURE_CLASSES = Set.of("java.util.concurrent.Executor");

  /** Classes of a pure package that reach for threads, processes, files or clocks all the same. */
  private static final Set<String> IMPURE_CLASSES =
      Set.of(
          "java.lang.ClassLoader",
          "java.lang.InheritableThreadLocal",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Runtime",
          "java.lang.Thread",
          "java.lang.ThreadGroup",
          "java.lang.ThreadLocal",
          "java.time.Clock",
          "java.time.InstantSource",
          "java.util.Calendar",
          "java.util.Date",
          "java.util.ResourceBundle",
          "java.util.Scanner",
          "java.util.ServiceLoader",
          "java.util.Timer",
          "java.util.TimerTask",
          "java.util.UUID");

  /** Who may use what else. A port may fail; {@code BigEndian} reads in one instruction. */
  private static final Map<String, Set<String>> EXCEPTIONS =
      Map.of(
          "iftoprs.domain.packet.BigEndian",
          Set.of(
              "java.lang.invoke.MethodHandles", "java.lang.invoke.VarHandle", "java.nio.ByteOrder"),
          "iftoprs.domain.monitor.SocketScans",
          Set.of("java.io.IOException"),
          "iftoprs.ports.Clipboard",
          Set.of("java.io.IOException"),
          "iftoprs.ports.SettingsStore",
          Set.of("java.io.IOException"),
          "iftoprs.ports.SocketTable",
          Set.of("java.io.IOException"));

  @ArchTest
  static final ArchRule domain_and_ports_are_pure_java =
      classes()
          .that()
          .resideInAnyPackage(House.DOMAIN, House.PORTS)
          .should(Dependencies.onlyWhere("depend only on pure Java", PurityTest::isAllowed))
          .because("ADR 2");

  @ArchTest
  static final ArchRule domain_and_ports_read_no_clock =
      noClasses()
          .that()
          .resideInAnyPackage(House.DOMAIN, House.PORTS)
          .should()
          .accessTargetWhere(
              member(
                  "now of java.time",
                  (owner, name) -> owner.startsWith("java.time.") && name.equals("now")))
          .because("ADR 4");

  @ArchTest
  static final ArchRule domain_and_ports_use_nothing_of_system_but_arraycopy =
      noClasses()
          .that()
          .resideInAnyPackage(House.DOMAIN, House.PORTS)
          .should()
          .accessTargetWhere(
              member(
                  "System, except arraycopy",
                  (owner, name) -> owner.equals("java.lang.System") && !name.equals("arraycopy")))
          .because("ADR 4");

  @ArchTest
  static void every_exception_is_still_needed(JavaClasses house) {
    EXCEPTIONS.forEach(
        (origin, targets) -> {
          Set<String> used =
              house.get(origin).getDirectDependenciesFromSelf().stream()
                  .map(dependency -> dependency.getTargetClass().getName())
                  .collect(Collectors.toSet());
          assertThat(used).as(origin).containsAll(targets);
        });
  }

  private static boolean isAllowed(JavaClass origin, JavaClass target) {
    String name = target.getName();
    if (target.getPackageName().startsWith("iftoprs.")) {
      return true;
    }
    if (EXCEPTIONS.getOrDefault(origin.getName(), Set.of()).contains(name)) {
      return true;
    }
    // A nested class is what its outermost class is: Thread$Builder is as impure as Thread.
    String outermost = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    return PURE_CLASSES.contains(outermost)
        || PURE_PACKAGES.contains(target.getPackageName()) && !IMPURE_CLASSES.contains(outermost);
  }

  private interface Member {
    boolean is(String owner, String name);
  }

  private static DescribedPredicate<JavaAccess<?>> member(String description, Member member) {
    return DescribedPredicate.describe(
        description,
        access -> member.is(access.getTargetOwner().getName(), access.getTarget().getName()));
  }
}
