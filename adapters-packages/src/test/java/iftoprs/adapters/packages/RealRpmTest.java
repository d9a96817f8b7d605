package iftoprs.adapters.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.ports.Publisher;
import iftoprs.ports.Publisher.Basis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rpm(8) itself answers, from a database of one package that is built and installed here. */
class RealRpmTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path folder;

  private static Rpm rpm;
  private static Path owned;

  @BeforeAll
  static void installAPackage() throws IOException {
    boolean installed = Command.find("rpm").isPresent() && Command.find("rpmbuild").isPresent();
    assumeTrue(installed || "true".equals(System.getenv("CI")), "rpm is not installed");
    String database = folder.resolve("database").toString();
    Command command = new Command(Command.find("rpm").orElseThrow(), PATIENCE);
    rpm = new Rpm(command, database);
    owned = Files.createDirectories(folder.resolve("usr bin")).resolve("hello%s*");
    Files.writeString(owned, "#!/bin/sh\n");
    Path built = build(Files.writeString(folder.resolve("hello.spec"), specification()), database);
    List<String> install =
        List.of("-i", "--dbpath", database, "--justdb", "--nodeps", built.toString());
    assertThat(command.run(install).status()).isZero();
  }

  private static String specification() {
    return """
    Name: hello-tool
    Version: 1
    Release: 1
    Summary: A program
    License: MIT
    BuildArch: noarch
    %%description
    A program.
    %%install
    mkdir -p '%%{buildroot}%1$s/usr bin'
    cp '%1$s/usr bin/'* '%%{buildroot}%1$s/usr bin'
    %%files
    "%1$s/usr bin"
    """
        .formatted(folder);
  }

  private static Path build(Path specification, String database) throws IOException {
    Path top = folder.resolve("top");
    Tool.Output output =
        new Command(Command.find("rpmbuild").orElseThrow(), PATIENCE)
            .run(
                List.of(
                    "-bb",
                    "--define",
                    "_topdir " + top,
                    "--define",
                    "__os_install_post %{nil}", // nothing is stripped or looked into
                    "--dbpath",
                    database,
                    specification.toString()));
    assertThat(output.status()).isZero();
    try (var files = Files.walk(top.resolve("RPMS"))) {
      return files.filter(file -> file.toString().endsWith(".rpm")).findFirst().orElseThrow();
    }
  }

  @Test
  void the_package_of_a_program_is_found_whatever_characters_its_path_has() throws IOException {
    assertThat(rpm.publisherOf(owned.toString())).contains(new Publisher(Basis.RPM, "hello-tool"));
  }

  @Test
  void a_program_of_no_package_has_no_publisher() throws IOException {
    Path own = Files.writeString(folder.resolve("own"), "#!/bin/sh\n");
    assertThat(rpm.publisherOf(own.toString())).isEmpty();
    assertThat(rpm.publisherOf(folder.resolve("gone").toString())).isEmpty();
  }
}
