/**
 * Settings in a TOML file that people edit too: comments and layout survive a save.
 *
 * <p>Start with {@link iftoprs.adapters.toml.TomlSettingsStore}. A save scans the file into {@link
 * iftoprs.adapters.toml.Statement}s, changes the few that differ, reads the result back and only
 * then replaces the file. Blocks; one thread at a time. Nothing is ever {@code null}.
 */
package iftoprs.adapters.toml;
