package iftoprs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The table of modules in ARCHITECTURE.md is true (ADR 1). */
class ModuleDescriptorTest {

  @Test
  void the_compiled_descriptors_are_those_of_the_table() throws IOException, URISyntaxException {
    assertThat(documented().differences(ModuleTable.compiled()))
        .as("ARCHITECTURE.md <> module-info")
        .isEmpty();
  }

  @Test
  void every_folder_with_a_descriptor_is_in_the_table() throws IOException {
    long folders =
        Sources.of(House.ROOT).java().stream()
            .filter(file -> file.endsWith("src/main/java/module-info.java"))
            .filter(file -> !file.startsWith(House.ROOT.resolve("packaging")))
            .count();
    assertThat(documented().modules()).hasSize((int) folders);
  }

  static ModuleTable documented() throws IOException {
    return ModuleTable.parse(Files.readAllLines(House.ROOT.resolve("ARCHITECTURE.md")));
  }
}
