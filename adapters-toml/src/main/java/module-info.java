/**
 * Settings in a TOML file.
 *
 * <p>Start with {@link iftoprs.adapters.toml.TomlSettingsStore}. It must not know what a setting
 * means.
 */
module adapters.toml {
  requires ports;
  requires org.tomlj;

  exports iftoprs.adapters.toml to
      bootstrap;
}
