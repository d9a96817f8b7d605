package iftoprs.desugar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites the jars of a folder in place, those that hold classes of this program.
 *
 * <p>The same jars come out the same, to the byte: entries keep their order and their times.
 */
public final class Desugar {

  /** Classes of others stay as they came. */
  private static final String OURS = "iftoprs/";

  private Desugar() {}

  /**
   * Rewrites and says how many call sites there were.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    System.out.println(inFolder(Path.of(arguments[0])) + " call sites spelled out");
  }

  /** Number of call sites replaced. */
  static int inFolder(Path folder) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(folder)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    List<URL> places = new ArrayList<>();
    for (Path jar : jars) {
      places.add(jar.toUri().toURL());
    }
    ClassRewriter rewriter;
    Map<Path, Path> changed = new LinkedHashMap<>();
    try (URLClassLoader classes = new URLClassLoader(places.toArray(URL[]::new))) {
      rewriter =
          new ClassRewriter(
              ClassHierarchyResolver.ofResourceParsing(classes)
                  .orElse(ClassHierarchyResolver.defaultResolver()));
      for (Path jar : jars) {
        Path written = jar.resolveSibling(jar.getFileName() + ".new");
        if (copy(jar, written, rewriter)) {
          changed.put(written, jar);
        } else {
          Files.delete(written);
        }
      }
    }
    for (Map.Entry<Path, Path> each : changed.entrySet()) {
      Files.move(each.getKey(), each.getValue(), StandardCopyOption.REPLACE_EXISTING);
    }
    return rewriter.sites();
  }

  /** Whether the copy differs. */
  private static boolean copy(Path from, Path to, ClassRewriter rewriter) throws IOException {
    int before = rewriter.sites();
    try (ZipFile jar = new ZipFile(from.toFile());
        OutputStream file = Files.newOutputStream(to);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        byte[] bytes;
        try (InputStream in = jar.getInputStream(entry)) {
          bytes = in.readAllBytes();
        }
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTime(entry.getTime());
        out.putNextEntry(same);
        out.write(isOurClass(entry.getName()) ? rewriter.rewrite(bytes) : bytes);
        out.closeEntry();
      }
    }
    return rewriter.sites() > before;
  }

  private static boolean isOurClass(String name) {
    return name.startsWith(OURS) && name.endsWith(".class");
  }
}
