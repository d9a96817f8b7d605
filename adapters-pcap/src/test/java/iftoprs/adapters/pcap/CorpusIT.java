package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.ports.CaptureException;
import iftoprs.ports.contract.TestFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads every capture of the corpus and compares with Wireshark's {@code capinfos}. The corpus lies
 * in the folder that the environment variable IFTOPRS_CORPUS names.
 */
class CorpusIT {

  /** Frames and wire bytes of a file, and the epoch nanoseconds of its first and last frame. */
  private record Size(long frames, long bytes, long earliest, long latest) {

    static Size of(String[] columns) {
      return new Size(
          Long.parseLong(columns[1]),
          Long.parseLong(columns[2]),
          nanos(columns[3]),
          nanos(columns[4]));
    }

    /** Reads {@code 1591863460.344658}; a file without frames has no times. */
    private static long nanos(String seconds) {
      String[] parts = seconds.split("\\.");
      if (parts.length != 2) {
        return seconds.equals("n/a") ? 0 : Long.parseLong(seconds) * 1_000_000_000;
      }
      String fraction = parts[1] + "0".repeat(Math.max(0, 9 - parts[1].length()));
      return Long.parseLong(parts[0]) * 1_000_000_000 + Long.parseLong(fraction);
    }
  }

  @Test
  void every_capture_has_the_frames_bytes_and_times_that_capinfos_counts() throws Exception {
    List<Path> captures = captures();
    need(hasCapinfos(), "needs capinfos (Debian: apt-get install wireshark-common)");
    Map<String, Size> expected = judged(captures);
    Map<String, Size> counted = new TreeMap<>();
    for (Path capture : captures) {
      counted.put(capture.toString(), count(capture));
    }
    assertThat(counted).isNotEmpty().isEqualTo(expected);
  }

  @Test
  void every_capture_of_the_corpus_can_be_opened() throws Exception {
    List<String> refused = new ArrayList<>();
    for (Path capture : captures()) {
      try {
        Replayed.of(CaptureInput.of(capture));
      } catch (CaptureException e) {
        refused.add(e.getMessage());
      }
    }
    assertThat(refused).isEmpty();
  }

  private static Size count(Path capture) throws CaptureException {
    Replayed replayed = Replayed.of(CaptureInput.of(capture));
    List<TestFrame> frames = replayed.frames();
    return new Size(
        frames.size(),
        frames.stream().mapToLong(TestFrame::wireLength).sum(),
        frames.stream().mapToLong(TestFrame::timeNanos).min().orElse(0),
        frames.stream().mapToLong(TestFrame::timeNanos).max().orElse(0));
  }

  private static List<Path> captures() throws IOException {
    String named = System.getenv("IFTOPRS_CORPUS");
    Path root = Path.of(System.getProperty("iftoprs.root", ".."));
    Path folder = named == null ? root.resolve("../shared/corpus").normalize() : Path.of(named);
    need(Files.isDirectory(folder), "needs the corpus of captures in " + folder);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(pcap|pcapng|cap)"))
          .sorted()
          .toList();
    }
  }

  /** The corpus is no part of the project, so that even CI may be without it. */
  private static void need(boolean present, String reason) {
    if (System.getenv("IFTOPRS_CORPUS") == null) {
      assumeTrue(present, reason);
    } else {
      assertTrue(present, reason);
    }
  }

  private static boolean hasCapinfos() {
    try {
      return new ProcessBuilder("capinfos", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One run for all files; a line each: name, frames, bytes. */
  private static Map<String, Size> judged(List<Path> captures) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("capinfos", "-T", "-r", "-M", "-c", "-d", "-a", "-e", "-S"));
    captures.forEach(capture -> command.add(capture.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Map<String, Size> sizes = new TreeMap<>();
    try (Stream<String> lines = process.inputReader().lines()) {
      lines
          .map(line -> line.split("\t"))
          .filter(columns -> columns.length == 5)
          .forEach(columns -> sizes.put(columns[0], Size.of(columns)));
    }
    process.waitFor();
    return sizes;
  }
}
