package iftoprs.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Capture} must do. A subclass says how the frames get in.
 *
 * <p>The frames lie in 203.0.113.0/24 and 2001:db8:77::/48, so that a live capture can filter for
 * them.
 */
public abstract class CaptureContract {

  /** Capture filter that lets the contract's frames through and hardly anything else. */
  protected static final String FILTER =
      "net 203.0.113.0/24 or ip6 net 2001:db8:77::/48 or (arp and net 203.0.113.0/24)";

  private static final long START = 1_700_000_000_123_456_000L;
  private static final long MILLISECOND = 1_000_000;
  private static final long PATIENCE = 20 * MILLISECOND;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** A capture that delivers the frames after {@link #play}. */
  protected abstract Capture capture(List<TestFrame> frames) throws Exception;

  /**
   * Makes the frames arrive at an opened source; a capture that holds them already does nothing.
   */
  protected void play(List<TestFrame> frames) throws Exception {}

  /** How to open it. */
  protected CaptureOptions options() {
    return CaptureOptions.DEFAULT;
  }

  /** Whether frames carry the time at which they arrived, and the source ends only when closed. */
  protected boolean live() {
    return false;
  }

  private static List<TestFrame> frames() {
    List<TestFrame> frames =
        List.of(
            TestFrames.udp("203.0.113.1:1000", "203.0.113.2:53", 80),
            TestFrames.tcp("203.0.113.1:1001", "203.0.113.2:443", 200),
            TestFrames.udp("[2001:db8:77::1]:1002", "[2001:db8:77::2]:123", 90),
            TestFrames.arp("203.0.113.1", "203.0.113.2"),
            TestFrames.udp("203.0.113.1:1003", "203.0.113.2:5004", 1200).snapped(256),
            TestFrames.icmp("203.0.113.2", "203.0.113.1", 98),
            TestFrames.tcp("[2001:db8:77::2]:443", "[2001:db8:77::1]:1004", 74));
    List<TestFrame> timed = new ArrayList<>();
    for (TestFrame frame : frames) {
      timed.add(frame.at(START + timed.size() * 3 * MILLISECOND));
    }
    return timed;
  }

  @Test
  void frames_come_in_order_with_their_bytes_lengths_and_link_type() throws Exception {
    List<TestFrame> expected = frames();
    List<TestFrame> received = new ArrayList<>();
    try (PacketSource source = opened(expected)) {
      drain(source, received, 1000);
    }
    assertThat(received.stream().map(frame -> frame.at(0)).toList())
        .isEqualTo(expected.stream().map(frame -> frame.at(0)).toList());
  }

  @Test
  void frames_carry_the_time_of_their_capture() throws Exception {
    List<TestFrame> expected = frames();
    List<TestFrame> received = new ArrayList<>();
    long before = System.currentTimeMillis() * MILLISECOND;
    try (PacketSource source = opened(expected)) {
      drain(source, received, 1000);
    }
    List<Long> times = received.stream().map(TestFrame::timeNanos).toList();
    if (live()) {
      long slack = 1000 * MILLISECOND;
      long after = System.currentTimeMillis() * MILLISECOND + slack;
      assertThat(times).isSorted().allMatch(time -> time > before - slack && time < after);
    } else {
      assertThat(times).isEqualTo(expected.stream().map(TestFrame::timeNanos).toList());
    }
  }

  @Test
  void poll_delivers_no_more_than_its_limit() throws Exception {
    List<TestFrame> expected = frames();
    List<TestFrame> received = new ArrayList<>();
    try (PacketSource source = opened(expected)) {
      assertThat(drain(source, received, 2)).isBetween(1, 2);
    }
    assertThat(received).hasSameSizeAs(expected);
  }

  @Test
  void time_of_the_source_keeps_up_with_its_frames_and_never_runs_back() throws Exception {
    List<TestFrame> received = new ArrayList<>();
    try (PacketSource source = opened(frames())) {
      long last = 0;
      while (received.size() < frames().size()) {
        pollOnce(source, received, 1);
        long now = source.timeNanos();
        assertThat(now).isGreaterThanOrEqualTo(last);
        last = now;
        if (!received.isEmpty() && !live()) {
          assertThat(now).isGreaterThanOrEqualTo(received.getLast().timeNanos());
        }
      }
    }
  }

  @Test
  void received_frames_are_counted_and_no_figure_decreases() throws Exception {
    List<TestFrame> received = new ArrayList<>();
    try (PacketSource source = opened(frames())) {
      CaptureStats last = source.stats();
      while (received.size() < frames().size()) {
        pollOnce(source, received, 1);
        CaptureStats now = source.stats();
        assertThat(now.received()).isGreaterThanOrEqualTo(last.received());
        assertThat(now.droppedByKernel()).isGreaterThanOrEqualTo(last.droppedByKernel());
        assertThat(now.droppedByInterface()).isGreaterThanOrEqualTo(last.droppedByInterface());
        last = now;
      }
      assertThat(last.received()).isGreaterThanOrEqualTo(frames().size());
    }
  }

  @Test
  void end_follows_the_last_frame_and_stays() throws Exception {
    List<TestFrame> received = new ArrayList<>();
    PacketSource source = opened(frames());
    assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
    drain(source, received, 1000);
    if (live()) {
      source.close();
    }
    for (int i = 0; i < 3; i++) {
      assertThat(endOf(source)).isEqualTo(PacketSource.END);
      assertThat(source.state()).isEqualTo(SourceState.ENDED);
    }
    assertThat(source.stats().received()).isGreaterThanOrEqualTo(frames().size());
    source.close();
  }

  @Test
  void closed_source_delivers_nothing_more() throws Exception {
    PacketSource source = opened(frames());
    source.close();
    source.close();
    for (int i = 0; i < 3; i++) {
      int result = source.poll(frame -> assertThat(frame).as("frame after close").isNull(), 10, 0);
      assertThat(result).isEqualTo(PacketSource.END);
    }
    assertThat(source.state()).isInstanceOf(SourceState.Ended.class);
    assertThat(source.stats().received()).isNotNegative();
    assertThat(source.timeNanos()).isNotNegative();
  }

  @Test
  void close_from_another_thread_ends_a_poll() throws Exception {
    PacketSource source = capture(List.of()).open(options());
    CountDownLatch polling = new CountDownLatch(1);
    Thread closer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    polling.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  source.close();
                });
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          polling.countDown();
          int result = 0;
          while (result != PacketSource.END) {
            result = source.poll(frame -> {}, 10, Long.MAX_VALUE);
          }
        });
    closer.join();
    assertThat(source.state()).isInstanceOf(SourceState.Ended.class);
  }

  @Test
  void source_names_its_device() throws Exception {
    Capture capture = capture(frames());
    try (PacketSource source = capture.open(options())) {
      CaptureDevice device = source.device();
      assertThat(device.name()).isNotBlank();
      assertThat(capture.devices()).extracting(CaptureDevice::name).contains(device.name());
      assertThat(capture.devices()).filteredOn(CaptureDevice::isDefault).hasSizeLessThan(2);
    }
  }

  private PacketSource opened(List<TestFrame> frames) throws Exception {
    PacketSource source = capture(frames).open(options());
    play(frames);
    return source;
  }

  /** Polls until all frames of the contract are in; returns the largest batch. */
  private static int drain(PacketSource source, List<TestFrame> received, int limit) {
    return assertTimeoutPreemptively(
        LIMIT,
        () -> {
          int largest = 0;
          while (received.size() < frames().size()) {
            largest = Math.max(largest, pollOnce(source, received, limit));
          }
          return largest;
        });
  }

  private static int pollOnce(PacketSource source, List<TestFrame> received, int limit)
      throws Exception {
    int before = received.size();
    int result = source.poll(frame -> received.add(TestFrame.copyOf(frame)), limit, PATIENCE);
    assertThat(result).isBetween(0, limit).isEqualTo(received.size() - before);
    return result;
  }

  private static int endOf(PacketSource source) {
    return assertTimeoutPreemptively(
        LIMIT,
        () -> {
          int result = 0;
          while (result == 0) {
            result = source.poll(frame -> {}, 10, PATIENCE);
          }
          return result;
        });
  }
}
