package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The man page can be read with the usual programs, and they find nothing wrong with it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManPageIT {

  private static final String PAGE = Sandbox.ROOT.resolve("docs/iftoprs.1").toString();

  @TempDir Path folder;

  private Sandbox sandbox;

  @BeforeEach
  void open() {
    sandbox = new Sandbox(folder);
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  @Test
  void mandoc_finds_nothing_wrong() throws Exception {
    Needs.program("mandoc");
    Run run = sandbox.run("mandoc", "-Tlint", "-Wwarning", PAGE);
    assertThat(run.out() + run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }

  @Test
  void man_shows_it_without_a_warning() throws Exception {
    Needs.program("man");
    Needs.program("nroff");
    ProcessBuilder man = sandbox.builder(List.of("man", "--warnings=w", "-l", PAGE));
    man.environment().putAll(Map.of("MANWIDTH", "80", "LC_ALL", "C.UTF-8", "MANPAGER", "cat"));
    Run run = sandbox.finish(man);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    String plain = run.out().replaceAll(".\b", "");
    assertThat(plain)
        .contains("SYNOPSIS", "--interface DEVICE", "KEYS", "EXIT STATUS", "refresh_rate = 1");
    assertThat(plain.lines()).allMatch(line -> line.length() <= 80);
  }
}
