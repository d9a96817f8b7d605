package iftoprs.adapters.pcap;

/**
 * Turns the DLT_ number that libpcap gives for a device into the LINKTYPE_ number that files carry;
 * they are the same but for a few old ones.
 */
final class LinkTypes {

  private static final int ATM_RFC1483 = 100;
  private static final int RAW = 101;

  private LinkTypes() {}

  static int ofDlt(int dlt) {
    return switch (dlt) {
      case 11 -> ATM_RFC1483;
      case 12, 14 -> RAW; // 14 on OpenBSD
      default -> dlt;
    };
  }
}
