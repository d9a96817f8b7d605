package iftoprs.adapters.pcap;

/**
 * Turns the DLT_ numbers of libpcap on this system into the LINKTYPE_ numbers that files carry, and
 * back; they are the same but for a few old ones ({@code pcap-common.c}).
 */
final class LinkTypes {

  private static final int ATM_RFC1483 = 100;
  private static final int RAW = 101;
  private static final int SLIP_BSDOS = 102;
  private static final int PPP_BSDOS = 103;
  private static final int ATM_CLIP = 106;
  private static final int DLT_RAW = System.getProperty("os.name").equals("OpenBSD") ? 14 : 12;
  private static final int DLT_SLIP_BSDOS = 15;
  private static final int DLT_PPP_BSDOS = 16;
  private static final int DLT_ATM_CLIP = 19;

  private LinkTypes() {}

  static int ofDlt(int dlt) {
    return switch (dlt) {
      case 11 -> ATM_RFC1483;
      case 12, 14 -> RAW; // 14 on OpenBSD
      default -> dlt;
    };
  }

  /** Files written by old systems carry DLT_RAW as it is, 12 or 14. */
  static int toDlt(int linkType) {
    return switch (linkType) {
      case ATM_RFC1483 -> 11;
      case 12, 14, RAW -> DLT_RAW;
      case SLIP_BSDOS -> DLT_SLIP_BSDOS;
      case PPP_BSDOS -> DLT_PPP_BSDOS;
      case ATM_CLIP -> DLT_ATM_CLIP;
      default -> linkType;
    };
  }
}
