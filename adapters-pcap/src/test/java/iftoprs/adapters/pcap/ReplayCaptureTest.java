package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Capture;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.PacketSource;
import iftoprs.ports.contract.CaptureContract;
import iftoprs.ports.contract.TestFrame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCaptureTest {

  @Test
  void without_a_clock_a_file_gives_many_frames_at_once() throws CaptureException {
    assertThat(pollSize(Pace.MAX)).isGreaterThan(pollSize(Pace.real()));
  }

  private static int pollSize(Pace pace) throws CaptureException {
    byte[] bytes = CaptureFiles.pcap(List.of());
    Capture capture =
        new ReplayCapture(CaptureInput.of("test", () -> new ByteArrayInputStream(bytes)), pace);
    try (PacketSource source = capture.open(CaptureOptions.DEFAULT)) {
      return source.pollSize();
    }
  }

  @Nested
  class Pcap extends CaptureContract {
    @TempDir Path folder;

    @Override
    protected Capture capture(List<TestFrame> frames) throws IOException {
      Path file = Files.write(folder.resolve("test.pcap"), CaptureFiles.pcap(frames));
      return new ReplayCapture(CaptureInput.of(file), Pace.MAX);
    }
  }

  @Nested
  class Pcapng extends CaptureContract {
    @TempDir Path folder;

    @Override
    protected Capture capture(List<TestFrame> frames) throws IOException {
      Path file = Files.write(folder.resolve("test.pcapng"), CaptureFiles.pcapng(frames));
      return new ReplayCapture(CaptureInput.of(file), Pace.MAX);
    }
  }

  @Nested
  class Compressed extends CaptureContract {
    @Override
    protected Capture capture(List<TestFrame> frames) {
      byte[] bytes = CaptureFiles.gzip(CaptureFiles.pcap(frames));
      return new ReplayCapture(
          CaptureInput.of("test", () -> new ByteArrayInputStream(bytes)), Pace.MAX);
    }
  }

  @Nested
  class Piped extends CaptureContract {
    @Override
    protected Capture capture(List<TestFrame> frames) {
      byte[] bytes = CaptureFiles.pcap(frames);
      return new ReplayCapture(
          new CaptureInput("-", () -> new ByteArrayInputStream(bytes), true), Pace.MAX);
    }
  }

  @Nested
  class Paced extends CaptureContract {
    @Override
    protected Capture capture(List<TestFrame> frames) {
      byte[] bytes = CaptureFiles.pcap(frames);
      ManualClock clock = new ManualClock();
      return new ReplayCapture(
          CaptureInput.of("test", () -> new ByteArrayInputStream(bytes)),
          Pace.real(),
          false,
          clock,
          () -> clock);
    }
  }
}
