package iftoprs.desugar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DesugarTest {

  private static final long TIME = 1_700_000_000_000L;

  @TempDir private Path folder;

  @Test
  void answersAsTheRuntimeDoes() throws Exception {
    Path jar = jarOf("samples.jar");

    int sites = Desugar.inFolder(folder);

    assertThat(answersOf(jar)).isEqualTo(Samples.answers());
    assertThat(Samples.answers()).hasSizeGreaterThan(400);
    // kind, guarded with the switch inside its record pattern, constants, leftAlone, ofText;
    // equals and hashCode of four records.
    assertThat(sites).isEqualTo(5 + 2 * 4);
  }

  @Test
  void leavesOnlyWhatItDoesNotKnow() throws Exception {
    Path jar = jarOf("samples.jar");

    Desugar.inFolder(folder);

    List<String> left = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        left.addAll(callSitesOf(zip.getInputStream(entry).readAllBytes()));
      }
    }
    assertThat(left).isNotEmpty().containsOnly("toString", "makeConcatWithConstants");
  }

  @Test
  void keepsOrderTimesAndTheClassesOfOthers() throws Exception {
    Path jar = jarOf("samples.jar");
    List<String> names = namesOf(jar);
    Path other = folder.resolve("other.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
      add(out, "org/other/Samples.class", bytesOf(Samples.class));
    }
    byte[] before = Files.readAllBytes(other);

    Desugar.inFolder(folder);

    assertThat(namesOf(jar)).isEqualTo(names);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getTime)).containsOnly(TIME);
    }
    assertThat(Files.readAllBytes(other)).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(jar, other);
    }
  }

  @Test
  void findsNothingMoreTheSecondTime() throws Exception {
    Path jar = jarOf("samples.jar");
    Desugar.inFolder(folder);
    byte[] once = Files.readAllBytes(jar);

    assertThat(Desugar.inFolder(folder)).isZero();

    assertThat(Files.readAllBytes(jar)).isEqualTo(once);
  }

  private static List<String> namesOf(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }

  private static List<String> callSitesOf(byte[] bytes) {
    return ClassFile.of().parse(bytes).methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(element -> ((InvokeDynamicInstruction) element).name().stringValue())
        .toList();
  }

  private static Object answersOf(Path jar) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> rewritten = loader.loadClass(Samples.class.getName());
      assertThat(rewritten).isNotSameAs(Samples.class);
      Method answers = rewritten.getDeclaredMethod("answers");
      answers.setAccessible(true);
      return answers.invoke(null);
    }
  }

  /** The samples, as they were compiled. */
  private Path jarOf(String name) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      add(out, entryOf(Samples.class), bytesOf(Samples.class));
      for (Class<?> nested : Samples.class.getDeclaredClasses()) {
        add(out, entryOf(nested), bytesOf(nested));
      }
      Class<?> constant = Samples.Hue.BLUE.getClass();
      add(out, entryOf(constant), bytesOf(constant));
    }
    return jar;
  }

  private static void add(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(TIME);
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  private static String entryOf(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static byte[] bytesOf(Class<?> type) {
    try (InputStream in = type.getResourceAsStream("/" + entryOf(type))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
