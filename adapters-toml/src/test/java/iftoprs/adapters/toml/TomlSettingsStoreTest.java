package iftoprs.adapters.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TomlSettingsStoreTest {

  private static final Preferences SOMETHING = new Preferences(Map.of("theme", new Text("x")));

  @TempDir private Path folder;

  static Stream<String> valid() {
    return Configs.names("valid_configs", ".toml");
  }

  static Stream<String> invalid() {
    return Configs.names("invalid_configs", ".toml");
  }

  static Stream<String> edits() {
    return Configs.names("edits", ".before.toml");
  }

  @ParameterizedTest
  @MethodSource("valid")
  void a_valid_file_is_read_in_order(String name) throws IOException {
    List<String> values =
        new TomlSettingsStore(Configs.file("valid_configs", name + ".toml"))
            .load().values().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    assertThat(values)
        .isEqualTo(Files.readAllLines(Configs.file("valid_configs", name + ".values")));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void an_invalid_file_is_refused_in_one_line_and_left_alone(String name) throws IOException {
    Path file = copy("invalid_configs", name + ".toml");
    byte[] before = Files.readAllBytes(file);
    TomlSettingsStore store = new TomlSettingsStore(file);
    String expected = Files.readString(Configs.file("invalid_configs", name + ".message")).strip();
    assertThatThrownBy(store::load).isInstanceOf(IOException.class).hasMessage(file + expected);
    assertThatThrownBy(() -> store.save(SOMETHING)).isInstanceOf(IOException.class);
    assertThat(file).hasBinaryContent(before);
    assertOnlyFile();
  }

  @Test
  void a_first_file_is_written_only_where_there_is_none() throws IOException {
    Path file = folder.resolve("new.toml");
    new TomlSettingsStore(file).create("# mine\n");
    assertThat(file).hasContent("# mine\n");
    new TomlSettingsStore(file).create("# another\n");
    assertThat(file).hasContent("# mine\n");
  }

  @ParameterizedTest
  @MethodSource("edits")
  void a_save_changes_what_it_must_and_no_more(String name) throws IOException {
    Path file = copy("edits", name + ".before.toml");
    TomlSettingsStore store = new TomlSettingsStore(file);
    store.load();
    store.save(new TomlSettingsStore(Configs.file("edits", name + ".save.toml")).load());
    assertThat(file).hasSameTextualContentAs(Configs.file("edits", name + ".after.toml"));
    assertThat(Files.readString(file))
        .isEqualTo(Files.readString(Configs.file("edits", name + ".after.toml")));
    assertOnlyFile();
  }

  @Test
  void a_save_of_what_is_there_writes_nothing() throws IOException {
    Path file = copy("valid_configs", "every_key.toml");
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, longAgo);
    TomlSettingsStore store = new TomlSettingsStore(file);
    store.save(store.load());
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
  }

  @Test
  void a_save_of_nothing_creates_no_file() throws IOException {
    new TomlSettingsStore(folder.resolve("none")).save(Preferences.EMPTY);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void what_was_edited_since_the_load_is_kept() throws IOException {
    Path file = folder.resolve("conf");
    Files.writeString(file, "theme = \"a\"\n");
    TomlSettingsStore store = new TomlSettingsStore(file);
    store.load();
    Files.writeString(file, "# new\ntheme = \"a\"\nuse_bytes = true\n");
    store.save(SOMETHING);
    assertThat(file).hasContent("# new\ntheme = \"x\"\nuse_bytes = true\n");
  }

  @Test
  void a_file_spoilt_since_the_load_is_left_alone() throws IOException {
    Path file = folder.resolve("conf");
    TomlSettingsStore store = new TomlSettingsStore(file);
    store.load();
    Files.writeString(file, "theme = \n");
    assertThatThrownBy(() -> store.save(SOMETHING)).isInstanceOf(IOException.class);
    assertThat(file).hasContent("theme = \n");
  }

  @Test
  void a_layout_that_cannot_be_edited_is_written_anew_and_the_first_copy_kept() throws IOException {
    Path file = folder.resolve("conf");
    String strange = "# mine\nwindow.width = 80\n";
    Files.writeString(file, strange);
    Preferences.Table window =
        new Preferences.Table(Map.of("width", new Whole(80), "height", new Whole(24)));
    TomlSettingsStore store = new TomlSettingsStore(file);
    store.save(new Preferences(Map.of("window", window)));
    assertThat(store.load().values()).isEqualTo(Map.of("window", window));
    assertThat(folder.resolve("conf.bak")).hasContent(strange);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#x\n",
        "\n",
        " \n",
        "a=[\n",
        "a={",
        "[[a]]\n",
        "a.",
        "'",
        "\"\"\"\n",
        "x\n",
        "[",
        "=",
        "\\u",
        "a=1\n",
        "a=x\n",
        "a=[],[\n",
        "[a]\n"
      })
  void hostile_repetition_ends_soon(String piece) throws IOException {
    Path file = folder.resolve("conf");
    Files.writeString(file, piece.repeat(SettingsFile.MAX_BYTES / piece.length()));
    TomlSettingsStore store = new TomlSettingsStore(file);
    try {
      store.load();
    } catch (IOException e) {
      assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n");
    }
  }

  @Test
  void a_damaged_file_is_read_or_refused_and_a_save_keeps_it_readable() throws IOException {
    byte[] sound = Files.readAllBytes(Configs.file("valid_configs", "every_key.toml"));
    Path file = folder.resolve("conf");
    Random random = new Random(3);
    int saved = 0;
    for (int round = 0; round < 400; round++) {
      byte[] damaged = sound.clone();
      for (int i = 0; i < 2; i++) {
        damaged[random.nextInt(damaged.length)] =
            (byte) "\"'#=[]{}.\n x1\\".charAt(random.nextInt(14));
      }
      Files.write(file, damaged);
      TomlSettingsStore store = new TomlSettingsStore(file);
      try {
        Map<String, Preferences.Value> before = new HashMap<>(store.load().values());
        store.save(SOMETHING);
        before.put("theme", new Text("x"));
        assertThat(store.load().values()).isEqualTo(before);
        saved++;
      } catch (IOException e) {
        assertThat(e.getMessage()).startsWith(file + ":");
        assertThat(file).hasBinaryContent(damaged);
      }
    }
    assertThat(saved).isBetween(50, 399);
  }

  private Path copy(String from, String name) throws IOException {
    return Files.copy(Configs.file(from, name), folder.resolve("conf"));
  }

  private void assertOnlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).containsExactly(folder.resolve("conf"));
    }
  }
}
