package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A capture that comes through a pipe while it is being made. */
class PipedReplayTest {

  private static final long SECOND = 1_000_000_000;
  private static final TestFrame FRAME =
      TestFrames.udp("192.0.2.1:1000", "192.0.2.2:53", 100).at(5 * SECOND);

  private final byte[] file = CaptureFiles.pcap(List.of(FRAME, FRAME));
  private final int second = 24 + 16 + 100;
  private final PipedOutputStream writer = new PipedOutputStream();
  private final List<TestFrame> received = new ArrayList<>();
  private PacketSource source;

  @BeforeEach
  void open_behind_the_first_frame() throws IOException, CaptureException {
    PipedInputStream reader = new PipedInputStream(writer, 1 << 16);
    writer.write(file, 0, second);
    writer.flush();
    source =
        new ReplayCapture(new CaptureInput("pipe", () -> reader, true), Pace.MAX)
            .open(CaptureOptions.DEFAULT);
    assertThat(poll(10 * SECOND)).isEqualTo(1);
  }

  @Test
  void silent_pipe_does_not_hold_up_the_caller() throws CaptureException {
    assertThat(poll(0)).isZero();
    assertThat(poll(1_000_000)).isZero();
    assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
    source.close();
  }

  @Test
  void record_that_comes_in_two_parts_is_delivered_whole() throws IOException, CaptureException {
    writer.write(file, second, 50);
    writer.flush();
    assertThat(poll(1_000_000)).isZero();
    writer.write(file, second + 50, file.length - second - 50);
    writer.close();
    assertThat(poll(10 * SECOND)).isEqualTo(1);
    assertThat(poll(10 * SECOND)).isEqualTo(PacketSource.END);
    assertThat(received).containsExactly(FRAME, FRAME);
    assertThat(source.state()).isEqualTo(SourceState.ENDED);
  }

  @Test
  void writer_that_dies_in_a_record_is_told_of() throws IOException, CaptureException {
    writer.write(Arrays.copyOfRange(file, second, second + 50));
    writer.close();
    assertThat(poll(10 * SECOND)).isEqualTo(PacketSource.END);
    assertThat(source.state())
        .isEqualTo(
            new SourceState.Ended(
                "pipe: cut short in record 2 after 190 bytes; figures are up to there"));
  }

  @Test
  void close_ends_a_poll_that_waits_for_the_pipe() throws InterruptedException {
    Thread closer = Thread.ofPlatform().start(source::close);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(poll(Long.MAX_VALUE)).isEqualTo(PacketSource.END));
    closer.join();
  }

  private int poll(long maxWaitNanos) throws CaptureException {
    return source.poll(frame -> received.add(TestFrame.copyOf(frame)), 10, maxWaitNanos);
  }
}
