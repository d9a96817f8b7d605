package iftoprs.adapters.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.ports.Publisher;
import iftoprs.ports.Publisher.Basis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tools print, by recorded output of dpkg 1.21 and rpm 4.18. */
class PackageToolsTest {

  private static final String SHELL =
      "diversion by dash from: /bin/sh\ndiversion by dash to: /bin/sh.distrib\ndash: /bin/sh\n";

  private static final String AWAY =
      "local diversion from: /bin/away\nlocal diversion to: /bin/away.real\n";

  /** Output by the last argument. */
  private static final Map<String, String> DPKG =
      Map.of(
          "/bin/bash",
          "bash: /bin/bash\ndpkg-query: no path found matching pattern /usr/bin/bash\n",
          "/usr/lib/libc.so.6",
          "libc6:amd64: /lib/libc.so.6\n",
          "/usr/bin/shared",
          "one:amd64, two: /usr/bin/shared\n",
          "/bin/sh",
          SHELL,
          "/bin/sh.distrib",
          SHELL.replace("dash: /bin/sh\n", ""),
          "/bin/away",
          AWAY + "tool: /bin/away\n",
          "/bin/away.real",
          AWAY,
          "/opt/*",
          "tool: /opt/x\ntool: /opt/y\n");

  private static Tool.Output dpkg(List<String> arguments) {
    for (String argument : arguments) {
      if (DPKG.containsKey(argument)) {
        return new Tool.Output(arguments.size() > 3 ? 1 : 0, DPKG.get(argument));
      }
    }
    return new Tool.Output(1, "dpkg-query: no path found matching pattern " + arguments + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/bin/bash, bash",
    "/usr/bin/bash, bash",
    "/usr/lib/libc.so.6, libc6",
    "/usr/bin/shared, one",
    "/bin/sh, dash",
    "/usr/bin/sh, dash",
    "/usr/bin/absent, -",
    "/opt/*, -",
  })
  void dpkg_names_the_package_under_either_name_of_a_merged_path(String path, String owner)
      throws IOException {
    assertThat(new Dpkg(PackageToolsTest::dpkg).publisherOf(path).map(Publisher::name).orElse("-"))
        .isEqualTo(owner);
  }

  @Test
  void a_file_that_was_put_in_the_place_of_a_packages_is_not_the_packages() throws IOException {
    Dpkg dpkg = new Dpkg(PackageToolsTest::dpkg);
    assertThat(dpkg.publisherOf("/bin/away")).contains(Publisher.nobody(Basis.UNPACKAGED));
    assertThat(dpkg.publisherOf("/usr/bin/away.real")).contains(new Publisher(Basis.DPKG, "tool"));
    assertThat(dpkg.publisherOf("/bin/sh.distrib")).isEmpty();
  }

  @Test
  void rpm_is_believed_only_where_it_succeeds() throws IOException {
    List<String> asked = new ArrayList<>();
    Tool tool =
        arguments -> {
          assertThat(arguments).containsSubsequence("--dbpath", "/db", "--");
          asked.add(arguments.getLast());
          return arguments.getLast().equals("/usr/bin/hello-tool")
              ? new Tool.Output(0, "package hello-tool\n")
              : new Tool.Output(
                  1, "error: file " + arguments.getLast() + ": No such file or directory\n");
        };
    assertThat(new Rpm(tool, "/db").publisherOf("/bin/hello-tool"))
        .contains(new Publisher(Basis.RPM, "hello-tool"));
    assertThat(asked).containsExactly("/bin/hello-tool", "/usr/bin/hello-tool");
    assertThat(new Rpm(tool, "/db").publisherOf("/opt/x")).isEmpty();
    Tool liar = arguments -> new Tool.Output(1, "package evil\n");
    assertThat(new Rpm(liar, "/db").publisherOf("/opt/x")).isEmpty();
  }

  @Test
  void rpm_has_a_database_where_its_folder_is_not_empty(@TempDir Path folder) throws IOException {
    String absent = folder.resolve("absent").toString();
    String empty = Files.createDirectory(folder.resolve("empty")).toString();
    String filled = Files.createDirectory(folder.resolve("filled")).toString();
    assertThat(Rpm.database(List.of(absent, empty, filled))).isEmpty();
    Files.createFile(folder.resolve("filled/rpmdb.sqlite"));
    assertThat(Rpm.database(List.of(absent, empty, filled))).contains(filled);
  }

  @ParameterizedTest
  @CsvSource({
    "/bin/busybox is owned by busybox-1.36.1-r29, busybox",
    "/usr/bin/x is owned by lib-2to3-tool-2.0_rc1-r0, lib-2to3-tool",
    "/usr/bin/y symlink target is owned by y-9-r1, y",
    "ERROR: /opt/z: Could not find owner package, -",
  })
  void apk_names_package_and_version_in_one_word(String line, String owner) throws IOException {
    Tool tool = arguments -> new Tool.Output(line.startsWith("ERROR") ? 1 : 0, line + "\n");
    assertThat(new Apk(tool).publisherOf("/opt/z").map(Publisher::name).orElse("-"))
        .isEqualTo(owner);
  }

  @Test
  void the_package_of_a_program_of_this_system_is_found() throws IOException {
    Optional<String> program = Command.find("dpkg");
    assumeTrue(program.isPresent(), "needs dpkg");
    Dpkg dpkg = new Dpkg(new Command(program.get(), Duration.ofSeconds(30)));
    Path bash = Path.of("/bin/bash").toRealPath();
    assertThat(dpkg.publisherOf(bash.toString())).contains(new Publisher(Basis.DPKG, "bash"));
    Path own = Files.createTempFile("no package's", "*");
    assertThat(dpkg.publisherOf(own.toString())).isEmpty();
    Files.delete(own);
  }

  @Test
  void a_tool_that_hangs_is_given_up_and_killed() {
    Command sleep = new Command("/bin/sh", Duration.ofMillis(50));
    assertThatThrownBy(() -> sleep.run(List.of("-c", "sleep 60")))
        .isInstanceOf(IOException.class)
        .hasMessage("/bin/sh gives no answer");
    assertThat(ProcessHandle.current().children())
        .noneMatch(
            child ->
                child.isAlive()
                    && child.info().arguments().isPresent()
                    && List.of(child.info().arguments().get()).contains("sleep 60"));
  }
}
