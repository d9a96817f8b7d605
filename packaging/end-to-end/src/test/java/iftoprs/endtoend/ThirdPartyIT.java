package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped of others is told, with its licence and the text of it. */
class ThirdPartyIT {

  private static final Path DOCUMENT = Sandbox.ROOT.resolve("THIRD_PARTY.md");
  private static final Path IMAGE = Sandbox.ROOT.resolve("packaging/image/target/image");
  private static final Path SHIPPED = IMAGE.resolve("legal/libraries");

  /** Artifact, version, licence, and the module in what follows. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^(\\| [\\w.-]+:([\\w.-]+) \\| [^|]+ \\| [^|]+ \\|)(?: `([\\w.]+)`)?.*$");

  private static final Pattern UNPACKED =
      Pattern.compile(
          "<artifactItem>\\s*<groupId>(.+?)</groupId>\\s*<artifactId>(.+?)</artifactId>");

  private static final Pattern RELEASE = Pattern.compile("(?m)^MODULES=\"(.*)\"$");

  private static final Pattern MODULE = Pattern.compile("(?m)^(?:open )?module ([\\w.]+)");

  private static List<String> cells(Path file, int group) throws IOException {
    return ROW.matcher(Files.readString(file)).results().map(row -> row.group(group)).toList();
  }

  @Test
  void the_document_names_what_the_build_found_with_version_and_licence() throws Exception {
    List<String> found = cells(SHIPPED.resolve("libraries.md"), 1);
    assertThat(found).isNotEmpty();
    assertThat(cells(DOCUMENT, 1)).containsExactlyInAnyOrderElementsOf(found);
  }

  /** They are no dependencies of Maven's, so the image names them once more. */
  @Test
  void the_build_finds_what_shim_modules_are_made_from() throws Exception {
    String found = Files.readString(SHIPPED.resolve("libraries.md"));
    List<Path> shims;
    try (Stream<Path> files = Files.list(Sandbox.ROOT.resolve("packaging/shims"))) {
      shims = files.map(shim -> shim.resolve("pom.xml")).toList();
    }
    assertThat(shims).isNotEmpty();
    for (Path shim : shims) {
      Matcher item = UNPACKED.matcher(Files.readString(shim));
      assertThat(item.find()).as("%s", shim).isTrue();
      assertThat(found).contains("| " + item.group(1) + ":" + item.group(2) + " | ");
    }
  }

  @Test
  void the_document_names_every_module_of_others_in_the_image() throws Exception {
    Matcher modules = RELEASE.matcher(Files.readString(IMAGE.resolve("release")));
    assertThat(modules.find()).isTrue();
    Set<String> shipped = new TreeSet<>(List.of(modules.group(1).split(" ")));
    shipped.removeIf(name -> name.startsWith("java.") || name.startsWith("jdk."));
    assertThat(shipped).contains("bootstrap", "com.googlecode.lanterna");
    shipped.removeAll(ours());
    assertThat(cells(DOCUMENT, 3)).containsExactlyInAnyOrderElementsOf(shipped);
  }

  private static Set<String> ours() throws IOException {
    Set<String> ours = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Sandbox.ROOT, 6)) {
      for (Path file : files.filter(each -> each.endsWith("main/java/module-info.java")).toList()) {
        if (!file.toString().contains("/shims/")) {
          Matcher module = MODULE.matcher(Files.readString(file));
          assertThat(module.find()).as("%s", file).isTrue();
          ours.add(module.group(1));
        }
      }
    }
    return ours;
  }

  @Test
  void the_text_of_each_licence_lies_in_the_image() throws Exception {
    for (String artifact : cells(DOCUMENT, 2)) {
      assertThat(SHIPPED.resolve(artifact)).isNotEmptyDirectory();
    }
    assertThat(SHIPPED.resolve("lanterna/LGPL-3.0.txt"))
        .content()
        .contains("GNU LESSER GENERAL PUBLIC LICENSE");
    assertThat(SHIPPED.resolve("jackson-core/LICENSE")).content().contains("Apache License");
  }
}
