package iftoprs.ports.contract;

import iftoprs.ports.SettingsStore;

class InMemorySettingsTest extends SettingsStoreContract {

  private final InMemorySettings settings = new InMemorySettings();

  @Override
  protected SettingsStore open() {
    return settings;
  }

  @Override
  protected void spoil() {
    settings.spoil();
  }
}
