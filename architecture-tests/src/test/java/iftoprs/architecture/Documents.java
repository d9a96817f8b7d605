package iftoprs.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be wrong with the documents of a project, as lines for its author. */
final class Documents {

  private static final Pattern ADR = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
  private static final List<String> SECTIONS = List.of("Context", "Decision", "Consequences");

  private final Sources sources;

  Documents(Sources sources) {
    this.sources = sources;
  }

  /** Decisions by number, as the file name writes it. */
  Map<String, Path> decisions() {
    Map<String, Path> decisions = new HashMap<>();
    adrs().forEach(file -> decisions.put(number(file), file));
    return decisions;
  }

  List<String> wrongDecisions() throws IOException {
    List<String> wrong = new ArrayList<>();
    Map<String, Path> seen = new HashMap<>();
    for (Path file : adrs()) {
      String name = file.getFileName().toString();
      if (!ADR.matcher(name).matches()) {
        wrong.add(name + ": the name is not 0000-some-words.md");
        continue;
      }
      if (seen.putIfAbsent(number(file), file) != null) {
        wrong.add(name + ": number used twice");
      }
      wrong.addAll(wrongText(name, Files.readString(file)));
    }
    return wrong;
  }

  /** Decisions that the table beside them does not link. */
  List<String> decisionsOutsideOfTheIndex() throws IOException {
    List<String> forgotten = new ArrayList<>();
    for (Path file : adrs()) {
      String name = file.getFileName().toString();
      if (!Files.readString(file.resolveSibling("README.md")).contains("](" + name + ")")) {
        forgotten.add(name);
      }
    }
    return forgotten;
  }

  private static List<String> wrongText(String name, String text) {
    List<String> wrong = new ArrayList<>();
    String title = "# ADR " + Integer.parseInt(name.substring(0, 4)) + ": ";
    if (!text.startsWith(title)) {
      wrong.add(name + ": does not begin with \"" + title + "\"");
    }
    for (String section : SECTIONS) {
      if (body(text, section).isBlank()) {
        wrong.add(name + ": section " + section + " is missing or empty");
      }
    }
    return wrong;
  }

  private static String body(String text, String section) {
    int heading = text.indexOf("\n## " + section + "\n");
    if (heading < 0) {
      return "";
    }
    int from = text.indexOf('\n', heading + 1);
    int to = text.indexOf("\n## ", from);
    return text.substring(from, to < 0 ? text.length() : to);
  }

  /** Links to files of the project that are not there. */
  List<String> brokenLinks() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path file : sources.markdown()) {
      Matcher link = LINK.matcher(withoutCode(Files.readString(file)));
      while (link.find()) {
        String target = link.group(1).replaceFirst("#.*", "");
        boolean relative =
            !target.isEmpty() && !target.contains("://") && !target.startsWith("mailto:");
        if (relative && !Files.exists(file.resolveSibling(target))) {
          broken.add(sources.root().relativize(file) + ": " + link.group(1));
        }
      }
    }
    return broken;
  }

  private static String withoutCode(String text) {
    return text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
  }

  private List<Path> adrs() {
    return sources.markdown().stream()
        .filter(file -> file.getParent().endsWith("docs/adr"))
        .filter(file -> !file.endsWith("README.md"))
        .sorted()
        .toList();
  }

  private static String number(Path file) {
    return file.getFileName().toString().replaceFirst("-.*", "");
  }
}
