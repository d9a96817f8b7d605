package iftoprs.adapters.tui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.tui.keys.Binding.Group;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The documentation of the keys is the table of keys. To write it again, run this test with {@code
 * -Diftoprs.record=true}.
 */
class KeyTableTest {

  private static final Path DOCUMENT = Path.of(System.getProperty("iftoprs.root"), "docs/keys.md");

  @Test
  void the_documentation_names_every_key() throws IOException {
    String text = document();
    if (Boolean.getBoolean("iftoprs.record")) {
      Files.writeString(DOCUMENT, text, StandardCharsets.UTF_8);
    }

    assertThat(DOCUMENT).as("recorded table").hasContent(text);
  }

  private static String document() {
    StringBuilder text = new StringBuilder("# Keys\n\n");
    text.append("Written from the table of keys in `KeyBindings` by its test; ");
    text.append("`^D` is Ctrl+D.\n");
    for (Group group : Group.values()) {
      text.append("\n## ").append(group.title()).append("\n\n| Key | What it does |\n|---|---|\n");
      for (Binding binding : KeyBindings.table()) {
        if (binding.group() == group) {
          text.append(row(binding));
        }
      }
    }
    return text.toString();
  }

  private static String row(Binding binding) {
    StringBuilder keys = new StringBuilder();
    for (String key : binding.caption().split(" ")) {
      keys.append(keys.isEmpty() ? "`" : " `").append(key.replace("|", "\\|")).append('`');
    }
    return "| " + keys + " | " + binding.help() + " |\n";
  }
}
