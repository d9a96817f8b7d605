package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.pcap.CaptureInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

  private static final long SECOND = 1_000_000_000L;

  @TempDir Path folder;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
  private long now;

  private Progress progress() {
    return new Progress(err, () -> true, Long.MAX_VALUE, () -> now);
  }

  private String written() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | 0 | 500000000 | 0 packets, 0 packets/s",
        "99 | 0 | 1500 | 500000000 | 1,500 packets, 3,000 packets/s",
        "0 | 100 | 0 | 500000000 | 0 packets, 0 packets/s",
        "25 | 100 | 3000 | 2000000000 | 25 %, 3,000 packets, 1,500 packets/s, 6 s left",
        "1 | 100 | 7 | 1000000000 | 1 %, 7 packets, 7 packets/s, 1:39 min left",
        "1 | 10000 | 7 | 1000000000 | 0 %, 7 packets, 7 packets/s, 2:46 h left",
        "100 | 100 | 8 | 4000000000 | 100 %, 8 packets, 2 packets/s, 0 s left",
        "200 | 100 | 8 | 4000000000 | 100 %, 8 packets, 2 packets/s, 0 s left",
      })
  void line_tells_what_is_known(long read, long size, long packets, long nanos, String line) {
    assertThat(new ProgressLine(read, size, packets, nanos).text()).isEqualTo(line);
  }

  @Test
  void bytes_of_a_file_are_watched_and_its_size_is_known() throws IOException {
    Path file = Files.write(folder.resolve("x"), new byte[1000]);
    Progress progress = progress();
    try (InputStream stream = progress.watch(CaptureInput.of(file)).opener().open()) {
      assertThat(stream.readNBytes(249)).hasSize(249);
      assertThat(stream.read()).isZero();
      assertThat(stream.skip(250)).isEqualTo(250);
    }
    now += SECOND;
    progress.refresh();
    assertThat(written()).contains("50 %, 0 packets, 0 packets/s, 1 s left");
  }

  @Test
  void size_of_a_pipe_is_unknown() {
    Progress progress = progress();
    progress.watch(CaptureInput.standardInput());
    now += SECOND;
    progress.refresh();
    assertThat(written()).isEqualTo(Progress.REWRITE + "0 packets, 0 packets/s" + Progress.WRAP);
  }

  @Test
  void what_was_shown_is_erased_once() {
    Progress progress = progress();
    progress.refresh();
    written.reset();
    progress.close();
    progress.close();
    assertThat(written()).isEqualTo(Progress.ERASE);
  }

  @Test
  void short_replay_shows_nothing() {
    try (Progress progress = progress()) {
      assertThat(progress.show(() -> 1)).isSameAs(progress);
    }
    assertThat(written()).isEmpty();
  }
}
