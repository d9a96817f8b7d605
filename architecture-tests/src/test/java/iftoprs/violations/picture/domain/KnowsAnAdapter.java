package iftoprs.violations.picture.domain;

import iftoprs.violations.picture.adapters.pcap.SomeCapture;

/** The picture has no arrow from the domain to an adapter. */
public final class KnowsAnAdapter {

  private KnowsAnAdapter() {}

  static void violate() {
    SomeCapture.touch();
  }
}
