package iftoprs.architecture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files of the project as they lie on disk, without what the build writes.
 *
 * @param root folder of the project
 * @param files all regular files
 */
record Sources(Path root, List<Path> files) {

  private static final Set<String> SKIPPED = Set.of("target", ".git", ".idea");

  Sources {
    files = List.copyOf(files);
  }

  static Sources of(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return new Sources(root, files);
  }

  /** Java files, planted violations left out. */
  List<Path> java() {
    return files.stream()
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> !file.toString().contains("/iftoprs/violations/"))
        .toList();
  }

  List<Path> markdown() {
    return files.stream().filter(file -> file.toString().endsWith(".md")).toList();
  }

  /** File names, without their folder. */
  List<String> longerThan(int lines) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : java()) {
      if (Files.readAllLines(file).size() > lines) {
        names.add(file.getFileName().toString());
      }
    }
    return names;
  }

  /**
   * Packages as folders relative to the root. Tests of a package share the {@code package-info} of
   * what they test; the unnamed package holds descriptors alone.
   */
  Set<String> packagesWithoutInfo() {
    Set<String> missing = new TreeSet<>();
    for (Path file : java()) {
      Path folder = file.getParent();
      if (file.getFileName().toString().equals("module-info.java") || isExplained(folder)) {
        continue;
      }
      missing.add(root.relativize(folder).toString());
    }
    return missing;
  }

  private static boolean isExplained(Path folder) {
    Path tested = Path.of(folder.toString().replace("/src/test/java/", "/src/main/java/"));
    return Files.exists(folder.resolve("package-info.java"))
        || Files.exists(tested.resolve("package-info.java"));
  }
}
