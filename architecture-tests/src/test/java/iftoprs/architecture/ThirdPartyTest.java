package iftoprs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Which library belongs to whom; what is in no row belongs to nobody. */
@AnalyzeClasses(packages = "iftoprs", importOptions = DoNotIncludeTests.class)
class ThirdPartyTest {

  /** A package with all below it, and the one room that may touch it. */
  record Library(String packages, String room) {

    boolean holds(JavaClass type) {
      return PackageMatcher.of(packages).matches(type.getPackageName());
    }

    boolean belongsTo(JavaClass type) {
      return PackageMatcher.of(room).matches(type.getPackageName());
    }
  }

  static final List<Library> LIBRARIES =
      List.of(
          new Library("org.pcap4j..", House.PCAP),
          new Library("com.sun.jna..", House.PCAP),
          new Library("org.tukaani.xz..", House.PCAP_FILES),
          new Library("com.googlecode.lanterna..", House.TUI),
          new Library("tools.jackson..", House.JSON),
          new Library("org.tomlj..", House.TOML),
          new Library("org.xbill..", House.DNS),
          new Library("picocli..", House.BOOTSTRAP),
          // Signals, in the JDK's own corner: a terminal is restored, a stream ends with code 0.
          new Library("sun.misc..", House.TUI),
          new Library("sun.misc..", House.BOOTSTRAP));

  @ArchTest
  static final ArchRule each_library_is_touched_by_its_one_module =
      classes()
          .that()
          .resideInAPackage("iftoprs..")
          .should(Dependencies.onlyWhere("use only their own library", ThirdPartyTest::isOwn))
          .because("ADR 1");

  @ArchTest
  static final ArchRule capture_files_are_read_without_libpcap =
      noClasses()
          .that()
          .resideInAPackage(House.PCAP_FILES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.pcap4j..", "com.sun.jna..")
          .because("ADR 5");

  private static boolean isOwn(JavaClass origin, JavaClass target) {
    String packageName = target.getPackageName();
    if (packageName.startsWith("iftoprs.") || packageName.startsWith("java.")) {
      return true;
    }
    return LIBRARIES.stream()
        .anyMatch(library -> library.holds(target) && library.belongsTo(origin));
  }
}
