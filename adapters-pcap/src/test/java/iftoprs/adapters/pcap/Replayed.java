package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import iftoprs.ports.contract.TestFrame;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file gave when it was played to its end.
 *
 * @param frames the frames, copied
 * @param note what the source said of its end
 */
record Replayed(List<TestFrame> frames, String note) {

  /** Plays a file that lies in memory under the name {@code test}. */
  static Replayed of(byte[] file) throws CaptureException {
    return of(CaptureInput.of("test", () -> new ByteArrayInputStream(file)));
  }

  static Replayed of(CaptureInput input) throws CaptureException {
    List<TestFrame> frames = new ArrayList<>();
    try (PacketSource source = new ReplayCapture(input, Pace.MAX).open(CaptureOptions.DEFAULT)) {
      int count = 0;
      while (count != PacketSource.END) {
        count = source.poll(frame -> frames.add(TestFrame.copyOf(frame)), 100, 1_000_000_000);
      }
      SourceState.Ended ended = (SourceState.Ended) source.state();
      return new Replayed(frames, ended.note());
    }
  }
}
