package iftoprs.ports;

import java.io.IOException;

/**
 * Remembers the user's choices as plain values; what they mean is the domain's business.
 *
 * <p>Blocks; used by one thread at a time.
 */
public interface SettingsStore {

  /**
   * What was saved, or {@link Preferences#EMPTY} when nothing was.
   *
   * @throws IOException if the store exists but cannot be read or understood; the message is one
   *     line that says where. From then on {@link #save} refuses, so that nothing is overwritten.
   */
  Preferences load() throws IOException;

  /**
   * Saves all values, replacing what was there, completely or not at all. Values that the store
   * holds and {@code preferences} does not name are kept.
   *
   * @param preferences values to keep
   * @throws IOException if they cannot be written; what was there stays as it was
   */
  void save(Preferences preferences) throws IOException;
}
