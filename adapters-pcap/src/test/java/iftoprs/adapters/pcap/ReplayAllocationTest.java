package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.Frame.Direction;
import iftoprs.ports.FrameHandler;
import iftoprs.ports.PacketSource;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a frame makes no garbage, whatever the format. */
class ReplayAllocationTest {

  private static final int FRAMES = 50_000;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void no_byte_is_allocated_for_a_frame(boolean pcapng) throws CaptureException {
    List<TestFrame> frames =
        Collections.nCopies(
            FRAMES, TestFrames.udp("192.0.2.1:1000", "192.0.2.2:53", 90).going(Direction.OUTBOUND));
    byte[] file = pcapng ? CaptureFiles.pcapng(frames) : CaptureFiles.pcap(frames);
    CaptureInput input = CaptureInput.of("test", () -> new ByteArrayInputStream(file));
    long[] bytes = new long[1];
    FrameHandler handler = frame -> bytes[0] += frame.wireLength();
    try (PacketSource source = new ReplayCapture(input, Pace.MAX).open(CaptureOptions.DEFAULT)) {
      source.poll(handler, 100, 0);
      long before = Allocation.ofThisThread();
      int count = 0;
      while (count != PacketSource.END) {
        count = source.poll(handler, 1000, 0);
      }
      long perFrame = (Allocation.ofThisThread() - before) / FRAMES;
      assertThat(perFrame).isZero();
    }
    assertThat(bytes[0]).isEqualTo(90L * FRAMES);
  }
}
