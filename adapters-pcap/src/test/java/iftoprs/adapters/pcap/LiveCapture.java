package iftoprs.adapters.pcap;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

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
      String reason = "needs live capture: " + e.getMessage();
      if ("true".equals(System.getenv("CI"))) {
        fail(reason, e);
      }
      abort(reason);
    }
  }
}
