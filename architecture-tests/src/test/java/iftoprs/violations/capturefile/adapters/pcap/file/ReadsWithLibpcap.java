package iftoprs.violations.capturefile.adapters.pcap.file;

import com.sun.jna.Native;

/** A reader of capture files that needs native code. */
public final class ReadsWithLibpcap {

  private ReadsWithLibpcap() {}

  static int violate() {
    return Native.getLastError();
  }
}
