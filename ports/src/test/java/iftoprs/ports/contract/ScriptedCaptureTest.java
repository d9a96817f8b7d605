package iftoprs.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.ports.Capture;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.PacketSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedCaptureTest extends CaptureContract {

  @Override
  protected Capture capture(List<TestFrame> frames) {
    return new ScriptedCapture(frames);
  }

  @Test
  void silence_lets_time_run_without_frames() throws CaptureException {
    TestFrame frame = TestFrames.arp("192.0.2.1", "192.0.2.2").at(1000);
    PacketSource source =
        ScriptedCapture.of(frame, new ScriptedCapture.Silence(500), frame.at(1500))
            .open(CaptureOptions.DEFAULT);
    assertThat(source.poll(each -> {}, 10, 300)).isEqualTo(1);
    assertThat(source.poll(each -> {}, 10, 300)).isZero();
    assertThat(source.timeNanos()).isEqualTo(1300);
    assertThat(source.poll(each -> {}, 10, 300)).isZero();
    assertThat(source.timeNanos()).isEqualTo(1500);
    assertThat(source.poll(each -> {}, 10, 300)).isEqualTo(1);
    assertThat(source.poll(each -> {}, 10, 300)).isEqualTo(PacketSource.END);
  }

  @Test
  void failure_comes_after_the_frames_before_it() throws CaptureException {
    CaptureException lost = new CaptureException(CaptureException.Reason.LINK_LOST, "gone");
    PacketSource source =
        ScriptedCapture.of(
                TestFrames.arp("192.0.2.1", "192.0.2.2"),
                new ScriptedCapture.Lost(3, 1),
                new ScriptedCapture.Failure(lost))
            .open(CaptureOptions.DEFAULT);
    assertThat(source.poll(each -> {}, 10, 0)).isEqualTo(1);
    assertThat(source.stats().droppedByKernel()).isEqualTo(3);
    assertThatThrownBy(() -> source.poll(each -> {}, 10, 0)).isSameAs(lost);
    assertThat(source.poll(each -> {}, 10, 0)).isEqualTo(PacketSource.END);
  }
}
