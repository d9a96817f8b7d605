package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The man page is the table of options, the table of keys and the sample settings, with text around
 * them. To write it again, run this test with {@code -Diftoprs.record=true}.
 */
class ManPageTest {

  private static final Path ROOT = Path.of(System.getProperty("iftoprs.root"));
  private static final Path PAGE = ROOT.resolve("docs/iftoprs.1");

  @Test
  void the_man_page_is_not_stale() throws IOException {
    String page = page();
    if (Boolean.getBoolean("iftoprs.record")) {
      Files.writeString(PAGE, page, StandardCharsets.UTF_8);
    }
    assertThat(PAGE).as("recorded page").hasContent(page);
  }

  private static String page() throws IOException {
    String template = resource("iftoprs.1.in");
    Version version = Version.ofThisBuild();
    return template
        .replace("@DATE@", version.date())
        .replace("@VERSION@", version.number())
        .replace("@OPTIONS@", options())
        .replace("@KEYS@", keys())
        .replace("@SETTINGS@", settings());
  }

  private static String resource(String name) throws IOException {
    try (var in = ManPageTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String options() {
    List<String> lines = new ArrayList<>();
    for (List<OptionSpec> group : HelpText.groups(FlagTable.commandLine())) {
      lines.add(".SS " + HelpText.heading(group));
      for (OptionSpec option : group) {
        lines.add(".TP");
        lines.add(names(option));
        lines.add(text(String.join(" ", option.description())));
      }
    }
    return String.join("\n", lines);
  }

  /** {@code .BR \-i ", " \-\-interface " " \fIDEVICE\fR}, short name first. */
  private static String names(OptionSpec option) {
    List<String> names = new ArrayList<>();
    for (String name : option.names()) {
      names.add("\\fB" + text(name).replace("-", "\\-") + "\\fR");
    }
    String value = option.arity().max() > 0 ? " \\fI" + option.paramLabel() + "\\fR" : "";
    return String.join(", ", names) + value;
  }

  private static String keys() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(ROOT.resolve("docs/keys.md"))) {
      if (line.startsWith("## ")) {
        lines.add(".SS " + text(line.substring(3)));
      } else if (line.startsWith("| `")) {
        int middle = line.indexOf("` | ");
        lines.add(".TP");
        lines.add("\\fB" + key(line.substring(2, middle)) + "\\fR");
        lines.add(text(line.substring(middle + 4, line.length() - 2)));
      }
    }
    return String.join("\n", lines);
  }

  private static String key(String names) {
    return text(names.replace("`", "").replace("\\|", "|"))
        .replace("⇧", "Shift+")
        .replace("⌫", "Backspace")
        .replace("↓", "\\(da")
        .replace("↑", "\\(ua")
        .replace("←", "\\(<-")
        .replace("→", "\\(->")
        .replace("-", "\\-")
        .replace("(<\\-", "(<-")
        .replace("(\\->", "(->");
  }

  /** What the sample says before a setting, and the setting with its default. */
  private static String settings() throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> told = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<String> sample = resource("iftoprs.default.conf").lines().skip(5).toList();
    for (String line : sample) {
      String bare = line.startsWith("# ") ? line.substring(2) : line;
      if (bare.matches("[a-z0-9_]+ = .*")
          && !bare.matches("(c\\d|src|dst|port|protocol|light) .*")) {
        keys.add(bare);
      } else if (line.startsWith("# ") && keys.isEmpty() && !bare.startsWith("[")) {
        told.add(bare);
      }
      if (line.isEmpty()) {
        describe(lines, keys, told);
      }
    }
    describe(lines, keys, told);
    return String.join("\n", lines);
  }

  private static void describe(List<String> lines, List<String> keys, List<String> told) {
    for (int i = 0; i < keys.size(); i++) {
      lines.add(i == 0 ? ".TP" : ".TQ");
      lines.add("\\fB" + text(keys.get(i)).replace("-", "\\-") + "\\fR");
    }
    if (!keys.isEmpty()) {
      lines.add(text(String.join(" ", told)));
    }
    keys.clear();
    told.clear();
  }

  private static String text(String plain) {
    String escaped = plain.replace("\\", "\\e").replace("'", "\\(aq").replace("~", "\\(ti");
    return (escaped.startsWith(".") ? "\\&" : "")
        + escaped.replace("…", "...").replace("^", "\\(ha").replace("`", "\\(ga");
  }
}
