package iftoprs.bootstrap.privilege;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a process can still do after it was root; needs root. */
@Timeout(60)
class PrivilegesIT {

  @BeforeEach
  void needs_root() throws IOException {
    boolean root =
        Files.isReadable(Path.of("/proc/thread-self/status")) && ThreadStatus.own().isRoot();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(root).as("needs root").isTrue();
    }
    assumeTrue(root, "needs root on Linux");
  }

  @Test
  void who_called_sudo_may_not_read_secrets_nor_may_what_is_started() throws Exception {
    assertThat(probe(PrivilegeProbe.sudo("65534")))
        .containsExactly(
            "before reads",
            "main AccessDeniedException",
            "capture AccessDeniedException",
            "scanner reads",
            "later 0",
            "child of main 65534 0",
            "child of capture 65534 0",
            "child of scanner 65534 80004");
  }

  @Test
  void root_itself_starts_nothing_that_may_more_than_the_thread() throws Exception {
    assertThat(probe(PrivilegeProbe.sudo("0")))
        .contains(
            "later 0", "child of main 0 0", "child of capture 0 2000", "child of scanner 0 80004");
  }

  private static List<String> probe(Map<String, String> environment) throws Exception {
    String path =
        Stream.of("jdk.module.path", "java.class.path")
            .map(name -> System.getProperty(name, ""))
            .filter(value -> !value.isEmpty())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.add("-Djdk.lang.Process.launchMechanism=FORK");
    command.addAll(List.of("-cp", path, PrivilegeProbe.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }
}
