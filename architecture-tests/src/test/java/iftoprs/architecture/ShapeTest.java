package iftoprs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How classes, packages and files look. */
@AnalyzeClasses(packages = "iftoprs", importOptions = DoNotIncludeTests.class)
class ShapeTest {

  static final int LONGEST_FILE = 400;

  /** Files that are longer because splitting them would hide what they show. */
  private static final Set<String> LONG_FILES = Set.of();

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("iftoprs.(**)").should().beFreeOfCycles().because("ADR 2");

  @ArchTest
  static final ArchRule classes_of_the_domain_are_closed =
      classes()
          .that()
          .resideInAnyPackage(House.DOMAIN, House.PORTS)
          .should(beClosed())
          .because("ADR 2");

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Port|Adapter)(\\$.*)?")
          .because("ADR 2");

  @Test
  void every_package_says_what_it_is_for() throws IOException {
    assertThat(Sources.of(House.ROOT).packagesWithoutInfo()).isEmpty();
  }

  @Test
  void no_source_file_is_longer_than_400_lines() throws IOException {
    List<String> tooLong = Sources.of(House.ROOT).longerThan(LONGEST_FILE);
    assertThat(tooLong)
        .as("the list of exceptions names what is too long, and nothing else")
        .containsExactlyInAnyOrderElementsOf(LONG_FILES);
  }

  /** Nobody may extend it unasked; an anonymous class has no name that could be extended. */
  private static ArchCondition<JavaClass> beClosed() {
    return new ArchCondition<>("be final, a record, an enum, sealed or an interface") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean closed =
            type.isInterface()
                || type.isEnum()
                || type.isSealed()
                || type.isAnonymousClass()
                || type.getModifiers().contains(JavaModifier.FINAL);
        if (!closed) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " can be extended"));
        }
      }
    };
  }
}
