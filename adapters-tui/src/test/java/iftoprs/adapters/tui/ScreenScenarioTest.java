package iftoprs.adapters.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScreenScenarioTest {

  private static final Path FOLDER =
      Path.of(
          System.getProperty("iftoprs.root"),
          "adapters-tui/src/test/resources/iftoprs/adapters/tui/scenarios");

  @TestFactory
  Stream<DynamicTest> the_screen_behaves() throws IOException {
    return scenarios().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString().replace(".txt", "").replace('_', ' '),
                    () -> new ScreenScenario().play(Files.readAllLines(file))));
  }

  @Test
  void every_scenario_expects_something() throws IOException {
    for (Path file : scenarios()) {
      assertThat(Files.readAllLines(file))
          .as(file.toString())
          .anyMatch(
              line ->
                  line.matches(
                      "(lit|shows|hides|row|selected|overlay|tip|filter|scroll|saved|effect) .*"));
    }
  }

  private static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.endsWith("README.txt")).sorted().toList();
    }
  }
}
