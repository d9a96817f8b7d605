package iftoprs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every rule bites: run against its planted violation it reports exactly that one, in words that
 * lead to it.
 */
class TeethTest {

  private static final String PLANTED = "iftoprs.violations.";
  private static final String PICTURE = "the_code_adheres_to_the_picture";

  /** A rule, the folder below {@code iftoprs.violations} that breaks it, and what it must say. */
  private record Tooth(String rule, String folder, String... words) {}

  private static final List<Tooth> TEETH =
      List.of(
          new Tooth(PICTURE, "picture", "KnowsAnAdapter.violate()", "SomeCapture.touch()"),
          new Tooth(
              "driven_adapters_know_only_ports",
              "driven",
              "KnowsFlows.violate()",
              "SomeFlow.touch()"),
          new Tooth(
              "front_ends_know_only_the_domain_and_ports",
              "front",
              "KnowsSockets.violate()",
              "SomeSocketTable.touch()"),
          new Tooth(
              "adapters_do_not_know_each_other",
              "siblings",
              "Slice dns depends on Slice toml",
              "KnowsASibling.violate()"),
          new Tooth("ports_know_nobody", "leaf", "KnowsTheDomain.violate()", "SomeFigure.touch()"),
          new Tooth(
              "nobody_knows_bootstrap", "top", "KnowsTheWiring.violate()", "SomeWiring.touch()"),
          new Tooth(
              "domain_and_ports_are_pure_java",
              "pure",
              "StartsThreads.violate()",
              "java.lang.Thread.onSpinWait()"),
          new Tooth("domain_and_ports_are_pure_java", "file", "ReadsAFile.open(", "java.io.File"),
          new Tooth(
              "domain_and_ports_read_no_clock",
              "clock",
              "ReadsTheCalendar.violate()",
              "java.time.Instant.now()"),
          new Tooth(
              "domain_and_ports_use_nothing_of_system_but_arraycopy",
              "system",
              "ReadsTheClock.violate()",
              "java.lang.System.nanoTime()"),
          new Tooth(
              "each_library_is_touched_by_its_one_module",
              "library",
              "KnowsATerminal",
              "com.googlecode.lanterna.TerminalSize"),
          new Tooth(
              "each_library_is_touched_by_its_one_module",
              "stranger",
              "KnowsAStranger.violate(java.lang.String)",
              "org.assertj.core.util.Strings"),
          new Tooth(
              "capture_files_are_read_without_libpcap",
              "capturefile",
              "ReadsWithLibpcap.violate()",
              "com.sun.jna.Native.getLastError()"),
          new Tooth("packages_form_no_cycle", "cycle", "Cycle detected", "Hen.other", "Egg.other"),
          new Tooth("classes_of_the_domain_are_closed", "open", "CanBeExtended can be extended"),
          new Tooth("names_say_what_a_thing_is", "name", "FlowHelper"));

  @ParameterizedTest(name = "{0}")
  @FieldSource("TEETH")
  void rule_reports_its_planted_violation_and_nothing_else(Tooth tooth, @TempDir Path folder)
      throws IOException {
    ArchRule rule =
        tooth.rule.equals(PICTURE) ? plantedPicture(folder) : Rules.all().get(tooth.rule);
    JavaClasses planted = new ClassFileImporter().importPackages(PLANTED + tooth.folder);
    List<String> violations = rule.evaluate(planted).getFailureReport().getDetails();
    assertThat(violations).hasSize(1).first().asString().contains(tooth.words);
  }

  /** The real picture, its boxes moved to where the violation is planted. */
  private static ArchRule plantedPicture(Path folder) throws IOException {
    Path moved = folder.resolve("moved.puml");
    String picture = Files.readString(HexagonTest.DIAGRAM);
    Files.writeString(moved, picture.replace("<<iftoprs.", "<<" + PLANTED + "picture."));
    return HexagonTest.adheresTo(moved);
  }

  @Test
  void no_rule_is_without_teeth() {
    assertThat(TEETH.stream().map(Tooth::rule).collect(Collectors.toSet()))
        .isEqualTo(Rules.all().keySet());
  }

