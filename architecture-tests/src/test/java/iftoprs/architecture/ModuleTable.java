package iftoprs.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What each module requires and exports, written as the table in ARCHITECTURE.md writes it.
 *
 * @param modules by name
 */
record ModuleTable(Map<String, Row> modules) {

  private static final String HEADING = "## Modules";
  private static final String NOTHING = "–";

  ModuleTable {
    modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
  }

  /**
   * One module.
   *
   * @param requires module names, {@code transitive} before those that are passed on
   * @param exports packages, each with {@code to} and the modules that may see it; a package that
   *     is opened begins with {@code opens}
   */
  record Row(Set<String> requires, Set<String> exports) {

    Row {
      requires = Set.copyOf(requires);
      exports = Set.copyOf(exports);
    }

    @Override
    public String toString() {
      return "requires " + new TreeSet<>(requires) + ", exports " + new TreeSet<>(exports);
    }
  }

  /** The first table below the heading "Modules". */
  static ModuleTable parse(List<String> document) {
    Map<String, Row> modules = new LinkedHashMap<>();
    int from = document.indexOf(HEADING) + 1;
    for (String line : document.subList(from, document.size())) {
      if (line.startsWith("## ") || line.isBlank() && !modules.isEmpty()) {
        break;
      }
      if (line.startsWith("| `")) {
        String[] cells = line.split("\\|");
        Row row = new Row(names(cells[2]), names(cells[3]));
        modules.put(cells[1].replace("`", "").strip(), row);
      }
    }
    return new ModuleTable(modules);
  }

  private static Set<String> names(String cell) {
    Set<String> names = new TreeSet<>();
    for (String name : cell.replace("`", "").split(",")) {
      if (!name.strip().equals(NOTHING)) {
        names.add(name.strip());
      }
    }
    return names;
  }

  /** The descriptors that the build compiled; those of libraries and of shims are left out. */
  static ModuleTable compiled() throws IOException, URISyntaxException {
    List<ModuleDescriptor> descriptors = new ArrayList<>();
    ClassLoader loader = ModuleTable.class.getClassLoader();
    for (URL url : Collections.list(loader.getResources("module-info.class"))) {
      if (isOfTheHouse(url)) {
        try (InputStream in = url.openStream()) {
          descriptors.add(ModuleDescriptor.read(in));
        }
      }
    }
    return of(descriptors);
  }

  private static boolean isOfTheHouse(URL url) throws URISyntaxException {
    String place = new URI(url.toString().replaceFirst("^jar:", "")).getPath();
    return place.startsWith(House.ROOT + "/") && !place.startsWith(House.ROOT + "/packaging/");
  }

  static ModuleTable of(List<ModuleDescriptor> descriptors) {
    Map<String, Row> modules = new LinkedHashMap<>();
    for (ModuleDescriptor descriptor : descriptors) {
      modules.put(descriptor.name(), row(descriptor));
    }
    return new ModuleTable(modules);
  }

  private static Row row(ModuleDescriptor descriptor) {
    Set<String> requires = new TreeSet<>();
    for (ModuleDescriptor.Requires it : descriptor.requires()) {
      if (!it.name().equals("java.base")) {
        boolean passedOn = it.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE);
        requires.add(passedOn ? "transitive " + it.name() : it.name());
      }
    }
    Set<String> exports = new TreeSet<>();
    descriptor.exports().forEach(it -> exports.add(visible("", it.source(), it.targets())));
    descriptor.opens().forEach(it -> exports.add(visible("opens ", it.source(), it.targets())));
    return new Row(requires, exports);
  }

  private static String visible(String kind, String name, Set<String> targets) {
    return kind
        + name
        + (targets.isEmpty() ? "" : " to " + String.join(" ", new TreeSet<>(targets)));
  }

  /** A line for every module on which this table and the other do not agree. */
  List<String> differences(ModuleTable other) {
    return Stream.concat(modules.keySet().stream(), other.modules.keySet().stream())
        .distinct()
        .sorted()
        .filter(name -> !row(name).equals(other.row(name)))
        .map(name -> name + ": " + row(name) + " <> " + other.row(name))
        .toList();
  }

  /** What is said of a module; nothing at all is said of one that the table leaves out. */
  private String row(String name) {
    return modules.containsKey(name) ? modules.get(name).toString() : "missing";
  }
}
