package iftoprs.adapters.tui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.screen.BuiltInThemes;
import iftoprs.domain.screen.Ink;
import iftoprs.domain.screen.ThemeColours;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The documentation tells what was changed in which palette. To write its table again, run this
 * test with {@code -Diftoprs.record=true}.
 */
class ThemeDocumentTest {

  private static final Path DOCUMENT =
      Path.of(System.getProperty("iftoprs.root"), "docs/themes.md");
  private static final String START = "| Theme |";

  @Test
  void the_documentation_states_every_change() throws IOException {
    String document = Files.readString(DOCUMENT);
    String text = document.substring(0, document.indexOf(START)) + table();
    if (Boolean.getBoolean("iftoprs.record")) {
      Files.writeString(DOCUMENT, text, StandardCharsets.UTF_8);
    }
    assertThat(DOCUMENT).as("recorded table").hasContent(text);
  }

  private static String table() {
    StringBuilder table = new StringBuilder(START);
    table.append(" c1 labels | c2 hosts | c3 processes | c4 10 s rate | c5 arrows | c6 bars |\n");
    table.append("|---|---|---|---|---|---|---|\n");
    for (ThemeColours colours : BuiltInThemes.ALL) {
      Theme theme = Themes.of(colours);
      int[] shown = {
        theme.totalLabel(),
        theme.source(),
        theme.process(),
        theme.rate10(),
        theme.arrow(),
        theme.barHigh()
      };
      table.append("| ").append(colours.title());
      for (int i = 0; i < shown.length; i++) {
        table.append(" | ").append(cell(colours.inks().get(i), shown[i]));
      }
      table.append(" |\n");
    }
    return table.toString();
  }

  private static String cell(Ink ink, int shown) {
    return ink.rgb() == shown ? ink.spelling() : "%s → `#%06x`".formatted(ink.spelling(), shown);
  }
}
