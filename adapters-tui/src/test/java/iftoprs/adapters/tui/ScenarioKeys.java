package iftoprs.adapters.tui;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.input.KeyType;
import iftoprs.adapters.tui.input.InputEvent.Key;
import java.util.Map;

/** The names that a scenario has for keys. */
final class ScenarioKeys {

  private static final Map<String, Key> KEYS =
      Map.ofEntries(
          Map.entry("Tab", Key.of(KeyType.Tab)),
          Map.entry("S-Tab", new Key(KeyType.ReverseTab, 0, false, false, true)),
          Map.entry("Enter", Key.of(KeyType.Enter)),
          Map.entry("Esc", Key.of(KeyType.Escape)),
          Map.entry("Up", Key.of(KeyType.ArrowUp)),
          Map.entry("Down", Key.of(KeyType.ArrowDown)),
          Map.entry("Left", Key.of(KeyType.ArrowLeft)),
          Map.entry("Right", Key.of(KeyType.ArrowRight)),
          Map.entry("PgUp", Key.of(KeyType.PageUp)),
          Map.entry("PgDn", Key.of(KeyType.PageDown)),
          Map.entry("Home", Key.of(KeyType.Home)),
          Map.entry("End", Key.of(KeyType.End)),
          Map.entry("Backspace", Key.of(KeyType.Backspace)),
          Map.entry("Delete", Key.of(KeyType.Delete)),
          Map.entry("Space", Key.of(' ')));

  private ScenarioKeys() {}

  static Key key(String name) {
    if (KEYS.containsKey(name)) {
      return KEYS.get(name);
    }
    if (name.startsWith("^")) {
      return Key.ctrl(Character.toLowerCase(name.charAt(1)));
    }
    assertThat(name.codePointCount(0, name.length())).as("key %s", name).isEqualTo(1);
    return Key.of(name.codePointAt(0));
  }
}
