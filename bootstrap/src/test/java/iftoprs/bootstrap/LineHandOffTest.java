package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.adapters.json.SnapshotStream;
import iftoprs.domain.flow.FlowMeter;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.HostNames;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.ServiceNames;
import iftoprs.ports.SourceState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LineHandOffTest {

  private static List<Snapshot> snapshots(int count) {
    List<Snapshot> snapshots = new ArrayList<>();
    FlowMeter meter =
        new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("eth0"), snapshots::add);
    meter.start(0);
    for (int second = 1; second < count; second++) {
      meter.advanceTo(second * 1_000_000_000L);
    }
    meter.finish(SourceState.ENDED);
    return snapshots;
  }

  private static SnapshotStream stream(OutputStream out) {
    return new SnapshotStream(out, HostNames.NONE, ServiceNames.NONE, PackageOwner.NONE);
  }

  private static List<Integer> sequences(ByteArrayOutputStream out) {
    return Pattern.compile("\"seq\":(\\d+)")
        .matcher(out.toString(StandardCharsets.UTF_8))
        .results()
        .map(match -> Integer.valueOf(match.group(1)))
        .toList();
  }

  @Test
  void a_stalled_reader_misses_lines_but_never_stalls_the_capture() throws Exception {
    CountDownLatch stalled = new CountDownLatch(1);
    CountDownLatch reading = new CountDownLatch(1);
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) {
            stalled.countDown();
            await(reading);
            super.write(bytes, offset, length);
          }
        };
    LineHandOff lines = new LineHandOff(stream(out), () -> {}, Thread::new);
    List<Snapshot> snapshots = snapshots(5);
    lines.accept(snapshots.getFirst());
    await(stalled);
    snapshots.subList(1, 5).forEach(lines);
    reading.countDown();
    lines.finish();
    assertThat(sequences(out)).containsExactly(1, 5);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_last_line_is_written_before_the_end() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LineHandOff lines = new LineHandOff(stream(out), () -> {}, Thread::new);
    snapshots(200).forEach(lines);
    lines.finish();
    assertThat(sequences(out)).isSorted().endsWith(200);
  }

  @Test
  void a_refused_line_ends_the_capture_and_is_told() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    CountDownLatch ended = new CountDownLatch(1);
    LineHandOff lines = new LineHandOff(stream(closed), ended::countDown, Thread::new);
    lines.accept(snapshots(1).getFirst());
    await(ended);
    assertThatThrownBy(lines::finish).isInstanceOf(IOException.class).hasMessage("Broken pipe");
  }
}
