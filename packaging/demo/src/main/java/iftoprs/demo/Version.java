package iftoprs.demo;

/** Which Internet Protocol. */
enum Version {
  V4(0x0800, 20),
  V6(0x86dd, 40);

  private final int etherType;
  private final int headerLength;

  Version(int etherType, int headerLength) {
    this.etherType = etherType;
    this.headerLength = headerLength;
  }

  int etherType() {
    return etherType;
  }

  /** Bytes of the header without options. */
  int headerLength() {
    return headerLength;
  }
}
