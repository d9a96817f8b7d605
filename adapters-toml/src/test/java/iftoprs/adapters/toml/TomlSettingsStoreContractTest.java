package iftoprs.adapters.toml;

import iftoprs.ports.SettingsStore;
import iftoprs.ports.contract.SettingsStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class TomlSettingsStoreContractTest extends SettingsStoreContract {

  @TempDir private Path folder;

  @Override
  protected SettingsStore open() {
    return new TomlSettingsStore(folder.resolve(".iftoprs.conf"));
  }

  @Override
  protected void spoil() throws IOException {
    Files.writeString(folder.resolve(".iftoprs.conf"), "theme = \"unfinished\n");
  }
}
