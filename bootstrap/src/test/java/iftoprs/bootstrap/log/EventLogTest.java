package iftoprs.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.bootstrap.log.CaptureEvents.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:11:12.345678Z");

  @TempDir Path folder;

  private EventLog log(Path file, long limit) {
    return new EventLog(file, () -> NOW, limit);
  }

  @Test
  void an_event_is_a_line_with_time_kind_device_and_text() throws Exception {
    Path file = folder.resolve("capture.log");
    try (EventLog log = log(file, 1000)) {
      log.happened("eth0", Event.START, "before the file is open");
      log.open(Thread::new);
      log.happened("eth\u001b0", Event.DROP, "two\nlines");
    }
    assertThat(file)
        .hasContent(
            "2026-11-25T10:11:12.345Z\tstart\teth0\tbefore the file is open\n"
                + "2026-11-25T10:11:12.345Z\tdrop\teth\ufffd0\ttwo\ufffdlines\n");
  }

  @Test
  void a_file_is_continued() throws Exception {
    Path file = Files.writeString(folder.resolve("capture.log"), "earlier\n");
    try (EventLog log = log(file, 1000)) {
      log.open(Thread::new);
      log.happened("eth0", Event.STOP, "end");
    }
    assertThat(Files.readAllLines(file)).hasSize(2).startsWith("earlier");
  }

  @Test
  void files_are_kept_small_and_few() throws Exception {
    Path file = folder.resolve("capture.log");
    try (EventLog log = log(file, 200)) {
      log.open(Thread::new);
      for (int line = 0; line < 100; line++) {
        log.happened("eth0", Event.DROP, "number " + line);
      }
    }
    assertThat(Files.readString(file)).endsWith("number 99\n");
    List<String> kept = new ArrayList<>();
    for (String name : List.of("capture.log.3", "capture.log.2", "capture.log.1", "capture.log")) {
      assertThat(folder.resolve(name)).exists();
      assertThat(Files.size(folder.resolve(name))).isBetween(100L, 200L);
      kept.addAll(Files.readAllLines(folder.resolve(name)));
    }
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(4);
    }
    int first = 100 - kept.size();
    for (int line = 0; line < kept.size(); line++) {
      assertThat(kept.get(line)).endsWith("number " + (first + line));
    }
  }

  @Test
  void a_file_that_cannot_be_opened_is_said_at_once() {
    EventLog log = log(folder.resolve("absent/capture.log"), 1000);
    assertThatThrownBy(() -> log.open(Thread::new))
        .isInstanceOf(LogFileException.class)
        .hasMessageEndingWith("absent/capture.log: no such folder");
  }

  @Test
  void a_disk_that_is_full_is_said_once_and_stops_nothing() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no /dev/full");
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    try (EventLog log = log(full, 1000)) {
      log.onProblem(said::add);
      log.open(Thread::new);
      log.happened("eth0", Event.DROP, "one");
      log.happened("eth0", Event.DROP, "two");
    }
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("the log /dev/full is not written any more: ");
  }
}
