package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.Frame;
import iftoprs.ports.FrameBatch;
import iftoprs.ports.SourceState;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Frames count the same whether they come alone or together. */
class BatchesTest {

  private static final long SECOND = 1_000_000_000L;

  private final Random random = new Random(5);

  @Test
  void batches_of_any_size_change_no_figure() {
    List<Frame> frames = frames();
    List<List<String>> alone = figuresOf(frames, () -> 1);
    assertThat(alone).hasSizeGreaterThan(100);
    assertThat(figuresOf(frames, () -> FrameBatch.CAPACITY)).isEqualTo(alone);
    assertThat(figuresOf(frames, () -> 1 + random.nextInt(FrameBatch.CAPACITY))).isEqualTo(alone);
  }

  /** Mostly in order, some late, some after a pause or before a clock was set back. */
  private List<Frame> frames() {
    List<Frame> frames = new ArrayList<>();
    long time = 100 * SECOND;
    for (int i = 0; i < 20_000; i++) {
      time +=
          switch (random.nextInt(400)) {
            case 0 -> random.nextLong(15 * SECOND);
            case 1 -> -random.nextLong(40 * SECOND);
            case 2, 3, 4 -> -random.nextLong(SECOND);
            default -> random.nextInt(20_000_000);
          };
      String ends = "10.0.0." + random.nextInt(9) + ":" + (1 + random.nextInt(5));
      int bytes = 60 + random.nextInt(1400);
      frames.add(TestFrames.udp(ends, "8.8.8.8:53", bytes).at(time).toFrame());
    }
    return frames;
  }

  private static List<List<String>> figuresOf(List<Frame> frames, IntSupplier sizes) {
    List<List<String>> figures = new ArrayList<>();
    FlowMeter meter =
        new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("test"), Accounts.collector(figures));
    for (int from = 0; from < frames.size(); ) {
      int to = Math.min(frames.size(), from + sizes.getAsInt());
      meter.onFrames(together(frames.subList(from, to)));
      from = to;
    }
    meter.finish(SourceState.ENDED);
    Report.Head head = meter.report().head();
    figures.add(List.of("" + head));
    return figures;
  }

  private static FrameBatch together(List<Frame> frames) {
    FrameBatch batch = new FrameBatch();
    byte[] buffer = new byte[FrameBatch.CAPACITY * 2048];
    int row = 0;
    for (Frame frame : frames) {
      int at = row / FrameBatch.STRIDE * 2048;
      System.arraycopy(frame.bytes(), frame.offset(), buffer, at, frame.capturedLength());
      Frame moved = new Frame();
      moved.set(
          frame.linkType(),
          frame.timeNanos(),
          frame.wireLength(),
          buffer,
          at,
          frame.capturedLength());
      long[] one = new FrameBatch().only(moved).rows();
      System.arraycopy(one, 0, batch.rows(), row, FrameBatch.STRIDE);
      row += FrameBatch.STRIDE;
    }
    return batch.filled(buffer, row);
  }
}
