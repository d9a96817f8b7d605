package iftoprs.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;

/** Who may know whom: the picture, and the sentences that a reader should not have to derive. */
@AnalyzeClasses(packages = "iftoprs", importOptions = DoNotIncludeTests.class)
class HexagonTest {

  static final Path DIAGRAM = House.ROOT.resolve("docs/architecture.puml");

  private static final String[] DRIVEN = {
    House.PCAP, House.LSOF, House.PACKAGES, House.DNS, House.TOML
  };

  private static final DescribedPredicate<JavaClass> OUTSIDE = not(resideInAPackage("iftoprs.."));

  @ArchTest static final ArchRule the_code_adheres_to_the_picture = adheresTo(DIAGRAM);

  @ArchTest
  static final ArchRule driven_adapters_know_only_ports =
      classes()
          .that()
          .resideInAnyPackage(DRIVEN)
          .should()
          .onlyDependOnClassesThat(
              OUTSIDE.or(resideInAPackage(House.PORTS)).or(resideInAnyPackage(DRIVEN)))
          .because("ADR 1");

  @ArchTest
  static final ArchRule front_ends_know_only_the_domain_and_ports =
      classes()
          .that()
          .resideInAnyPackage(House.TUI, House.JSON)
          .should()
          .onlyDependOnClassesThat(
              OUTSIDE.or(resideInAnyPackage(House.DOMAIN, House.PORTS, House.TUI, House.JSON)))
          .because("ADR 1");

  @ArchTest
  static final ArchRule adapters_do_not_know_each_other =
      slices().matching("iftoprs..adapters.(*)..").should().notDependOnEachOther().because("ADR 1");

  @ArchTest
  static final ArchRule ports_know_nobody =
      classes()
          .that()
          .resideInAPackage(House.PORTS)
          .should()
          .onlyDependOnClassesThat(OUTSIDE.or(resideInAPackage(House.PORTS)))
          .because("ADR 1");

  @ArchTest
  static final ArchRule nobody_knows_bootstrap =
      noClasses()
          .that()
          .resideOutsideOfPackage(House.BOOTSTRAP)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(House.BOOTSTRAP)
          .because("ADR 1");

  static ArchRule adheresTo(Path diagram) {
    return classes()
        .should(adhereToPlantUmlDiagram(diagram, consideringOnlyDependenciesInDiagram()))
        .because("ADR 1");
  }
}
