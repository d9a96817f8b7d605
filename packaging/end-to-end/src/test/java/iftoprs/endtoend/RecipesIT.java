package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that the documents offer runs as it stands there. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecipesIT {

  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  /** Prints nothing when all is well. */
  private static final String QUIET = "select(.loss.kernel";

  @TempDir Path folder;

  private Sandbox sandbox;

  @BeforeEach
  void prepare() throws IOException {
    Needs.program("bash");
    Needs.program("jq");
    Needs.program("sqlite3");
    sandbox = new Sandbox(folder);
    Files.write(sandbox.file("trace.pcap"), CaptureFile.ofSeconds(5));
    program("bin/iftoprs");
    program("iftoprs");
  }

  /** A launcher that never builds. */
  private void program(String name) throws IOException {
    Path file = sandbox.file(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\nexec '" + Sandbox.JAVA + "' -m bootstrap \"$@\"\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  static Stream<String> recipes() throws IOException {
    return blocks("docs/recipes.md");
  }

  /** Those of the README that play a capture and write to the standard output. */
  static Stream<String> readme() throws IOException {
    return blocks("README.md")
        .flatMap(String::lines)
        .filter(line -> line.contains("trace.pcap") && line.matches(".* --(report|json)\\b.*"));
  }

  private static Stream<String> blocks(String document) throws IOException {
    String text = Files.readString(Sandbox.ROOT.resolve(document));
    List<String> blocks =
        BLOCK.matcher(text).results().map((MatchResult result) -> result.group(1)).toList();
    assertThat(blocks).isNotEmpty();
    return blocks.stream();
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void a_recipe_works(String recipe) throws Exception {
    Run run = bash(recipe);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().isBlank()).isEqualTo(recipe.contains(QUIET));
    assertThat(run.out()).doesNotContain("false");
  }

  @ParameterizedTest
  @MethodSource("readme")
  void a_command_of_the_readme_works(String command) throws Exception {
    bash("gzip -k trace.pcap");
    Run run = bash(command);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).isNotBlank();
  }

  private Run bash(String script) throws IOException, InterruptedException {
    ProcessBuilder builder = sandbox.builder(List.of("bash", "-c", script));
    builder.environment().put("PATH", sandbox.file("bin") + ":" + System.getenv("PATH"));
    return sandbox.finish(builder);
  }
}
