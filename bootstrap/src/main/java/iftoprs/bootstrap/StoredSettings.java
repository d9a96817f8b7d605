package iftoprs.bootstrap;

import iftoprs.adapters.toml.TomlSettingsStore;
import iftoprs.ports.Preferences;
import iftoprs.ports.SettingsStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** What the user chose earlier, read once the program needs it. */
final class StoredSettings {

  /**
   * What was read.
   *
   * @param preferences plain values; none if they could not be read
   * @param problem why they could not be read, or what in them is in vain
   */
  record Choices(Preferences preferences, Optional<String> problem) {}

  private static final String SAMPLE = "iftoprs.default.conf";

  private final Shell shell;
  private final Path file;
  private final TomlSettingsStore store;

  StoredSettings(Flags flags, Shell shell) {
    this.shell = shell;
    this.file = flags.config.orElseGet(() -> new ConfigFile(shell, flags.user).path());
    this.store = new TomlSettingsStore(file);
  }

  /** Where changes go. */
  SettingsStore store() {
    return store;
  }

  /**
   * Begins a file with every setting explained, where there is none. That it cannot be written is
   * told when something is to be saved.
   */
  void begin() {
    try (InputStream in = StoredSettings.class.getResourceAsStream(SAMPLE)) {
      store.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException later) {
      return;
    }
  }

  /** Reads choices, and says in one line if that fails; the store then never overwrites them. */
  Choices read() {
    try {
      Preferences preferences = store.load();
      Optional<String> vain =
          SettingsCheck.of(preferences).map(told -> file.toAbsolutePath() + ": " + told);
      vain.ifPresent(shell::complain);
      return new Choices(preferences, vain);
    } catch (IOException e) {
      String problem = e.getMessage() + "; using defaults";
      shell.complain(problem);
      return new Choices(Preferences.EMPTY, Optional.of(problem));
    }
  }
}
