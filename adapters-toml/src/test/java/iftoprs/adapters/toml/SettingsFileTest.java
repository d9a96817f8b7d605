package iftoprs.adapters.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SettingsFileTest {

  @TempDir private Path folder;

  @Test
  void a_new_file_is_its_owners_alone() throws IOException {
    Path path = folder.resolve("conf");
    new SettingsFile(path).write("a");
    assertThat(mode(path)).isEqualTo("rw-------");
  }

  @Test
  void a_file_that_is_replaced_keeps_its_mode() throws IOException {
    Path path = write("conf", "old");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
    new SettingsFile(path).write("new");
    assertThat(path).hasContent("new");
    assertThat(mode(path)).isEqualTo("rw-r-----");
  }

  @Test
  void nothing_is_left_beside_the_file() throws IOException {
    Path path = write("conf", "old");
    new SettingsFile(path).write("new");
    assertThat(names()).containsExactly("conf");
  }

  @Test
  void a_reader_of_the_old_file_never_sees_the_new_one() throws IOException {
    Path path = write("conf", "old");
    Path other = Files.createLink(folder.resolve("other"), path);
    new SettingsFile(path).write("new");
    assertThat(other).hasContent("old");
  }

  @Test
  void a_link_stays_and_what_it_leads_to_is_replaced() throws IOException {
    Files.createDirectory(folder.resolve("dotfiles"));
    Path target = write("dotfiles/conf", "old");
    Path link = Files.createSymbolicLink(folder.resolve("conf"), Path.of("dotfiles/conf"));
    SettingsFile file = new SettingsFile(link);
    assertThat(file.read()).contains("old");
    file.write("new");
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new");
    assertThat(names()).containsExactly("conf", "dotfiles");
  }

  @Test
  void a_link_that_leads_nowhere_is_refused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("conf"), folder.resolve("gone"));
    SettingsFile file = new SettingsFile(link);
    String message = link + ": a link to a file that does not exist";
    assertThatThrownBy(file::read).isInstanceOf(IOException.class).hasMessage(message);
    assertThatThrownBy(() -> file.write("x")).isInstanceOf(IOException.class).hasMessage(message);
    assertThat(names()).containsExactly("conf");
  }

  @Test
  void a_link_to_itself_is_refused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("conf"), Path.of("conf"));
    assertThatThrownBy(new SettingsFile(link)::read)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(link + ": ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void a_folder_is_refused() {
    SettingsFile file = new SettingsFile(folder);
    assertThatThrownBy(file::read)
        .isInstanceOf(IOException.class)
        .hasMessage(folder + ": a directory");
    assertThatThrownBy(() -> file.write("x")).isInstanceOf(IOException.class);
  }

  @Test
  void a_device_is_not_opened() {
    assertThatThrownBy(new SettingsFile(Path.of("/dev/zero"))::read)
        .isInstanceOf(IOException.class)
        .hasMessage("/dev/zero: not a regular file");
  }

  @Test
  void a_pipe_is_not_waited_for() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(new SettingsFile(pipe)::read).hasMessage(pipe + ": not a regular file");
  }

  @Test
  void a_file_too_large_is_refused_both_ways() throws IOException {
    String large = "#".repeat(SettingsFile.MAX_BYTES);
    Path path = write("conf", large);
    SettingsFile file = new SettingsFile(path);
    assertThat(file.read()).contains(large);
    Files.writeString(path, large + "#");
    assertThatThrownBy(file::read).hasMessage(path + ": larger than 1 MiB");
    assertThatThrownBy(() -> file.write(large + "#"))
        .hasMessage(path + ": would be larger than 1 MiB");
  }

  @Test
  void a_folder_that_does_not_exist_is_said() throws IOException {
    Path path = folder.resolve("none/conf");
    SettingsFile file = new SettingsFile(path);
    assertThat(file.read()).isEmpty();
    assertThatThrownBy(() -> file.write("x"))
        .isInstanceOf(IOException.class)
        .hasMessage(path + ": cannot be written: its folder does not exist");
  }

  @Test
  void a_folder_that_is_not_writable_is_said() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
    Path path = write("conf", "old");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    try {
      assertThatThrownBy(() -> new SettingsFile(path).write("x"))
          .hasMessage(path + ": cannot be written: permission denied");
      assertThat(path).hasContent("old");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void a_file_system_that_is_read_only_is_said() {
    Path path = Path.of("/proc/version_of_nothing");
    assertThatThrownBy(() -> new SettingsFile(path).write("x"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(path + ": cannot be written: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void half_a_character_is_not_written() {
    Path path = folder.resolve("conf");
    assertThatThrownBy(() -> new SettingsFile(path).write("\ud83d"))
        .hasMessage(path + ": a value is not valid text");
    assertThat(path).doesNotExist();
  }

  @Test
  void only_the_first_copy_is_kept() throws IOException {
    Path path = write("conf", "first");
    SettingsFile file = new SettingsFile(path);
    file.backUp();
    Files.writeString(path, "second");
    file.backUp();
    assertThat(folder.resolve("conf.bak")).hasContent("first");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
