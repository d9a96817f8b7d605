package iftoprs.bootstrap;

import iftoprs.adapters.pcap.CaptureInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The capture that comes with the program. */
final class Demo {

  /** Beside this class; the name tells the reader its form. */
  static final String RESOURCE = "demo.pcap.gz";

  private Demo() {}

  static CaptureInput input() {
    return CaptureInput.of("demo", Demo::open);
  }

  private static InputStream open() throws IOException {
    InputStream in = Demo.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new FileNotFoundException("this build has no demo capture");
    }
    return in;
  }
}
