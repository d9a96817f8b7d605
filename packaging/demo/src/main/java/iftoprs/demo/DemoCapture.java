package iftoprs.demo;

import static iftoprs.demo.Network.BACKUP;
import static iftoprs.demo.Network.FORGE;
import static iftoprs.demo.Network.LAPTOP;
import static iftoprs.demo.Network.MIRROR;
import static iftoprs.demo.Network.NAS;
import static iftoprs.demo.Network.PRINTER;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Writes {@code demo.pcap.gz} and {@code demo-hosts.txt} into a directory.
 *
 * <p>The programme of the three minutes is {@link #SCENES}, in the order in which they draw the
 * eye.
 */
public final class DemoCapture {

  /** How long the capture lasts. */
  static final long LENGTH = 180_000_000L;

  private static final int SECOND = 1_000_000;

  private static final List<Scene> SCENES =
      List.of(
          new LocalChatter(),
          new PeriodicProbes(),
          new CameraStream(),
          new KeepAlives(),
          new SshSession(),
          new Browsing(),
          new VideoStream(3, 76),
          new VideoCall(82, 152),
          new VideoStream(155, 179),
          new Transfer(MIRROR, 80, Transfer.Way.FETCH, 24, 40, 40_000_000),
          new Transfer(FORGE, 22, Transfer.Way.FETCH, 70, 9, 9_000_000),
          new Transfer(NAS, 445, Transfer.Way.FETCH, 94, 17, 44_000_000),
          new Transfer(BACKUP, 443, Transfer.Way.STORE, 120, 27, 14_000_000),
          new Transfer(PRINTER, 631, Transfer.Way.STORE, 139, 4, 6_000_000),
          new Transfer(LAPTOP, 873, Transfer.Way.SERVE, 156, 15, 24_000_000),
          new PortScan(106));

  private DemoCapture() {}

  /**
   * Writes both files.
   *
   * @param arguments the directory to write into
   * @throws IOException if it cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Files.createDirectories(directory);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(directory.resolve("demo.pcap.gz")))) {
      play().writeTo(out);
    }
    Files.writeString(directory.resolve("demo-hosts.txt"), Network.hostsFile());
  }

  /** All scenes, each with a random sequence of its own so that editing one leaves the others. */
  static CaptureFile play() {
    CaptureFile file = new CaptureFile();
    Wire wire = new Wire(file);
    for (int i = 0; i < SCENES.size(); i++) {
      SCENES.get(i).play(wire, new Random(0x1f70_9100L + i));
    }
    return file;
  }

  static long seconds(double seconds) {
    return (long) (seconds * SECOND);
  }
}
