package iftoprs.domain.packet;

/** What decoding a frame came to. */
public enum Outcome {
  /** Addresses and transport are known. */
  FLOW,
  /** No IP and no ARP inside. */
  OTHER_L2,
  /** The captured bytes end before the addresses. */
  TRUNCATED,
  /** A header contradicts itself. */
  MALFORMED,
  /** A link type without a decoder. */
  UNSUPPORTED_LINK
}
