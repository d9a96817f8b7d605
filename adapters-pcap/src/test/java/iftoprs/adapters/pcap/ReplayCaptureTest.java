package iftoprs.adapters.pcap;

import iftoprs.ports.Capture;
import iftoprs.ports.contract.CaptureContract;
import iftoprs.ports.contract.TestFrame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class ReplayCaptureTest {

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
