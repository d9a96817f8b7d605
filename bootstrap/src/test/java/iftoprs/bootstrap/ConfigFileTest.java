package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

  @TempDir Path folder;

  private Path users;

  @BeforeEach
  void two_users() throws IOException {
    users = folder.resolve("passwd");
    Files.writeString(
        users, "root:x:0:0:root:/root:/bin/sh\nada:x:1000:1000:Ada,,,:/home/ada:/bin/sh\n");
  }

  private Path path(Map<String, String> environment, String user) {
    Shell shell = new Shell(OutputStream.nullOutputStream(), System.err, environment, false);
    return new ConfigFile(shell, Optional.empty(), user, users).path();
  }

  @Test
  void settings_are_in_the_home_of_the_user() {
    assertThat(path(Map.of("HOME", "/home/eve"), "eve"))
        .isEqualTo(Path.of("/home/eve/.iftoprs.conf"));
  }

  @Test
  void with_another_user_to_become_they_are_in_that_ones_home() {
    Shell shell =
        new Shell(
            OutputStream.nullOutputStream(),
            System.err,
            Map.of("HOME", "/root", "SUDO_USER", "eve"),
            false);
    assertThat(new ConfigFile(shell, Optional.of("ada"), "root", users).path())
        .isEqualTo(Path.of("/home/ada/.iftoprs.conf"));
  }

  @Test
  void under_sudo_they_are_those_of_who_called_it() {
    assertThat(path(Map.of("HOME", "/root", "SUDO_USER", "ada"), "root"))
        .isEqualTo(Path.of("/home/ada/.iftoprs.conf"));
  }

  @Test
  void a_variable_alone_gives_nobody_the_home_of_another() {
    assertThat(path(Map.of("HOME", "/home/eve", "SUDO_USER", "ada"), "eve"))
        .isEqualTo(Path.of("/home/eve/.iftoprs.conf"));
  }

  @Test
  void an_unknown_caller_leaves_it_at_root() {
    assertThat(path(Map.of("HOME", "/root", "SUDO_USER", "no-such-user-here"), "root"))
        .isEqualTo(Path.of("/root/.iftoprs.conf"));
    assertThat(path(Map.of("HOME", "/root", "SUDO_USER", "--help"), "root"))
        .isEqualTo(Path.of("/root/.iftoprs.conf"));
  }

  @Test
  void a_file_among_the_desktops_is_read_where_it_is_the_only_one() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path desktop = Files.createDirectories(home.resolve(".config/iftoprs")).resolve("iftoprs.conf");
    Map<String, String> environment = Map.of("HOME", home.toString());
    assertThat(path(environment, "eve")).isEqualTo(home.resolve(".iftoprs.conf"));
    Files.createFile(desktop);
    assertThat(path(environment, "eve")).isEqualTo(desktop);
    Files.createFile(home.resolve(".iftoprs.conf"));
    assertThat(path(environment, "eve")).isEqualTo(home.resolve(".iftoprs.conf"));
  }

  @Test
  void the_desktops_folder_may_be_elsewhere() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path other = folder.resolve("other");
    Path desktop = Files.createDirectories(other.resolve("iftoprs")).resolve("iftoprs.conf");
    Files.createFile(desktop);
    Map<String, String> environment =
        Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", other.toString());
    assertThat(path(environment, "eve")).isEqualTo(desktop);
    assertThat(path(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", "other"), "eve"))
        .isEqualTo(home.resolve(".iftoprs.conf"));
  }

  @Test
  void without_a_home_variable_the_system_knows() {
    assertThat(path(Map.of(), "eve"))
        .isEqualTo(Path.of(System.getProperty("user.home"), ".iftoprs.conf"));
  }
}
