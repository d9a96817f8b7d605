package iftoprs.ports.contract;

import iftoprs.ports.Preferences;
import iftoprs.ports.SettingsStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings that last as long as the object, and can be made unreadable. */
public final class InMemorySettings implements SettingsStore {

  private Preferences saved = Preferences.EMPTY;
  private boolean broken;
  private boolean refusing;
  private int saves;

  /** Makes what is saved unreadable, as a slip in an editor would. */
  public void spoil() {
    broken = true;
  }

  /** How often something was saved. */
  public int saves() {
    return saves;
  }

  @Override
  public Preferences load() throws IOException {
    refusing = broken;
    if (broken) {
      throw new IOException("memory:1: not readable");
    }
    return saved;
  }

  @Override
  public void save(Preferences preferences) throws IOException {
    if (broken || refusing) {
      throw new IOException("memory: not saved, because it could not be read");
    }
    Map<String, Preferences.Value> values = new LinkedHashMap<>(saved.values());
    values.putAll(preferences.values());
    saved = new Preferences(values);
    saves++;
  }
}