  @Test
  void no_violation_is_planted_in_vain() throws IOException {
    Path planted =
        House.ROOT.resolve("architecture-tests/src/test/java").resolve(PLANTED.replace('.', '/'));
    try (var folders = Files.list(planted)) {
      assertThat(folders.filter(Files::isDirectory).map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(TEETH.stream().map(Tooth::folder).toList());
    }
  }

  @Test
  void a_descriptor_that_requires_more_than_the_table_is_reported() {
    ModuleTable table =
        ModuleTable.parse(List.of("## Modules", "| `ports` | – | `iftoprs.ports` |"));
    ModuleDescriptor descriptor =
        ModuleDescriptor.newModule("ports").requires("java.sql").exports("iftoprs.ports").build();
    assertThat(table.differences(ModuleTable.of(List.of(descriptor))))
        .containsExactly(
            "ports: requires [], exports [iftoprs.ports]"
                + " <> requires [java.sql], exports [iftoprs.ports]");
  }

  @Test
  void a_descriptor_that_opens_a_package_unasked_is_reported() {
    ModuleTable table = ModuleTable.parse(List.of("## Modules", "| `ports` | – | – |"));
    ModuleDescriptor descriptor =
        ModuleDescriptor.newModule("ports").opens("iftoprs.ports").build();
    assertThat(table.differences(ModuleTable.of(List.of(descriptor))))
        .containsExactly(
            "ports: requires [], exports [] <> requires [], exports [opens iftoprs.ports]");
  }

  @Test
  void a_module_that_the_table_leaves_out_is_reported() {
    ModuleTable table = ModuleTable.parse(List.of("## Modules"));
    ModuleDescriptor descriptor = ModuleDescriptor.newModule("adapters.fax").build();
    assertThat(table.differences(ModuleTable.of(List.of(descriptor))))
        .containsExactly("adapters.fax: missing <> requires [], exports []");
  }

  @Test
  void a_package_without_package_info_is_reported(@TempDir Path folder) throws IOException {
    write(folder.resolve("fax/src/main/java/fax/Machine.java"), "package fax;");
    write(folder.resolve("fax/src/main/java/fax/paper/Roll.java"), "package fax.paper;");
    write(folder.resolve("fax/src/main/java/fax/paper/package-info.java"), "package fax.paper;");
    write(folder.resolve("fax/src/test/java/fax/paper/RollTest.java"), "package fax.paper;");
    assertThat(Sources.of(folder).packagesWithoutInfo()).containsExactly("fax/src/main/java/fax");
  }

  @Test
  void a_file_of_401_lines_is_reported(@TempDir Path folder) throws IOException {
    write(folder.resolve("Right.java"), "\n".repeat(ShapeTest.LONGEST_FILE));
    write(folder.resolve("Long.java"), "\n".repeat(ShapeTest.LONGEST_FILE + 1));
    assertThat(Sources.of(folder).longerThan(ShapeTest.LONGEST_FILE)).containsExactly("Long.java");
  }

  @Test
  void a_number_used_twice_is_reported(@TempDir Path folder) throws IOException {
    String text = "# ADR 7: Paper\n\n## Context\na\n## Decision\nb\n## Consequences\nc\n";
    write(folder.resolve("docs/adr/0007-paper.md"), text);
    write(folder.resolve("docs/adr/0007-pen.md"), text);
    assertThat(documents(folder).wrongDecisions())
        .containsExactly("0007-pen.md: number used twice");
  }

  @Test
  void an_empty_section_is_reported(@TempDir Path folder) throws IOException {
    String text = "# ADR 7: Paper\n\n## Context\na\n## Decision\n\n## Consequences\nc\n";
    write(folder.resolve("docs/adr/0007-paper.md"), text);
    assertThat(documents(folder).wrongDecisions())
        .containsExactly("0007-paper.md: section Decision is missing or empty");
  }

  @Test
  void a_decision_outside_of_the_index_is_reported(@TempDir Path folder) throws IOException {
    write(folder.resolve("docs/adr/README.md"), "| [7](0007-paper.md) | Paper |");
    write(folder.resolve("docs/adr/0007-paper.md"), "");
    write(folder.resolve("docs/adr/0008-pen.md"), "");
    assertThat(documents(folder).decisionsOutsideOfTheIndex()).containsExactly("0008-pen.md");
  }

  @Test
  void a_link_to_nowhere_is_reported(@TempDir Path folder) throws IOException {
    write(
        folder.resolve("README.md"),
        "[a](README.md#top) [b](docs/gone.md) [c](https://example.org/gone) `[d](gone.md)`\n");
    assertThat(documents(folder).brokenLinks()).containsExactly("README.md: docs/gone.md");
  }

  private static Documents documents(Path folder) throws IOException {
    return new Documents(Sources.of(folder));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
