package iftoprs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about swapping adapters keeps its word: its code compiles and counts. */
class AdapterPageTest {

  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("(?m)^final class (\\w+)");

  @TempDir Path folder;

  @Test
  void an_adapter_from_the_page_runs_behind_the_monitor() throws Exception {
    String page = Files.readString(House.ROOT.resolve("docs/adapter.md"));
    List<String> sources = JAVA.matcher(page).results().map(block -> block.group(1)).toList();
    assertThat(sources).hasSize(2);
    for (String source : sources) {
      var name = NAME.matcher(source);
      assertThat(name.find()).isTrue();
      Files.writeString(folder.resolve(name.group(1) + ".java"), source);
    }
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                complaints,
                complaints,
                "-Xlint:all,-path",
                "-Werror",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                folder.resolve("Metronome.java").toString(),
                folder.resolve("Beats.java").toString());
    assertThat(status).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(beats().lines())
        .hasSize(3)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("\"capture\":\"metronome\"", "\"flow_count\":1,")
                    .contains("\"source\":\"192.168.1.2\"", "\"rate_2s\":1250"));
  }

  private String beats() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    URL[] path = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      Method write = loader.loadClass("Beats").getDeclaredMethod("write", OutputStream.class);
      write.setAccessible(true);
      write.invoke(null, out);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
