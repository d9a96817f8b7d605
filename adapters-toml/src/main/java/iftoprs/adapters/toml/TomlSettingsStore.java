package iftoprs.adapters.toml;

import iftoprs.ports.Preferences;
import iftoprs.ports.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps settings in a TOML file that its user may edit, too.
 *
 * <p>A save reads the file anew, so what was edited meanwhile is kept unless it is a value that is
 * saved. Should the file not allow a change in place, it is written anew and the first such time
 * the old one is kept as {@code FILE.bak}.
 */
public final class TomlSettingsStore implements SettingsStore {

  private final SettingsFile file;
  private boolean refusing;

  /**
   * Creates a store; touches nothing yet.
   *
   * @param file where the settings are, or will be
   */
  public TomlSettingsStore(Path file) {
    this.file = new SettingsFile(file);
  }

  @Override
  public Preferences load() throws IOException {
    refusing = true;
    List<Statement> statements = StatementScanner.scan(file.read().orElse(""));
    Preferences preferences = new Preferences(TomlReader.read(file.toString(), statements));
    refusing = false;
    return preferences;
  }

  /**
   * Writes a first file; one that is there already is left alone.
   *
   * @param text valid settings
   * @throws IOException if it cannot be written
   */
  public void create(String text) throws IOException {
    if (!refusing && file.read().isEmpty()) {
      file.write(text);
    }
  }

  @Override
  public void save(Preferences preferences) throws IOException {
    if (refusing) {
      throw new IOException(file + ": not saved, because it could not be read; correct it first");
    }
    Optional<String> before = file.read();
    String text = before.orElse("");
    List<Statement> statements = StatementScanner.scan(text);
    Map<String, Preferences.Value> current = TomlReader.read(file.toString(), statements);
    Map<String, Preferences.Value> wanted = new LinkedHashMap<>(current);
    wanted.putAll(preferences.values());
    if (wanted.equals(current)) {
      return;
    }
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    String edited = TomlEdit.apply(statements, current, preferences.values(), lineEnd);
    if (!holds(edited, wanted)) {
      edited = TomlWriter.document(wanted, lineEnd);
      if (!holds(edited, wanted)) {
        throw new IOException(file + ": not saved, because a value cannot be written as TOML");
      }
      if (before.isPresent()) {
        file.backUp();
      }
    }
    file.write(edited);
  }

  private boolean holds(String text, Map<String, Preferences.Value> wanted) {
    try {
      return TomlReader.read(file.toString(), StatementScanner.scan(text)).equals(wanted);
    } catch (IOException e) {
      return false;
    }
  }
}
