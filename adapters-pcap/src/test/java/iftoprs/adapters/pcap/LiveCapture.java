package iftoprs.adapters.pcap;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import java.util.Optional;

/** Whether this machine lets tests capture on its loopback device. */
final class LiveCapture {

  private LiveCapture() {}

  /** Skips the test, saying why, where capturing is impossible; fails instead where CI is true. */
  static void assume() {
    CaptureOptions options = new CaptureOptions(Optional.of("lo"), Optional.empty(), 64, false);
    try {
      new PcapCapture().open(options).close();
    } catch (CaptureException e) {
      need(false, "needs live capture: " + e.getMessage());
    }
  }

  /** The same for anything else that a test needs. */
  static void need(boolean present, String reason) {
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(present, reason);
    } else {
      assumeTrue(present, reason);
    }
  }
}
