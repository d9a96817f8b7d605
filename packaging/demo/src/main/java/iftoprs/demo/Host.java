package iftoprs.demo;

/**
 * A machine with a name and one address of each version.
 *
 * @param name what the demo shows for both addresses
 * @param v4 4 bytes
 * @param v6 16 bytes
 * @param mac of the machine, or of the router that leads to it
 * @param hopLimit in what arrives from it, or in what is sent to it if it is a group
 * @param delay microseconds until an answer of this host is seen at the workstation
 */
record Host(String name, byte[] v4, byte[] v6, byte[] mac, int hopLimit, int delay) {

  byte[] address(Version version) {
    return switch (version) {
      case V4 -> v4;
      case V6 -> v6;
    };
  }

  boolean isGroup() {
    return (v4[0] & 0xf0) == 0xe0;
  }

  /** Where a frame to this host goes: groups have an address of their own (RFC 1112, RFC 2464). */
  byte[] macFor(Version version) {
    return switch (version) {
      case V4 -> isGroup() ? new byte[] {1, 0, 0x5e, (byte) (v4[1] & 0x7f), v4[2], v4[3]} : mac;
      case V6 -> isGroup() ? new byte[] {0x33, 0x33, v6[12], v6[13], v6[14], v6[15]} : mac;
    };
  }
}
