package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.PacketSource;
import java.nio.file.Path;

/** Measures how fast a file is read: {@code ReplaySpeed FILE [ROUNDS]}. Run by hand. */
final class ReplaySpeed {

  private ReplaySpeed() {}

  public static void main(String[] arguments) throws CaptureException {
    Path file = Path.of(arguments[0]);
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    for (int round = 0; round < rounds; round++) {
      measure(file);
    }
  }

  private static void measure(Path file) throws CaptureException {
    long[] sums = new long[2];
    ReplayCapture capture = new ReplayCapture(CaptureInput.of(file), Pace.MAX);
    try (PacketSource source = capture.open(CaptureOptions.DEFAULT)) {
      long allocated = Allocation.ofThisThread();
      long start = System.nanoTime();
      long frames = 0;
      int count = 0;
      while (count != PacketSource.END) {
        frames += count;
        count =
            source.poll(
                frame -> {
                  sums[0] += frame.wireLength();
                  sums[1] += frame.bytes()[frame.offset()];
                },
                4096,
                0);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%d frames, %d bytes, %.3f s, %.1f M frames/s, %d bytes allocated%n",
          frames, sums[0], seconds, frames / seconds / 1e6, Allocation.ofThisThread() - allocated);
    }
  }
}
