package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.ProcessFacts.ControlGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files {@code /proc/PID/cgroup}; the last line of each is what they tell. */
class ControlGroupsTest {

  private static final String EXPECTED = "= ";

  static Stream<String> names() {
    return Listing.names("cgroup", ".txt");
  }

  @ParameterizedTest
  @MethodSource("names")
  void tells_container_and_unit(String name) throws IOException {
    String text = Files.readString(Path.of("src/test/resources", name + ".txt"));
    int at = text.indexOf(EXPECTED);
    assertThat(line(ControlGroups.parse(text.substring(0, at))))
        .isEqualTo(text.substring(at + EXPECTED.length()).strip());
  }

  private static String line(ControlGroup group) {
    return group.container().map(it -> it.runtime() + " " + shortened(it.id())).orElse("-")
        + " "
        + group.unit().orElse("-");
  }

  private static String shortened(String id) {
    return id.length() == 64 ? id.substring(0, 4) + id.substring(60) : id;
  }
}
