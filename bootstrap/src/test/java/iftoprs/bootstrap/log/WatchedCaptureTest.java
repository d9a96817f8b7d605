package iftoprs.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.FrameHandler;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WatchedCaptureTest {

  private static final long SECOND = 1_000_000_000L;

  private final List<String> told = new ArrayList<>();
  private final Source source = new Source();
  private final WatchedCapture watched =
      new WatchedCapture(
          new Capture() {
            @Override
            public List<CaptureDevice> devices() {
              return List.of(source.device());
            }

            @Override
            public PacketSource open(CaptureOptions options) {
              return source;
            }
          },
          (device, event, text) ->
              told.add(device + " " + event.name().toLowerCase(Locale.ROOT) + " " + text));

  /** A source that a test moves by hand. */
  private static final class Source implements PacketSource {
    private long time = 100 * SECOND;
    private CaptureStats stats = CaptureStats.NONE;
    private SourceState state = SourceState.CAPTURING;

    @Override
    public int poll(FrameHandler handler, int limit, long maxWaitNanos) {
      return 7;
    }

    @Override
    public int pollSize() {
      return 70;
    }

    @Override
    public long timeNanos() {
      return time;
    }

    @Override
    public CaptureStats stats() {
      return stats;
    }

    @Override
    public SourceState state() {
      return state;
    }

    @Override
    public CaptureDevice device() {
      return CaptureDevice.named("eth7");
    }

    @Override
    public void close() {
      state = SourceState.ENDED;
    }
  }

  private PacketSource open() throws Exception {
    PacketSource opened = watched.open(CaptureOptions.DEFAULT);
    told.clear();
    return opened;
  }

  @Test
  void polls_are_those_of_the_source() throws Exception {
    PacketSource opened = open();
    assertThat(opened.pollSize()).isEqualTo(70);
    assertThat(opened.poll(frame -> {}, 70, 0)).isEqualTo(7);
  }

  @Test
  void the_start_and_the_end_are_told_once() throws Exception {
    PacketSource opened = watched.open(CaptureOptions.DEFAULT);
    assertThat(told).containsExactly("eth7 start capturing");
    source.stats = new CaptureStats(9, 2, 1);
    opened.close();
    opened.state();
    opened.close();
    assertThat(told.subList(1, told.size()))
        .containsExactly("eth7 stop 9 frames received, 2 dropped by the kernel, 1 by the device");
    assertThat(watched.stats()).isEqualTo(source.stats);
  }

  @Test
  void frames_pass_by() throws Exception {
    assertThat(open().poll(frame -> {}, 10, 0)).isEqualTo(7);
    assertThat(told).isEmpty();
  }

  @Test
  void a_loss_that_goes_on_is_told_once_a_second() throws Exception {
    PacketSource opened = open();
    for (int tenth = 0; tenth < 20; tenth++) {
      source.stats = new CaptureStats(100L * tenth, tenth, 0);
      opened.stats();
      source.time += SECOND / 10;
    }
    assertThat(told)
        .containsExactly(
            "eth7 drop 1 frames by the kernel, 0 by the device; since the start 100 frames"
                + " received, 1 dropped by the kernel, 0 by the device",
            "eth7 drop 10 frames by the kernel, 0 by the device; since the start 1100 frames"
                + " received, 11 dropped by the kernel, 0 by the device");
  }

  @Test
  void a_device_that_is_away_is_told_with_each_attempt_and_its_return() throws Exception {
    PacketSource opened = open();
    opened.state();
    source.state = new SourceState.Restarting("eth7 is down", 0, source.time + SECOND / 4);
    opened.state();
    opened.state();
    source.time += SECOND;
    source.state = new SourceState.Restarting("eth7 is down", 1, source.time + SECOND / 2);
    opened.state();
    source.time += SECOND;
    source.state = SourceState.CAPTURING;
    opened.state();
    assertThat(told)
        .containsExactly(
            "eth7 restarting eth7 is down; attempt 1 in 0.250 s",
            "eth7 restarting eth7 is down; attempt 2 in 0.500 s",
            "eth7 capturing again after 2.000 s");
  }

  @Test
  void an_early_end_is_told_with_its_reason() throws Exception {
    PacketSource opened = open();
    source.state = new SourceState.Ended("permission denied");
    opened.state();
    assertThat(told)
        .containsExactly(
            "eth7 stop permission denied; 0 frames received, 0 dropped by the kernel, 0 by the"
                + " device");
  }
}
