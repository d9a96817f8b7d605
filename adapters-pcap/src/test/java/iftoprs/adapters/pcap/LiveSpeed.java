package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.PacketSource;
import java.util.Optional;

/** Measures live capture under a flood of UDP on the loopback device. Run by hand, as root. */
final class LiveSpeed {

  private static final int PORT = 40009;

  private LiveSpeed() {}

  /** Arguments: {@code FOREIGN|PCAP4J}, datagrams per round, rounds. */
  public static void main(String[] arguments) throws Exception {
    ReadPath readPath = ReadPath.valueOf(arguments[0]);
    int datagrams = Integer.parseInt(arguments[1]);
    CaptureOptions options =
        new CaptureOptions(
            Optional.of("lo"),
            Optional.of("udp dst port " + PORT),
            CaptureOptions.DEFAULT_SNAP_LENGTH,
            false);
    try (PacketSource source = new PcapCapture(readPath).open(options)) {
      for (int round = Integer.parseInt(arguments[2]); round > 0; round--) {
        measure(source, datagrams);
      }
    }
  }

  private static void measure(PacketSource source, int datagrams)
      throws CaptureException, InterruptedException {
    CaptureStats before = source.stats();
    Thread sender = Thread.ofPlatform().start(() -> Flood.send(PORT, datagrams));
    long[] sums = new long[1];
    long allocated = Allocation.ofThisThread();
    long start = System.nanoTime();
    long frames = 0;
    int quiet = 0;
    while (quiet < 2) {
      int count = source.poll(frame -> sums[0] += frame.wireLength(), 4096, 200_000_000);
      frames += count;
      quiet = count == 0 && !sender.isAlive() ? quiet + 1 : 0;
    }
    long bytes = Allocation.ofThisThread() - allocated;
    double seconds = (System.nanoTime() - start) / 1e9;
    CaptureStats after = source.stats();
    System.out.printf(
        "sent %d, seen %d, dropped by kernel %d, %.1f s, %d bytes allocated%n",
        datagrams, frames, after.droppedByKernel() - before.droppedByKernel(), seconds, bytes);
    sender.join();
  }
}
